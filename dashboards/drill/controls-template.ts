import { drillTexts as t } from '#texts/drill.ts';
import { AGAINST_WORDS, canBeDrawnTogether, EACH } from './drill-hash.ts';
import type { MetricSetup } from './metric-setup.ts';
import { AGAINST } from './metric-setup.ts';
import { selectTemplate } from './select-template.ts';
import type { TemplateTools } from './template-tools.ts';

/** What a reader can choose. They work once the element is there. */
export function controlsTemplate(tools: TemplateTools, setup: MetricSetup): unknown {
  const { html } = tools;
  const controls = [
    ...(setup.trees.length > 1
      ? [
          select(
            'delat',
            t.tree,
            setup.trees.map(({ id, name }, i) => [id, i === 0 ? t.treeOfItsTime(name) : name] as const),
          ),
        ]
      : []),
    ...(setup.grains.length > 1
      ? [
          select(
            'period',
            t.grain,
            setup.grains.map(grain => [grain, t.grains[grain]] as const),
          ),
        ]
      : []),
    ...(setup.windows.length > 1
      ? [
          select(
            'avser',
            t.window,
            setup.windows.map(window => [window, t.windowName(window)] as const),
          ),
        ]
      : []),
    ...setup.others
      .filter(({ members }) => members.length > 0)
      .map(({ id, name, whole, wholeName, members }) =>
        select(id, name, [
          ...(members.some(member => member.id === whole) ? [] : [[whole, wholeName ?? t.all] as const]),
          ...members.map(member => [member.id, member.name] as const),
          ...(canBeDrawnTogether(members) ? [[EACH, t.each] as const] : []),
        ]),
      ),
    select(
      'mot',
      t.against,
      AGAINST.filter(against => setup.place !== null || (against !== 'above' && against !== 'previous')).map(
        against => [AGAINST_WORDS[against], t.againstWords[against]] as const,
      ),
    ),
  ];
  return html`<form class="controls" aria-label="${t.controls}">${controls}</form>`;

  function select(name: string, label: string, options: readonly (readonly [string, string])[]): unknown {
    return selectTemplate(tools, name, label, options);
  }
}

import type { TemplateTools } from './template-tools.ts';

/** A control with its label. What is chosen in it is set by the element that it stands in, from the address. */
export const selectTemplate = (
  { html }: TemplateTools,
  name: string,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
): unknown =>
  html`<label
    >${label}<select name="${name}" autocomplete="off">
      ${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}
    </select></label
  >`;

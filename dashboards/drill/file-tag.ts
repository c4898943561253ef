import { statusTexts } from '#texts/status.ts';
import type { DrillView } from './drill-view.ts';
import type { TemplateTools } from './template-tools.ts';

/** The tag of invented figures that goes with a chart into what is downloaded of it. The page has said it once, above. */
export const fileTag = ({ html, nothing }: TemplateTools, { setup }: DrillView): unknown =>
  setup.example ? html` <span class="tag in-files">${statusTexts.mark.example}</span>` : nothing;

import type { PlanVersion } from '../../words/plan.ts';
import type { Project } from '../../words/project.ts';
import { planLists } from './plan-lists.ts';
import { planWorkbook } from './plan-workbook.ts';

/** The workbook of a plan, with what the project, and an edition's tree, have to choose among. */
export const writePlan = async (plan: PlanVersion | null, project: Project, tree: string | null, now: Date): Promise<Uint8Array> =>
  planWorkbook(plan, await planLists(project, tree), now);

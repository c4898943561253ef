import { filesToSave } from '../../offline/files-to-save.ts';
import type { OfflinePlan } from '../../offline/plan.ts';
import { keepFile } from './keep.ts';
import { fetchManifest, rememberSaved } from './saved.ts';
import type { Answers, Wish } from './wish.ts';

/** Does what a page asks, and returns what it is answered. */
export async function grantWish(wish: Wish, plan: OfflinePlan, root: string): Promise<Answers[keyof Answers]> {
  if ('weigh' in wish)
    return fetchManifest(root).then(
      manifest => filesToSave(manifest, wish.weigh),
      () => null,
    );
  if ('keep' in wish) return wish.keep.startsWith(root) && keepFile(plan, root, wish.keep);
  await rememberSaved(plan, root, wish.saved);
  return true;
}

import { describe, expect, it } from 'vitest';
import { FILES } from './files.ts';
import { loadDraft, told } from './load-draft.ts';

describe('a draft of every format', () => {
  it.each(Object.entries(FILES))('%s: check lists what is to be decided; decided, it loads the file without a reject', async (_, make) => {
    const [file, content, loaded, ignored, lines] = await make();
    const result = await loadDraft(file, content);
    expect(told(result.draft)).toEqual(lines);
    expect(result.open).toEqual(result.draft.decisions.map(({ line, key }) => `${line} ${key}`));
    expect(result.open.map(each => each.split(' ')[1])).toEqual(
      expect.arrayContaining(['name', 'owner', 'class', 'kind', 'covers', 'cadence']),
    );
    expect(result.counts).toEqual({ records: loaded + ignored, loaded, rejected: 0, ignored });
    expect(result.draft.records).toMatchObject({ read: loaded + ignored, loaded, ignored, all: true });
  });
});

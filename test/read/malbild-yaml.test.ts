import { describe, expect, it } from 'vitest';
import { ProjectError } from '../../pipeline/read/project-error.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import { at, ownProblemsOf, problemsOf, type Edit } from './problems-of.ts';
import { edited, smallProject, writeProject } from './small-project.ts';

const file = 'malbild.yaml';
const treeOnly = Object.fromEntries(Object.entries(smallProject).filter(([name]) => name === file || name.includes('organisation')));
const edits: Edit[] = [
  ['a missing key', 'time_zone: Europe/Stockholm\n', '', at(1, 'missing-key', 'time_zone', 'a time zone, as Europe/Stockholm')],
  [
    'an event that ends before it begins',
    'until: 2026-03-31',
    'until: 2026-02-28',
    at(18, 'wrong-value', 'a last day before the first', '2026-03-01 or later'),
  ],
  [
    'an event at a place where there are no places',
    'place: organisation\n',
    '',
    at(17, 'not-with', 'place', 'the municipality has no `place`: an event is everywhere'),
  ],
  ['a name that turns what follows it', 'Lilla kommun', '"Lilla \\u202enummok"', at(1, 'hidden-mark', '\u202e')],
  ['a name with an isolate, in the file itself', 'Lilla kommun', 'Lilla \u2067kommun', at(1, 'hidden-mark', '\u2067')],
  ['a name with a control character', 'Kön, members', '"K\\bön", members', at(9, 'hidden-mark', '\b')],
  ['a number where a code is', '"0180"\nas_of', '0180\nas_of', at(2, 'quote-it', '0180')],
  ['a day that does not exist', '2026-10-15', '2026-02-30', at(3, 'wrong-value', '2026-02-30', 'a day, as 2026-12-31')],
  ['an unknown time zone', 'Europe/Stockholm', 'Europe/Åby', at(4, 'wrong-value', 'Europe/Åby', 'a time zone, as Europe/Stockholm')],
  [
    'a contact that is no address',
    'time_zone: Europe/Stockholm\n',
    'time_zone: Europe/Stockholm\ncontact: { email: nobody }\n',
    at(5, 'wrong-value', 'nobody', 'an e-mail address, as malbild@kommun.se'),
  ],
  [
    'a contact without any way',
    'time_zone: Europe/Stockholm\n',
    'time_zone: Europe/Stockholm\ncontact: {}\n',
    at(5, 'needs-key', 'email', 'or phone or url: a contact is one of them'),
  ],
  [
    'an unknown grain',
    '[year, month, tertial]',
    '[year, week]',
    at(5, 'wrong-value', 'week', '`month`, `quarter`, `tertial`, `half-year`, `year`, `school-year`'),
  ],
  [
    'a place that is no dimension',
    'place: organisation',
    'place: organization',
    at(6, 'unknown-name', 'dimension', 'organization', ['organisation', 'sex', 'municipality']),
  ],
  [
    'a hierarchy with members',
    'hierarchy: marts.organisation,',
    'hierarchy: marts.organisation, members: { A: B },',
    at(8, 'not-with', 'members', 'a hierarchy has its members from its mart'),
  ],
  ['levels without a hierarchy', 'hierarchy: marts.organisation, ', '', at(8, 'not-with', 'levels', 'only a hierarchy has levels')],
  [
    'a tree whose mart there is not',
    'marts.organisation',
    'marts.organization',
    at(8, 'unknown-name', 'mart', 'marts.organization', ['marts.organisation']),
  ],
  [
    'a dimension called as a column of observations',
    '  sex: {',
    '  marks: {',
    at(9, 'wrong-value', 'a dimension called `marks`', 'another name: observations have a column of that name'),
  ],
  [
    'a member called unknown',
    'K: Kvinnor',
    'unknown: Okänt',
    at(9, 'wrong-value', 'the member `unknown`', 'another name: `all` is the whole, `unknown` what is not known'),
  ],
  [
    'a member of its own in a dimension with a whole',
    'whole: none, ',
    '',
    at(10, 'not-with', 'own', 'only a dimension with `whole: none` has a member of its own'),
  ],
  ['a number among codes', '["0880", "1080"]', '["0880", 1080]', at(11, 'quote-it', '1080')],
  ['a text with a comma inside braces', 'sv: Liknande,', 'sv: Liknande, stora,', at(11, 'swallowed-by-comma', 'stora')],
  [
    'an unknown key inside braces',
    'from: 2023',
    'form: 2023',
    at(11, 'unknown-key', 'form', ['name', 'from', 'members', 'coverage'], true),
  ],
  [
    'a built-in unit declared anew',
    'fte: {',
    'sek: {',
    at(12, 'wrong-value', 'a unit called `sek`', 'another name: that unit is built in'),
  ],
  ['two follow-ups with one id', 'id: 2026-T1', 'id: 2026-T2', at(15, 'duplicate-id', '2026-T2', ['an earlier follow-up'])],
  [
    'a cron expression that is none',
    '30 5 * * *',
    '30 25 * * *',
    at(16, 'wrong-value', "'30 25 * * *'", 'a cron expression, as 30 5 * * *'),
  ],
  ['a grace without its unit', '6 hours', '6', at(16, 'wrong-value', '6', 'hours, as 6 hours')],
  ['a key that stands twice', 'code: "0180"\n', 'code: "0180"\ncode: "0181"\n', at(3, 'duplicate-key', 'code')],
  ['an asterisk', 'place: organisation', 'place: *', at(6, 'yaml-alias', '*')],
  ['an alias', 'place: organisation', 'place: *place', at(6, 'yaml-alias', '*place')],
  ['a tag', 'place: organisation', 'place: !!str organisation', at(6, 'yaml-tag', 'tag:yaml.org,2002:str')],
];

describe('malbild.yaml', () => {
  it.each(edits)('%s', async (_, from, to, ...expected) => {
    const problems = await ownProblemsOf(edited(file, from, to, treeOnly));
    expect(problems.filter(problem => problem.file === file)).toEqual(expected.map(problem => problem(file)));
  });

  it('that has problems stops the reading, with the problems of all files', async () => {
    const files = edited('sql/staging/absence.sql', 'select', 'selec', edited(file, 'code: "0180"\n', ''));
    await expect(readProject(await writeProject(files))).rejects.toThrow(ProjectError);
    expect((await problemsOf(files)).map(problem => [problem.file, problem.line])).toEqual(
      expect.arrayContaining([
        [file, 1],
        ['sql/staging/absence.sql', 1],
      ]),
    );
  });

  it('that is missing stops the reading', async () => {
    const rest = Object.fromEntries(Object.entries(smallProject).filter(([name]) => name !== file));
    await expect(readProject(await writeProject(rest))).rejects.toThrow('malbild.yaml:1: no malbild.yaml; a file there');
  });

  it('whose events name a metric that does not exist is a problem, and is read', async () => {
    const problems = await problemsOf(edited(file, 'name: Influensa,', 'name: Influensa, metrics: [sick-leave, sick-leaf],'));
    const of = problems.filter(problem => problem.file === file);
    expect(of).toEqual([
      at(18, 'unknown-name', 'metric', 'sick-leaf', ['hours', 'national', 'sick-leave', 'sick-per-hour', 'spell'])(file),
    ]);
  });

  it('whose events name a metric that is broken has no problem of its own', async () => {
    const files = edited(file, 'name: Influensa,', 'name: Influensa, metrics: [sick-leave],');
    const broken = edited('sql/metrics/sick-leave.sql', 'desired: lower', 'desired: lowest', files);
    expect((await problemsOf(broken)).filter(problem => problem.file === file)).toEqual([]);
  });

  it('whose events name nodes of a tree is read, with where they stand, since the data say which there are', async () => {
    const { eventPlaces, problems } = await readProject(
      await writeProject(edited(file, "Influensa, place: '1'", 'Influensa, place: nowhere')),
    );
    expect(problems).toEqual([]);
    expect(eventPlaces).toEqual([{ place: 'nowhere', file, line: 18 }]);
  });

  it('whose reports choose a metric that does not exist is a problem, for the board that does too, and is read', async () => {
    const chosen = 'reports: { pdf: true, metrics: [sick-leave, sick-leaf], boards: { SOC: [sick-leaf] } }';
    const files = edited(file, 'place: organisation', `place: organisation\n${chosen}`);
    const line = files[file]!.split('\n').indexOf(chosen) + 1;
    const problem = at(line, 'unknown-name', 'metric', 'sick-leaf', ['hours', 'national', 'sick-leave', 'sick-per-hour', 'spell'])(file);
    expect((await problemsOf(files)).filter(problem => problem.file === file)).toEqual([problem, problem]);
    const { municipality } = await readProject(await writeProject(files));
    expect(municipality.reports).toEqual({ pdf: true, metrics: ['sick-leave', 'sick-leaf'], boards: { SOC: ['sick-leaf'] } });
  });

  it('whose tree’s mart does not exist is a problem, and is read', async () => {
    const { municipality, problems } = await readProject(await writeProject(edited(file, 'marts.organisation', 'marts.organization')));
    expect(municipality.dimensions[0]!.hierarchy).toBe('marts.organization');
    expect(problems).toHaveLength(1);
  });
});

// `npm run bench:tasks`: the steps that three readers' tasks take on the demonstration's internal site, walked in Chromium on the tree that
// `malbild run` left in dist/current. A step is a click, a choice in a list or a key. Each task starts on the overview, and ends where what
// it asks for can be seen; a walk that does not get there fails.
import { launchBrowser } from '../test/browser/launch.ts';
import { readTree } from '../test/browser/read-tree.ts';
import { serveTree } from '../test/browser/serve-tree.ts';
import { internalTree } from '../scripts/published-tree.mjs';

const served = await serveTree(await readTree(internalTree()));
const browser = await launchBrowser();

/** A page where steps are counted. */
async function readerAt(width) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, serviceWorkers: 'block' });
  await page.goto(`${served.origin}index.html`);
  let steps = 0;
  const counted = async step => {
    steps += 1;
    await step;
  };
  return {
    follow: name => counted(page.locator('.menu, main').getByRole('link', { name, exact: true }).first().click()),
    open: name => counted(page.locator('summary', { hasText: name }).first().click()),
    choose: (name, value) => counted(page.locator(`select[name=${name}]`).selectOption(value)),
    async find(letters) {
      await counted(page.getByRole('button', { name: 'Sök' }).click());
      for (const letter of letters) await counted(page.keyboard.insertText(letter));
      await page.locator('[role=option]').first().waitFor();
      await counted(page.keyboard.press('Enter'));
    },
    download: () => Promise.all([page.waitForEvent('download'), counted(page.locator('[data-part=trend] [data-download=csv]').click())]),
    sees: text => page.locator('main :not(option)').getByText(text).filter({ visible: true }).first().waitFor(),
    end: async () => {
      await page.context().close();
      return steps;
    },
  };
}

const TASKS = [
  [
    'politician',
    834,
    'which goals are not reached, and what has changed since the last follow-up',
    async reader => {
      await reader.sees('Bedöms inte uppfyllas');
      await reader.sees(/Sedan förra uppföljningen/);
    },
  ],
  [
    'politician',
    834,
    'why, and who decided the target',
    async reader => {
      await reader.follow('Främja och stödja självständigt, gott och aktivt liv för alla åldrar');
      await reader.follow('Omsorgens medarbetare räcker till och mår bra');
      await reader.sees(/bedöms inte uppfyllas/);
      await reader.sees('Beslut bakom målvärdena');
      await reader.sees(/§ \d+/);
    },
  ],
  [
    'manager',
    390,
    'how sick leave stands in the own unit, and beside its siblings',
    async reader => {
      await reader.find('månst');
      await reader.sees('Sjukfrånvaro');
      await reader.sees('Bredvid de andra');
    },
  ],
  [
    'manager',
    390,
    'its months, what is usual and the board’s target',
    async reader => {
      await reader.find('månst');
      await reader.follow('Sjukfrånvaro');
      await reader.sees(/^Nämndens mål|^Hela kommunens mål/);
    },
  ],
  [
    'analyst',
    1280,
    'case lead time by board in 2024, with definition, source and SQL',
    async reader => {
      await reader.follow('Nyckeltal');
      await reader.follow('Handläggningstid');
      await reader.choose('till', '2024-12');
      await reader.sees(/dec 2024/);
      await reader.open('SQL');
      await reader.sees(/numerator|measure/);
    },
  ],
  [
    'analyst',
    1280,
    'lead time through two years in one chart, and its table as a file',
    async reader => {
      await reader.follow('Nyckeltal');
      await reader.follow('Handläggningstid');
      await reader.choose('mot', 'aret-fore');
      await reader.download();
    },
  ],
  [
    'analyst',
    1280,
    'a metric beside similar municipalities, and on a map',
    async reader => {
      await reader.follow('Jämför');
      await reader.follow('Lärare med legitimation och behörighet');
      await reader.follow('Visa på karta');
    },
  ],
];

console.log('| reader | px | task | steps |\n|---|---|---|---|');
try {
  for (const [who, width, task, walk] of TASKS) {
    const reader = await readerAt(width);
    await walk(reader);
    console.log(`| ${who} | ${width} | ${task} | ${await reader.end()} |`);
  }
} finally {
  await browser.close();
  await served.close();
}

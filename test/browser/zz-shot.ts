import { launchBrowser } from './launch.ts';
const b = await launchBrowser();
const list = process.argv.slice(2);
for (const item of list) {
  const [path, w, scheme, hash] = item.split('@') as [string, string, 'light'|'dark', string?];
  const ctx = await b.newContext({ viewport: { width: Number(w), height: 900 }, colorScheme: scheme });
  const page = await ctx.newPage();
  page.on('console', m => console.log('console', m.type(), m.text()));
  page.on('pageerror', e => console.log('error', e.message));
  await page.goto('file:///tmp/site/' + path + (hash ? '#' + hash : ''));
  const name = path.replaceAll('/', '_').replace('.html', '') + `-${w}-${scheme}.png`;
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (over > 0) console.log(path, w, 'OVERFLOW', over);
  await page.screenshot({ path: '/tmp/shots/' + name, fullPage: true });
  await ctx.close();
}
await b.close();

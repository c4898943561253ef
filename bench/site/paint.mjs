const ROUNDS = 3;
/** DevTools' "Slow 4G": milliseconds, and bytes a second. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 1_440_000 / 8, uploadThroughput: 675_000 / 8 };

/** In the page: what it paints and moves, as it happens. A string, since the page's policy runs no code of others. */
const WATCH = `
  window.painted = { lcp: 0, shift: 0 };
  new PerformanceObserver(list => list.getEntries().forEach(entry => (painted.lcp = entry.startTime)))
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver(list => list.getEntries().forEach(entry => (painted.shift += entry.hadRecentInput ? 0 : entry.value)))
    .observe({ type: 'layout-shift', buffered: true });`;
const READ = `(() => {
  const chart = [...document.querySelectorAll('main svg[role=img]')].find(svg => svg.getBoundingClientRect().width > 0);
  const top = chart?.getBoundingClientRect().top;
  return { ...painted, chart: chart === undefined ? 'none' : top < innerHeight ? 'in view' : Math.round(top) + ' px down' };
})()`;

/** The median largest contentful paint (ms) and layout shift of a page at 1280 × 900, and where its first chart stands. Charts are in the
    page's own HTML, so what is in view is in the first paint. */
export async function paintOf(browser, address) {
  const rounds = [];
  for (let i = 0; i < ROUNDS; i++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW_4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript({ content: WATCH });
    await page.goto(address, { waitUntil: 'networkidle' });
    rounds.push(await page.evaluate(READ));
    await context.close();
  }
  const median = key => rounds.map(round => round[key]).toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)];
  return { lcp: median('lcp'), shift: median('shift'), chart: rounds[0].chart };
}

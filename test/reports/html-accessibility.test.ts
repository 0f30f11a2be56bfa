import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type BrowserBench,
  browserBench,
  hasBrowser,
  needsBrowser,
  soon,
} from '../support/browser.js';
import { htmlReport, webAssessment } from '../support/web-report.js';

const screens = {
  overview: '#/',
  agencies: '#/agencies',
  agency: '#/agency/so-mau',
  systems: '#/systems',
  system: '#/system/so-mau/mot-cua',
  findings: '#/findings',
  'findings narrowed': '#/findings?severity=critical&q=phan+mem&sort=-title',
  'findings without a match': '#/findings?q=khongcogi',
  finding: `#/finding/${encodeURIComponent('PL-01:system:so-mau:mot-cua')}`,
  articles: '#/articles',
  article: `#/article/${encodeURIComponent('Điều 18 NĐ 331/2026')}`,
  packs: '#/packs',
  inputs: '#/inputs',
  missing: '#/nonsense',
};

const devices = [
  { device: 'desk', viewport: { width: 1280, height: 900 } },
  { device: 'phone', viewport: { width: 360, height: 740 } },
] as const;

const cases = devices.flatMap((device) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ ...device, colorScheme })),
);

describe.skipIf(!hasBrowser)(`the HTML report is accessible (${needsBrowser})`, () => {
  let bench: BrowserBench;
  let address: string;
  beforeAll(async () => {
    bench = await browserBench();
    address = await bench.keep('report', await htmlReport(webAssessment(150)));
  });
  afterAll(() => bench.close());

  test.each(cases)('no violation on a $device, $colorScheme', async ({ viewport, colorScheme }) => {
    const { page } = await bench.open(address, { viewport, colorScheme, reducedMotion: 'reduce' });
    // The policy forbids scripts in the page; the browser's own interface isn't bound by it.
    await page.evaluate(axe.source);
    const violations: string[] = [];
    for (const [screen, fragment] of Object.entries(screens)) {
      await page.goto(address + fragment);
      await page.waitForSelector('main h1');
      const found = await page.evaluate(async () => {
        const { axe: checker } = window as unknown as { axe: typeof axe };
        const result = await checker.run(document, { resultTypes: ['violations'] });
        return result.violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`),
        );
      });
      violations.push(...found.map((each) => `${screen}: ${each}`));
    }
    expect(violations).toEqual([]);
  });

  test('no screen is wider than a phone, and everything to press is as large as a finger', async () => {
    const { page } = await bench.open(address, { viewport: { width: 360, height: 740 } });
    const faults: string[] = [];
    for (const [screen, fragment] of Object.entries(screens)) {
      await page.goto(address + fragment);
      await page.waitForSelector('main h1');
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 360) faults.push(`${screen} is ${width} wide`);
      const small = await page
        .locator('button:visible, select:visible, input:visible')
        .evaluateAll((parts) =>
          parts
            .filter((part) => part.getBoundingClientRect().height < 44)
            .filter((part) => !part.closest('thead'))
            .map((part) => part.outerHTML),
        );
      faults.push(...small.map((each) => `${screen}: small: ${each}`));
    }
    expect(faults).toEqual([]);
  });

  test('a table says how many rows it has and where each stands', async () => {
    const { page } = await bench.open(`${address}#/findings`);
    const table = page.getByRole('table').first();
    await soon(() => table.getAttribute('aria-rowcount')).toBe('159');
    const rows = await table
      .locator('tbody tr[data-index]')
      .evaluateAll((all) => all.map((row) => Number(row.getAttribute('aria-rowindex'))));
    expect(rows).toEqual(rows.map((_, at) => at + 2));
    expect(rows.length).toBeLessThan(60);
  });
});

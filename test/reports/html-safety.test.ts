import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/audit/assessment.js';
import {
  type BrowserBench,
  browserBench,
  hasBrowser,
  needsBrowser,
  soon,
} from '../support/browser.js';
import { hostileTexts } from '../support/hostile-document.js';
import { installed } from '../support/installed.js';
import { finding, said } from '../support/tool-report.js';
import { htmlReport, soYTe, webAssessment } from '../support/web-report.js';

const hasPdfToText = installed('pdftotext', '-v');

/** Hostile text wherever an agency's own words get into a report. */
function hostileAssessment(): Assessment {
  const base = webAssessment();
  const markup = '</script><script>alert(1)</script><img src=x onerror=alert(2)>';
  return {
    ...base,
    title: `Tỉnh ${markup}`,
    agencies: base.agencies.map((agency) => ({
      ...agency,
      name: `${agency.name} ${markup}`,
      systems: agency.systems.map((system) => ({ ...system, name: markup })),
    })),
    findings: hostileTexts.map((text, at) =>
      finding(
        `R-${at}`,
        { kind: 'file', id: `${at}/${text}`, name: text, agency: soYTe.id },
        {
          message: said(text),
          citations: [{ text, certainty: 'text' }],
          remediation: { vi: text, en: text },
          evidence: [{ path: text, note: said(text) }],
        },
      ),
    ),
  };
}

describe.skipIf(!hasBrowser)(`the HTML report is safe (${needsBrowser})`, () => {
  let bench: BrowserBench;
  beforeAll(async () => {
    bench = await browserBench();
  });
  afterAll(() => bench.close());

  test('hostile text is shown as text, runs nothing, and breaks nothing', async () => {
    const address = await bench.keep('hostile', await htmlReport(hostileAssessment()));
    const { page, complaints } = await bench.open(`${address}#/findings`, {
      viewport: { width: 360, height: 740 },
    });
    await page.waitForSelector('main tbody a');
    const links = await page
      .locator('main tbody a')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
    expect(links).toHaveLength(hostileTexts.length);
    for (const link of [...links, '#/', '#/articles', `#/agency/${soYTe.id}`]) {
      await page.goto(address + link);
      await page.waitForSelector('main h1');
      expect(await page.locator('main img[src=x]').count()).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    }
    await page.goto(`${address}${links[0]}`);
    expect(await page.locator('main').textContent()).toContain(hostileTexts[0]);
    expect(await page.title()).toContain('</script><script>alert(1)</script>');
    expect(complaints).toEqual([]);
  });

  test('the policy allows the page’s own script and style and nothing else', async () => {
    const address = await bench.keep('plain', await htmlReport(webAssessment()));
    const { page, complaints } = await bench.open(address);
    await page.waitForSelector('main h1');
    const policy = await page
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content');
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+'; img-src data:; base-uri 'none'; form-action 'none'$/,
    );
    expect(await page.locator('[style]').count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "ran"';
      document.body.append(script);
      return document.title;
    });
    expect(ran).not.toBe('ran');
    expect(complaints.join()).toContain('Content Security Policy');
  });

  test('20,000 findings: few rows are drawn, however far one scrolls, and the search finds one', async () => {
    const html = await htmlReport(webAssessment(20_000));
    expect(html.length).toBeLessThan(10_000_000);
    const { page, complaints } = await bench.open(`${await bench.keep('large', html)}#/findings`);
    await page.waitForSelector('main tbody a');
    const drawn = () => page.locator('main tbody tr[data-index]').count();
    expect(await drawn()).toBeLessThan(60);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await soon(() =>
      page.locator('main tbody tr[data-index]').last().getAttribute('data-index'),
    ).toBe('20007');
    expect(await drawn()).toBeLessThan(60);
    await page.getByRole('searchbox').fill('pc-12345');
    await soon(() => page.locator('[role=status]').textContent()).toBe('1 trong 20.008 dòng');
    expect(await drawn()).toBe(1);
    expect(complaints).toEqual([]);
  });

  test.skipIf(!hasPdfToText)(
    'printing puts every row on paper, without the navigation (skipped without pdftotext)',
    async () => {
      const address = await bench.keep('print', await htmlReport(webAssessment(400)));
      const { page } = await bench.open(`${address}#/findings?agency=so-y-te`, {
        colorScheme: 'dark',
      });
      await page.waitForSelector('main tbody a');
      const text = pdfText(await page.pdf({ format: 'A4' }));
      const printed = new Set(text.match(/PC-\d{5}/g));
      expect(printed.size).toBe(200);
      expect(text).not.toContain('Tệp đầu vào');
      await soon(() => page.locator('main tbody tr[data-index]').count()).toBeLessThan(60);
    },
  );

  test('a list too long for paper says so on paper', async () => {
    const address = await bench.keep('long', await htmlReport(webAssessment(3_100)));
    const { page } = await bench.open(`${address}#/findings`);
    await page.waitForSelector('main tbody a');
    const notice = page.getByText('chỉ có 3.000 dòng đầu trong 3.108 dòng');
    expect(await notice.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await notice.isVisible()).toBe(true);
    expect(await page.locator('main tbody tr[data-index]').count()).toBe(3_000);
  });

  test('without JavaScript the page says where else to look, in both languages', async () => {
    const address = await bench.keep('bare', await htmlReport(webAssessment()));
    const { page } = await bench.open(address, { javaScriptEnabled: false });
    const said = page.locator('noscript p');
    expect(await said.allTextContents()).toEqual([
      expect.stringContaining('bản PDF'),
      expect.stringContaining('for the PDF'),
    ]);
    expect((await said.first().boundingBox())?.height).toBeGreaterThan(10);
  });

  test('damaged data: the page says so instead of staying empty', async () => {
    const html = await htmlReport(webAssessment());
    const address = await bench.keep('damaged', html.replace('"texts":[', '"texts":[,'));
    const { page } = await bench.open(address);
    await soon(() => page.locator('#unavailable').isVisible()).toBe(true);
  });
});

function pdfText(pdf: Uint8Array): string {
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
}

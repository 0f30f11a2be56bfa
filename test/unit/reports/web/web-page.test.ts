import { describe, expect, test } from 'vitest';
import type { Language } from '../../../../src/domain/text.js';
import { reportModel } from '../../../../src/reports/model.js';
import { webPage } from '../../../../src/reports/web/web-page.js';
import { readPageData } from '../../../../src/web/report/read-page.js';
import { hostileTexts } from '../../../support/hostile-document.js';
import { finding, said } from '../../../support/tool-report.js';
import { reportOf, webAssessment } from '../../../support/web-report.js';

const emptyPage = [
  '<!doctype html><title>tuanthu</title>',
  '<noscript><!--unavailable--></noscript>',
  '<script type="application/json" id="report-data"></script>',
  '<script type="module">run("<title>not this</title>")</script>',
].join('\n');

const hostile = {
  ...webAssessment(),
  title: `Tỉnh $& $1 $' <!--unavailable--> ${hostileTexts.join(' ')}`,
  findings: hostileTexts.map((text, at) =>
    finding(
      `R-${at}`,
      { kind: 'file', id: `${at} ${text}`, name: text, agency: 'so-mau' },
      { message: said(text), citations: [{ text, certainty: 'text' }] },
    ),
  ),
};

function dataOf(page: string) {
  const text = /id="report-data">([^<]*)</.exec(page)?.[1];
  if (text === undefined) throw new Error('The page has no data');
  return readPageData(text);
}

describe.each([
  { name: 'a small province', assessment: webAssessment(40) },
  { name: 'hostile text', assessment: hostile },
])('$name', ({ assessment }) => {
  const page = webPage(emptyPage, reportOf(assessment));

  test.each(['vi', 'en'] as const)('holds the whole report in %s', (language: Language) => {
    const { model } = dataOf(page).report(language);
    const expected = reportModel(assessment, language);
    expect(model.findings.length).toBe(assessment.findings.length);
    expect(model).toEqual(JSON.parse(JSON.stringify(expected)));
  });

  test('the markup stays the page’s own: every element that ends was there before', () => {
    expect(page.match(/<\/script/gi)).toHaveLength(2);
    expect(page.match(/<script/gi)).toHaveLength(2);
    expect(page).toContain('run("<title>not this</title>")');
    expect(/id="report-data">([^<]*)</.exec(page)?.[1]).not.toMatch(/[\u2028\u2029]/);
  });

  test('the same report gives the same bytes', () => {
    expect(webPage(emptyPage, reportOf(assessment))).toBe(page);
  });
});

test('the language asked for comes first; texts and pictures come in both', () => {
  const data = dataOf(webPage(emptyPage, reportOf(webAssessment(), 'en')));
  expect(data.languages).toEqual(['en', 'vi']);
  expect(data.report('vi').words['nav.findings']).toBe('Phát hiện');
  expect(data.report('en').words['nav.findings']).toBe('Findings');
  const charts = data.report('vi').charts;
  expect(charts.length).toBeGreaterThan(0);
  for (const { alt, light, dark } of charts) {
    expect(alt).toContain('70-90%');
    expect(light.wide.svg).toMatch(/^<svg/);
    expect(dark.wide.svg).not.toBe(light.wide.svg);
    expect(light.narrow.width).toBeLessThan(light.wide.width);
  }
});

test('without JavaScript both languages say where else to look', () => {
  const page = webPage(emptyPage, reportOf(webAssessment()));
  expect(page).toMatch(/<noscript><p lang="vi">[^<]+PDF[^<]+<\/p><p lang="en">[^<]+PDF/);
});

test.each([
  { name: 'no place for the data', page: '<title>x</title>' },
  { name: 'two places for the data', page: emptyPage + emptyPage },
])('a page with $name is refused', ({ page }) => {
  expect(() => webPage(page, reportOf(webAssessment()))).toThrow('single place');
});

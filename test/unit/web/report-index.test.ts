import { describe, expect, test } from 'vitest';
import { reportModel } from '../../../src/reports/model.js';
import { reportIndex, systemKey } from '../../../src/web/report/report-index.js';
import { webAssessment } from '../../support/web-report.js';

const assessment = webAssessment(10);
const model = reportModel(assessment, 'vi');
const index = reportIndex(model);

describe('following links', () => {
  test('every finding is found by its id, and under its agency', () => {
    for (const finding of model.findings) {
      expect(index.findings.get(finding.id)).toBe(finding);
      expect(index.byAgency.get(finding.agency?.id ?? '')).toContain(finding);
    }
    const grouped = [...index.byAgency.values()].reduce((sum, { length }) => sum + length, 0);
    expect(grouped).toBe(assessment.findings.length);
  });

  test('systems of the same id in two agencies stay apart', () => {
    const first = index.systems.get(systemKey('so-mau', 'mot-cua'));
    const second = index.systems.get(systemKey('so-y-te', 'mot-cua'));
    expect(first?.agency).toBe('so-mau');
    expect(second?.agency).toBe('so-y-te');
    expect(index.bySystem.get(systemKey('so-mau', 'mot-cua'))).toHaveLength(3);
    expect(index.bySystem.get(systemKey('so-y-te', 'mot-cua'))).toBeUndefined();
  });

  test('an article holds every finding that cites it, once, and says how sure it is', () => {
    const text = 'Điều 18 NĐ 331/2026';
    const article = index.articles.get(text);
    const citing = model.findings.filter(({ citations }) =>
      citations.some((citation) => citation.text === text),
    );
    expect(article?.findings).toEqual(citing);
    expect(article?.certainties).toEqual(['cách hiểu']);
    expect([...index.articles.values()][0]).toBe(article);
  });
});

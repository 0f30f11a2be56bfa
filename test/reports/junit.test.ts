import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { format } from '../../src/reports/formats/junit.js';
import { hostileTexts } from '../support/hostile-document.js';
import { noAssets } from '../support/no-assets.js';
import { hostileAssessment, toolAssessment, toolReport } from '../support/tool-report.js';

/** Whether libxml's program is installed. */
const installed = (() => {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe.skipIf(!installed)('xmllint (skipped where libxml2-utils is not installed)', () => {
  function wellFormed(input: string): number | null {
    return spawnSync('xmllint', ['--noout', '-'], { input }).status;
  }

  test.each([
    ['a report', toolAssessment],
    ['hostile texts', hostileAssessment(hostileTexts.join(' '))],
  ])('%s is well formed', async (_, assessment) => {
    const xml = String(await format.render(toolReport('vi', assessment), noAssets));
    expect(wellFormed(xml)).toBe(0);
    expect(wellFormed(xml.replace('</testsuites>', ''))).not.toBe(0);
  });
});

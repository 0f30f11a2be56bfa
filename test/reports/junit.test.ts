import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { format } from '../../src/reports/formats/junit.js';
import { hostileTexts } from '../support/hostile-document.js';
import { installed } from '../support/installed.js';
import { noAssets } from '../support/no-assets.js';
import { hostileAssessment, toolAssessment, toolReport } from '../support/tool-report.js';

describe.skipIf(!installed('xmllint'))(
  'xmllint (skipped where libxml2-utils is not installed)',
  () => {
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
  },
);

import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/audit/assessment.js';
import { format } from '../../src/reports/formats/xccdf.js';
import { hostileTexts } from '../support/hostile-document.js';
import { installed } from '../support/installed.js';
import { noAssets } from '../support/no-assets.js';
import { hostileAssessment, toolAssessment, toolReport } from '../support/tool-report.js';

describe.skipIf(!installed('oscap'))('oscap (skipped where OpenSCAP is not installed)', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tuanthu-xccdf-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** XML Schema and Schematron of XCCDF 1.2. */
  async function validate(xml: string) {
    const path = join(folder, 'in.xml');
    await writeFile(path, xml);
    const { status, stdout, stderr } = spawnSync('oscap', ['xccdf', 'validate', path], {
      encoding: 'utf8',
    });
    return { status, said: `${stdout}${stderr}` };
  }

  async function written(assessment: Assessment, language: 'vi' | 'en' = 'vi') {
    return String(await format.render(toolReport(language, assessment), noAssets));
  }

  test.each([
    ['in Vietnamese', toolAssessment, 'vi'],
    ['in English', toolAssessment, 'en'],
    ['without findings', { ...toolAssessment, findings: [] }, 'vi'],
    ['with hostile texts', hostileAssessment(hostileTexts.join(' ')), 'vi'],
  ] as const)('a report %s is valid', async (_, assessment, language) => {
    const { status, said } = await validate(await written(assessment, language));
    expect(said).not.toMatch(/error/i);
    expect(status).toBe(0);
  });

  test('the validator does find errors', async () => {
    const broken = (await written(toolAssessment)).replace('<result>fail<', '<result>failed<');
    expect((await validate(broken)).status).not.toBe(0);
  });
});

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readCatalogues } from '../../examples/generator/catalogues.js';
import { generateProvince } from '../../examples/generator/province.js';
import type { Assessment } from '../../src/audit/assessment.js';
import { auditTable } from '../../src/cli/audit-table.js';
import { stylesFor } from '../../src/cli/print.js';
import { parseDocument } from '../../src/documents/document.js';
import { isoDate } from '../../src/domain/dates.js';
import type { TargetOutcome } from '../../src/domain/rates.js';
import { reportModel } from '../../src/reports/model.js';
import { assessmentJson } from '../../src/reports/published-json.js';
import { auditFolder, schemas } from '../support/audit.js';
import { root } from '../support/program.js';
import { asOf } from '../support/workspace.js';

// `npm run golden` writes these files anew; look at the difference before it is kept.

const example = join(root, 'examples/lang-son');

describe('the example province', () => {
  let assessment: Assessment;
  beforeAll(async () => {
    ({ assessment } = await auditFolder(example));
  });

  test('is what its generator makes: npm run example', async () => {
    const generated = await generateProvince({
      seed: 2026,
      asOf: isoDate(asOf),
      catalogues: await readCatalogues(),
    });
    const entries = await readdir(example, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(example.length + 1));
    expect(paths.sort()).toEqual([...generated.keys()].sort());
    const drifted: string[] = [];
    for (const [path, content] of generated) {
      const stored = await readFile(join(example, path));
      if (!stored.equals(Buffer.from(content as string))) drifted.push(path);
    }
    expect(drifted).toEqual([]);
  });

  test.each(['vi', 'en'] as const)('as a table in %s', async (language) => {
    const model = reportModel(assessment, language);
    const text = auditTable(model, language, 80, stylesFor('stdout'));
    await expect(`${text}\n`).toMatchFileSnapshot(`example.${language}.txt`);
  });

  test('fits its published schema', () => {
    expect(schemaProblems(assessment)).toEqual([]);
  });

  test('shows every outcome of every target, and says why where figures don’t', () => {
    const count = (outcomes: readonly TargetOutcome[]) =>
      Object.fromEntries(
        ['met', 'not_met', 'inconclusive', 'no_data'].map((word) => [
          word,
          outcomes.filter((outcome) => outcome === word).length,
        ]),
      );
    const byTarget = assessment.province.targets.map(({ id }, index) => [
      id,
      count(assessment.agencies.flatMap(({ targets }) => targets[index]?.outcome ?? [])),
    ]);
    const verdicts = count(assessment.agencies.map(({ verdict }) => verdict));
    expect(Object.fromEntries([...byTarget, ['verdict', verdicts]])).toMatchInlineSnapshot(`
      {
        "sec-endpoints-protected": {
          "inconclusive": 25,
          "met": 29,
          "no_data": 10,
          "not_met": 17,
        },
        "sec-systems-classified": {
          "inconclusive": 5,
          "met": 28,
          "no_data": 11,
          "not_met": 37,
        },
        "sec-systems-protected-by-level": {
          "inconclusive": 4,
          "met": 16,
          "no_data": 11,
          "not_met": 50,
        },
        "verdict": {
          "inconclusive": 4,
          "met": 14,
          "no_data": 7,
          "not_met": 56,
        },
      }
    `);
    for (const [, outcomes] of byTarget) {
      expect(Object.values(outcomes as object).every((times) => times > 0)).toBe(true);
    }
    expect(assessment.province.agencies).toMatchInlineSnapshot(`
      {
        "inconclusive": 4,
        "late": 4,
        "met": 14,
        "no_data": 7,
        "not_met": 56,
        "not_submitted": 6,
        "partly": 8,
        "submitted": 67,
        "total": 81,
      }
    `);
  });
});

describe('a small province', () => {
  test('as its published assessment', async () => {
    const { assessment } = await auditFolder(join(root, 'test/fixtures/audit/five-agencies'));
    expect(schemaProblems(assessment)).toEqual([]);
    // Digests and wording of the packs change with every edit of them; what they decide stands in the outcomes.
    const packs = assessment.packs.map((pack) => ({
      ...pack,
      digest: '…',
      notes: pack.notes.map(({ id }) => id),
    }));
    const json = assessmentJson({ ...assessment, packs: [] });
    // Titles from the packs: they change with the packs' wording, which has its own tests.
    const text = JSON.stringify({ ...(json as object), packs, vocabulary: undefined }, null, 2);
    await expect(`${text}\n`).toMatchFileSnapshot('five-agencies.assessment.json');
  });
});

function schemaProblems(assessment: Assessment): readonly unknown[] {
  const bytes = new TextEncoder().encode(JSON.stringify(assessmentJson(assessment)));
  return schemas.check(parseDocument(bytes, 'assessment.json'), 'assessment');
}

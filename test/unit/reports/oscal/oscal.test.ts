import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../../../src/audit/assessment.js';
import { languages } from '../../../../src/messages/format.js';
import { format as ar } from '../../../../src/reports/formats/oscal-ar.js';
import { format as poam } from '../../../../src/reports/formats/oscal-poam.js';
import { hostileTexts } from '../../../support/hostile-document.js';
import { noAssets } from '../../../support/no-assets.js';
import {
  hostileAssessment,
  manyFindings,
  toolAssessment,
  toolReport,
} from '../../../support/tool-report.js';

const formats = { ar, poam } as const;
const ids = ['ar', 'poam'] as const;

async function written(
  id: keyof typeof formats,
  assessment: Assessment = toolAssessment,
  language: 'vi' | 'en' = 'vi',
) {
  return String(await formats[id].render(toolReport(language, assessment), noAssets));
}

interface Item {
  readonly uuid: string;
  readonly title: string;
  readonly props: readonly {
    readonly name: string;
    readonly value: string;
    readonly class?: string;
  }[];
  readonly status: string;
  readonly deadline?: string;
  readonly subjects: readonly { readonly 'subject-uuid': string; readonly type: string }[];
  readonly 'relevant-evidence'?: readonly object[];
  readonly target: {
    readonly 'target-id': string;
    readonly status: { readonly state: string; readonly reason: string };
  };
}

interface Part {
  readonly title: string;
  readonly observations: readonly Item[];
  readonly risks?: readonly Item[];
  readonly findings: readonly Item[];
}

interface Document extends Part {
  readonly uuid: string;
  readonly results: readonly Part[];
  readonly 'poam-items': readonly Item[];
  readonly metadata: { readonly title: string; readonly 'oscal-version': string };
}

async function read(...asked: Parameters<typeof written>): Promise<Document> {
  const [document] = Object.values(JSON.parse(await written(...asked)) as Record<string, Document>);
  if (!document) throw new Error('no document');
  return document;
}

/** All identifiers of a document, and all that refer to one. */
function uuidsOf(document: unknown) {
  const [defined, used]: [string[], string[]] = [[], []];
  JSON.stringify(document, (key, value: unknown) => {
    if (typeof value !== 'string') return value;
    if (key === 'uuid') defined.push(value);
    else if (key.endsWith('-uuid')) used.push(value);
    else if (key === 'href' && value.startsWith('#')) used.push(value.slice(1));
    return value;
  });
  return { defined, used };
}

/** Texts of one line, and those that are markup. */
function textsOf(document: unknown) {
  const [lines, paragraphs]: [string[], string[]] = [[], []];
  JSON.stringify(document, (key, value: unknown) => {
    if (typeof value !== 'string') return value;
    if (['title', 'value', 'name'].includes(key)) lines.push(value);
    if (['title', 'description', 'statement', 'remarks', 'prose'].includes(key)) {
      paragraphs.push(value);
    }
    return value;
  });
  return { lines, paragraphs };
}

function prop({ props }: Item, name: string): string | undefined {
  return props.find((each) => each.name === name)?.value;
}

describe.each(ids)('%s', (id) => {
  test.each(languages)('every finding is there, in %s', async (language) => {
    const document = await read(id, toolAssessment, language);
    const parts = document.results ?? [document];
    const found = parts
      .flatMap(({ findings }) => findings)
      .flatMap((each) => prop(each, 'finding-id') ?? []);
    const all = toolAssessment.findings.map((each) => each.id).sort();
    expect(found.sort()).toEqual(all);
    const items = document['poam-items'] ?? [];
    expect(items.map((each) => prop(each, 'finding-id')).sort()).toEqual(id === 'poam' ? all : []);
  });

  test('no identifier twice, every reference leads somewhere', async () => {
    const { defined, used } = uuidsOf(await read(id));
    expect(new Set(defined).size).toBe(defined.length);
    for (const uuid of defined) {
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect(used.filter((uuid) => !defined.includes(uuid))).toEqual([]);
    expect(used.length).toBeGreaterThan(toolAssessment.findings.length);
  });

  test('no empty list: OSCAL has none', async () => {
    expect(await written(id)).not.toMatch(/\[\]/);
    expect(await written(id, { ...toolAssessment, findings: [], inputs: [] })).not.toMatch(/\[\]/);
    const nobody = { ...toolAssessment, findings: [], inputs: [], agencies: [] };
    expect(await written(id, nobody)).not.toMatch(/\[\]/);
  });

  describe('hostile texts', () => {
    test.each(hostileTexts.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
      '%s',
      async (_, text) => {
        const file = await written(id, hostileAssessment(text));
        expect(/[\u202A-\u202E\u2066-\u2069]|\\u00[01]|\\ud8/.test(file)).toBe(false);
        const { lines, paragraphs } = textsOf(JSON.parse(file));
        // What NIST's schema asks of a line of markup and of a property's value.
        expect(lines.filter((line) => !/^\S(.*\S)?$/.test(line))).toEqual([]);
        expect(paragraphs.filter((each) => /(?<!\\)(<|\[|\*|`)/.test(each))).toEqual([]);
      },
    );
  });

  test('the same report gives the same text; another language is another document', async () => {
    expect(await written(id)).toBe(await written(id));
    expect((await read(id)).uuid).not.toBe((await read(id, toolAssessment, 'en')).uuid);
  });

  test('20,000 findings', async () => {
    const file = await written(id, manyFindings(20_000));
    expect(file.match(/"target-id":"rule_EP-01"/g)).toHaveLength(20_000);
  });
});

test.each([
  ['PL-01', 'not-satisfied', 'fail', 'open'],
  ['5.1.b', 'not-satisfied', 'fail', 'open'],
  ['CL-03', 'not-satisfied', 'other', 'investigating'],
  ['IN-03', 'not-satisfied', 'other', 'investigating'],
])('rule %s: %s, %s, the risk %s', async (rule, state, reason, status) => {
  const { findings, risks = [] } = await read('poam');
  const found = findings.find((each) => prop(each, 'rule') === rule);
  expect(found?.target.status).toMatchObject({ state, reason });
  const id = found && prop(found, 'finding-id');
  expect(risks.find((each) => prop(each, 'finding-id') === id)?.status).toBe(status);
});

test.each([
  ['CL-01', 'satisfied', 'pass', 'passes on every system'],
  ['EP-03', 'satisfied', 'pass', 'passes on every endpoint'],
  ['requirements.backup', 'satisfied', 'pass', 'every requirement of the group is met'],
  ['requirements.accounts', 'not-satisfied', 'fail', 'one of the group is not'],
  ['EP-02', 'not-satisfied', 'other', 'some endpoints are unknown'],
  ['sec-endpoints-protected', 'not-satisfied', 'other', 'an inconclusive target'],
])('without finding: %s is %s (%s): %s', async (rule, state, reason) => {
  const { results } = await read('ar');
  const found = results
    .find(({ title }) => title === 'Sở Mẫu')
    ?.findings.filter((each) => prop(each, 'rule') === rule);
  expect(found?.map(({ target }) => target.status)).toMatchObject([{ state, reason }]);
});

test.each([
  ['CL-02', 'it applies to nobody: neither satisfied nor not'],
  ['EP-04', 'it applies to no endpoint'],
])('%s is an observation only: %s', async (rule) => {
  const own = (await read('ar')).results.find(({ title }) => title === 'Sở Mẫu');
  expect(own?.findings.filter((each) => prop(each, 'rule') === rule)).toEqual([]);
  expect(own?.observations.filter((each) => prop(each, 'rule') === rule)).toHaveLength(1);
});

test('a rule with a finding is never also satisfied', async () => {
  for (const { findings } of (await read('ar')).results) {
    const broken = new Set(
      findings.filter((each) => prop(each, 'finding-id')).map((each) => each.target['target-id']),
    );
    for (const { target } of findings) {
      if (target.status.state === 'satisfied') expect(broken).not.toContain(target['target-id']);
    }
  }
});

test('evidence with its digest and row, legal basis with its certainty, the due date as a deadline', async () => {
  const { observations, findings, risks = [] } = await read('poam');
  const of = (items: readonly Item[]) =>
    items.find((each) => prop(each, 'finding-id')?.startsWith('PL-01'));
  expect(of(observations)?.['relevant-evidence']).toEqual([
    {
      href: 'agencies/so-mau/inventory.yaml',
      description: 'agencies/so-mau/inventory.yaml:12\n\nTrả lời: chưa.',
      props: [
        { name: 'sha256', ns: 'urn:tuanthu:oscal', value: 'b'.repeat(64) },
        { name: 'row', ns: 'urn:tuanthu:oscal', value: '12' },
      ],
    },
    { href: 'agencies/so-mau/plan.pdf', description: 'agencies/so-mau/plan.pdf' },
  ]);
  expect(of(findings)?.props).toContainEqual({
    name: 'citation',
    ns: 'urn:tuanthu:oscal',
    value: 'Điều 18 NĐ 331/2026',
    class: 'reading',
  });
  expect(of(risks)).toMatchObject({
    deadline: '2026-10-01T23:59:59+07:00',
    remediations: [{ lifecycle: 'recommendation', description: 'Làm cho đúng.' }],
  });
});

test('an item keeps its identifier on another date, a finding does not', async () => {
  const [now, later] = [
    await read('poam'),
    await read('poam', { ...toolAssessment, as_of: '2026-12-24' }),
  ];
  expect(later['poam-items'].map(({ uuid }) => uuid)).toEqual(
    now['poam-items'].map(({ uuid }) => uuid),
  );
  expect(later.findings[0]?.uuid).not.toBe(now.findings[0]?.uuid);
});

test('a plan without findings says so, since OSCAL has no empty plan', async () => {
  const { 'poam-items': items } = await read('poam', { ...toolAssessment, findings: [] });
  expect(items.map(({ title }) => title)).toEqual(['Không có phát hiện nào phải khắc phục']);
});

import { beforeAll, describe, expect, test } from 'vitest';
import { daysAgo, type Judged, judge } from './support.js';

// Answers of a console's API, handed in as they came: wrapped, one page of several, with an error among them.

const agent = (id: string, name: string) => ({
  id,
  name,
  status: 'active',
  lastKeepAlive: `${daysAgo(1)}T00:00:00Z`,
  version: 'Wazuh v4.3.0',
  os: { name: 'Ubuntu', version: '22.04' },
});
const page = (names: readonly string[], total: number) =>
  JSON.stringify({
    data: {
      affected_items: names.map((name, index) => agent(`00${index + 1}`, name)),
      total_affected_items: total,
    },
    error: 0,
  });
const linked = (names: readonly string[], next: string | null) =>
  JSON.stringify({
    ...(next && { '@odata.nextLink': next }),
    value: names.map((name) => ({
      id: `m-${name}-0001`,
      computerDnsName: name,
      lastSeen: `${daysAgo(1)}T00:00:00Z`,
      healthStatus: 'Active',
      onboardingStatus: 'Onboarded',
      osPlatform: 'Windows11',
    })),
  });

const cases: readonly {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly hosts: readonly string[];
  readonly codes: readonly string[];
}[] = [
  {
    name: 'whole',
    files: { 'a.json': page(['PC01', 'PC02'], 2) },
    hosts: ['PC01', 'PC02'],
    codes: [],
  },
  {
    name: 'fewer than the total',
    files: { 'a.json': page(['PC01'], 2) },
    hosts: ['PC01'],
    codes: ['fleet.truncated'],
  },
  {
    name: 'all pages, a file each',
    files: { 'a.json': page(['PC01'], 2), 'b.json': page(['PC02'], 2) },
    hosts: ['PC01', 'PC02'],
    codes: [],
  },
  {
    name: 'all pages in one file',
    files: { 'a.json': `${page(['PC01'], 2)}\n${page(['PC02'], 2)}\n` },
    hosts: ['PC01', 'PC02'],
    codes: [],
  },
  {
    name: 'a next link and no next page',
    files: { 'a.json': linked(['PC01'], 'https://example.invalid/next') },
    hosts: ['PC01'],
    codes: ['fleet.truncated_open'],
  },
  {
    name: 'a next link and its page',
    files: {
      'a.json': linked(['PC01'], 'https://example.invalid/next'),
      'b.json': linked(['PC02'], null),
    },
    hosts: ['PC01', 'PC02'],
    codes: [],
  },
  {
    name: 'a second list of machines in one value',
    files: {
      'a.json': linked(['PC01'], null).replace(
        /\}$/,
        `,"more":${JSON.stringify(JSON.parse(linked(['PC09'], null)).value)}}`,
      ),
    },
    hosts: ['PC01'],
    codes: ['fleet.other_lists'],
  },
  {
    name: 'an error in the place of a page',
    files: { 'a.json': `${page(['PC01'], 1)}\n{"error":{"code":"TooManyRequests"}}\n` },
    hosts: ['PC01'],
    codes: ['fleet.rows_refused'],
  },
  {
    name: 'comments and commas too many',
    files: {
      'a.json': `// page 1\n${page(['PC01'], 1).replace('"error":0', '"error":0, /* ok */')}`,
    },
    hosts: ['PC01'],
    codes: [],
  },
];

describe('pages', () => {
  let judged: Judged;
  beforeAll(async () => {
    judged = await judge({
      files: Object.fromEntries(
        cases.flatMap(({ files }, index) =>
          Object.entries(files).map(([name, content]) => [`case-${index}/${name}`, content]),
        ),
      ),
    });
  });

  test.each(cases.map((each, index) => ({ ...each, agency: `case-${index}` })))(
    '$name',
    ({ agency, hosts, codes }) => {
      const own = judged.observations.filter((row) => row['agency'] === agency);
      expect(own.map(({ host }) => host).sort()).toEqual(hosts);
      const said = judged.diagnostics.filter(
        ({ file, severity }) => file?.startsWith(`${agency}/`) && severity !== 'info',
      );
      expect([...new Set(said.map(({ code }) => code))]).toEqual(codes);
      const files = judged.result.files.filter((row) =>
        String(row['path']).startsWith(`${agency}/`),
      );
      const rows = (name: string) => files.reduce((sum, row) => sum + Number(row[name]), 0);
      expect(rows('rows_read') - rows('refused')).toBe(hosts.length);
    },
  );
});

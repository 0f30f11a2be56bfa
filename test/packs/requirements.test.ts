import { describe, expect, test } from 'vitest';
import { loadSchemas } from '../../src/documents/schemas.js';
import { levels } from '../../src/domain/rules.js';
import { readPack } from '../../src/packs/read-pack.js';
import { openFolder } from '../../src/platform/files.js';

// The catalogues of TCVN 14423:2026 against figures kept here, by hand and apart from the pack: a requirement that is
// lost, doubled or given another figure shows.

const files = openFolder('.');
const schemas = await loadSchemas(files, 'schemas');

async function read(id: string) {
  const { pack, diagnostics } = await readPack(files, `rules/packs/${id}`, schemas, {
    catalogues: true,
  });
  if (!pack) throw new Error(JSON.stringify(diagnostics));
  return pack;
}
const pack = await read('vn-2026');
const endpointChecks = (await read('endpoint-baseline')).endpointChecks;
const { levels: catalogues = [], annex = [], points = [] } = pack.requirements ?? {};
const all = catalogues.flatMap(({ level, groups }) =>
  groups.flatMap((group) =>
    group.requirements.map((requirement) => ({ level, group: group.slug, requirement })),
  ),
);
const at = (level: number) => all.filter((each) => each.level === level);

/** Group, its number at each level, how many requirements at each level; '' and 0: the level doesn't have it. */
const groups: readonly (readonly [slug: string, numbers: string, counts: string])[] = [
  ['risk-management', '3.1 4.1 5.1 6.1 7.1', '2 2 11 12 12'],
  ['hardware-assets', '3.2 4.2 5.2 6.2 7.2', '8 9 11 15 17'],
  ['software-assets', '3.3 4.3 5.3 6.3 7.3', '7 9 11 12 12'],
  ['information-assets', '3.4 4.4 5.4 6.4 7.4', '8 9 18 28 30'],
  ['secure-configuration', '3.5 4.5 5.5 6.5 7.5', '6 7 8 12 13'],
  ['accounts-access', '3.6 4.6 5.6 6.6 7.6', '20 20 20 24 24'],
  ['vulnerability-management', '3.7 4.7 5.7 6.7 7.7', '6 8 7 8 8'],
  ['security-logging', '3.8 4.8 5.8 6.8 7.8', '5 7 10 16 16'],
  ['browser-email-protection', '3.9 4.9 5.9 6.9 7.9', '4 4 5 12 13'],
  ['malware-defence', '3.10 4.10 5.10 6.10 7.10', '5 5 8 9 9'],
  ['backup-recovery', '3.11 4.11 5.11 6.11 7.11', '4 5 8 9 11'],
  ['network-infrastructure', '3.12 4.12 5.12 6.12 7.12', '17 23 34 41 44'],
  ['monitoring-defence', '- - 5.13 6.13 7.13', '0 0 7 8 9'],
  ['personnel', '3.13 4.13 5.14 6.14 7.14', '5 7 7 10 12'],
  ['supplier-management', '3.14 4.14 5.15 6.15 7.15', '5 5 5 12 12'],
  ['incident-response', '3.15 4.15 5.16 6.17 7.17', '9 11 11 15 15'],
  ['secure-development', '- - 5.17 6.16 7.16', '0 0 9 23 24'],
  ['security-testing', '- - 5.18 6.18 7.18', '0 0 5 7 7'],
];

describe('groups', () => {
  test.each(groups)('%s: %s: %s', (slug, numbers, counts) => {
    const found = levels.map((level) =>
      catalogues.find((each) => each.level === level)?.groups.find((group) => group.slug === slug),
    );
    expect(found.map((group) => group?.id ?? '-').join(' ')).toBe(numbers);
    expect(found.map((group) => group?.requirements.length ?? 0).join(' ')).toBe(counts);
  });

  test.each([
    [1, '3', 15, 111],
    [2, '4', 15, 131],
    [3, '5', 18, 195],
    [4, '6', 18, 273],
    [5, '7', 18, 288],
  ])('level %d: section %s, %d groups, %d requirements', (level, section, count, requirements) => {
    const catalogue = catalogues.find((each) => each.level === level);
    expect(catalogue).toMatchObject({ section, standard: 'TCVN 14423:2026', use: 'audit' });
    expect(catalogue?.groups).toHaveLength(count);
    expect(at(level)).toHaveLength(requirements);
  });

  test('998 requirements in all, none of another group', () => {
    expect(all).toHaveLength(998);
    const known = groups.map(([slug]) => slug);
    expect(all.filter(({ group }) => !known.includes(group))).toEqual([]);
  });

  test('the annex: 42 requirements, 109 entries over the levels, never scored', () => {
    const entries = annex.flatMap((each) => each.groups.flatMap((group) => group.requirements));
    expect(new Set(entries.map(({ id }) => id)).size).toBe(42);
    expect(entries).toHaveLength(109);
    expect(annex.map(({ groups: own }) => own.flatMap((g) => g.requirements).length)).toEqual([
      4, 8, 22, 33, 42,
    ]);
    expect(annex.every(({ use }) => use === 'self_assessment')).toBe(true);
  });
});

/** The value of a parameter of a slug at each level; '-' = the level has no such figure. */
function values(slug: string, parameter: string): string {
  return levels
    .map((level) => {
      const found = at(level).filter(({ requirement }) => requirement.slug === slug);
      const figures = found.map(({ requirement }) => requirement.parameters[parameter] ?? '-');
      return figures.length === 0 ? '-' : figures.join('|');
    })
    .join(' ');
}

describe('how often, at least', () => {
  test.each([
    ['risk-process-review', 'P1Y P1Y P1Y P1Y P6M'],
    ['risk-identification-periodic', '- - P1Y P6M P6M'],
    ['control-effectiveness-review', '- - P1Y P6M P6M'],
    ['hardware-inventory-review', 'P1Y P1Y P1Y P1Y P6M'],
    ['software-inventory-review', 'P1Y P1Y P1Y P1Y P6M'],
    ['unauthorized-device-detection', 'P1Y P1Y P6M P3M P1M'],
    ['asset-discovery-scan', '- - - P3M P1M'],
    ['dhcp-log-review', '- - P6M P3M P1M'],
    ['software-allowlist-review', '- - P1Y P1Y P6M'],
    ['unsupported-software-review', '- - - P1Y P6M'],
    ['unauthorized-software-detection', 'P1Y P1Y P1Y P6M P1M'],
    ['data-permission-review', 'P1Y P1Y P6M P3M P1M'],
    ['account-inventory-review', 'P1Y P1Y P6M P3M P1M'],
    ['information-asset-process-review', 'P1Y P1Y P1Y P1Y P6M'],
    ['information-asset-inventory-review', 'P1Y P1Y P1Y P1Y P6M'],
    ['data-flow-review', '- - P1Y P1Y P1Y'],
    ['sensitive-data-log-review', '- - - P3M P1M'],
    ['secure-configuration-review', 'P1Y P1Y P1Y P1Y P1Y'],
    ['account-policy-review', 'P1Y P1Y P1Y P1Y P1Y'],
    ['access-policy-review', 'P1Y P1Y P1Y P1Y P1Y'],
    ['access-grant-review', '- - - P1Y P6M'],
    ['user-device-patching', 'P1M P1M P1M P1M P1M'],
    ['log-review', 'P1Y P1Y P6M P1M P1M'],
    ['log-process-review', 'P1Y P1Y P1Y P1Y P1Y'],
    ['backup-policy-review', 'P1Y P1Y P1Y P1Y P1Y'],
    // The standard gives no figure at levels 1 to 3: the owner sets one.
    ['restore-test', '- - - P6M P3M'],
    ['network-diagram-update', 'P1Y P1Y P1Y P6M P3M'],
    ['alert-threshold-tuning', '- - P6M P3M P1M'],
    ['awareness-training-annual', 'P1Y P1Y P1Y P1Y P1Y'],
    ['supplier-inventory-review', 'P1Y P1Y P1Y P1Y P1Y'],
    ['incident-contact-point', 'P1Y P1Y P1Y P1Y P1Y'],
    ['incident-reporting-review', 'P1Y P1Y P1Y P1Y P1Y'],
    ['incident-response-review', 'P1Y P1Y P1Y P1Y P1Y'],
    ['incident-exercise', '- - - P1Y P1Y'],
    ['incident-threshold-review', '- - - P1Y P6M'],
    ['secure-sdlc-review', '- - P1Y P1Y P1Y'],
    ['vulnerability-disclosure-review', '- - P1Y P1Y P1Y'],
    ['sbom-update', '- - - P3M P1M'],
    ['vulnerability-scan-periodic', 'P1Y P1Y P6M P6M P3M'],
    ['vulnerability-scan-tiered', '- - - P6M P3M'],
    ['role-training-annual', '- - - P1Y P1Y'],
    ['secure-coding-training-annual', '- - - P1Y P1Y'],
    ['external-pentest', '- - - P1Y P6M'],
    ['internal-pentest', '- - - P1Y P6M'],
  ])('%s: %s', (slug, expected) => {
    expect(at(5).some(({ requirement }) => requirement.slug === slug)).toBe(true);
    expect(values(slug, 'interval')).toBe(expected);
  });
});

describe('retention, limits, counts', () => {
  test.each([
    ['log-retention', 'retention', '- P1M P3M P6M P12M'],
    ['inactive-account', 'inactive_max_age', 'P45D P45D P45D P45D P45D'],
    ['password_max_age', 'password_max_age', 'P2M P2M P2M P2M P2M'],
    ['password_history', 'password_history', '- - 10 10 10'],
    ['min_length_with_mfa', 'min_length_with_mfa', '8 8 8 8 8'],
    ['min_length_without_mfa', 'min_length_without_mfa', '14 14 14 14 14'],
    ['character_types', 'character_types_without_mfa', '4 4 4 4 4'],
    ['lock of user devices', 'suggested_lock_user_device', 'PT15M PT15M PT15M PT15M PT15M'],
    ['lock of administrators', 'suggested_lock_admin_session', 'PT5M PT5M PT5M PT5M PT5M'],
    ['lock of mobiles', 'suggested_lock_mobile_device', 'PT5M PT5M PT5M PT5M PT5M'],
    [
      'lock of business software',
      'suggested_lock_important_business_app',
      '- PT15M PT15M PT15M PT15M',
    ],
    ['failed logins', 'suggested_max_attempts_laptop_phone', '10 10 10 10 10'],
    ['failed logins, business', 'suggested_max_attempts_important_business_app', '- 5 5 5 5'],
    ['lockout, least', 'suggested_lockout_min', 'PT12H PT12H PT12H PT12H PT12H'],
    ['lockout, most', 'suggested_lockout_max', 'P30D P30D P30D P30D P30D'],
    ['grades of data', 'suggested_classification_levels', '- 3 4 4 4'],
    ['copies', 'copies', '- - 3 3 3'],
    ['media types', 'media_types', '- - 2 2 2'],
    ['off-site copies', 'offsite_copies', '- - 1 1 1'],
    ['deputies', 'min_deputies', '1 1 1 1 1'],
    // One layer at level 3 (encryption-in-transit, without a figure).
    ['layers of encryption', 'min_layers', '- - - 2 2'],
    ['zones, wireless included', 'min_zones_with_wireless', '- 5 7 8 8'],
    ['international routes', 'min_international_links', '- - - 2 2'],
    ['links of backups', 'min_links', '- - - - 2'],
    ['distance of the standby site', 'min_distance_km', '- - - - 30'],
    ['hours of monitoring', 'hours_per_day', '- - - 24 24'],
    ['vulnerability scan, critical', 'interval_critical', '- - - P3M P1M'],
  ])('%s (%s): %s', (_name, parameter, expected) => {
    const found = levels.map((level) => {
      const figures = at(level).flatMap(
        ({ requirement }) => requirement.parameters[parameter] ?? [],
      );
      return [...new Set(figures)].join('|') || '-';
    });
    expect(found.join(' ')).toBe(expected);
  });
});

test.each([
  ['video of the server room', 'entry-cctv-recording', 'retention', '- - P3M P6M P12M'],
  ['factors to enter it', 'server-room-multi-factor-entry', 'min_factors', '- - - - 2'],
])('annex: %s (%s %s): %s', (_name, slug, parameter, expected) => {
  const found = levels.map((level) => {
    const own = annex.find((each) => each.level === level)?.groups ?? [];
    const figures = own
      .flatMap((group) => group.requirements)
      .flatMap((each) => (each.slug === slug ? (each.parameters[parameter] ?? []) : []));
    return figures.join('|') || '-';
  });
  expect(found.join(' ')).toBe(expected);
});

describe('levels do not inherit', () => {
  const has = (level: number, slug: string) =>
    at(level).some(({ requirement }) => requirement.slug === slug);
  const levelsOf = (slug: string) => levels.filter((level) => has(level, slug)).join(' ');

  test.each([
    [
      'login on device administration, not repeated at level 2',
      'device-authentication-required',
      '1 3 4 5',
    ],
    ['control of what joins the network, again from level 3', 'network-access-control', '3 4 5'],
    [
      'anti-malware on devices of remote access, not at level 3',
      'remote-access-device-security',
      '2 4 5',
    ],
    ['contact with the state authority, dropped from level 4', 'authority-liaison', '2 3'],
    ['backup copies, another idea from level 3', 'backup-copy-protection', '1 2'],
    ['patching of all assets, level 2 only', 'patch-plan-all-assets', '2'],
    ['encryption of important data in transit', 'encryption-in-transit', '3 4 5'],
    ['a second layer', 'two-layer-transit-encryption', '4 5'],
  ])('%s', (_name, slug, expected) => expect(levelsOf(slug)).toBe(expected));

  test('service accounts are named at level 1, and left out at levels 2 and 3', () => {
    const named = [1, 2, 3].map((level) =>
      at(level)
        .find(({ requirement }) => requirement.slug === 'account-inventory-types')
        ?.requirement.statement.en.includes('service'),
    );
    expect(named).toEqual([true, false, false]);
  });

  test.each([
    ['outsourced-software-contract', 'software-assets', 'secure-development'],
    ['outsourced-source-code-handover', 'software-assets', 'secure-development'],
  ])('%s moves from %s to %s', (slug, before, after) => {
    const groupsOf = [2, 3, 4, 5].map(
      (level) => at(level).find(({ requirement }) => requirement.slug === slug)?.group,
    );
    expect(groupsOf).toEqual([before, after, after, after]);
  });

  test('data-loss-prevention moves from the network to information assets', () => {
    const found = [3, 4, 5].map((level) =>
      at(level).filter(({ requirement }) => requirement.slug === 'data-loss-prevention'),
    );
    expect(found.map((each) => each.map(({ group }) => group).join())).toEqual([
      'network-infrastructure',
      'information-assets',
      'information-assets',
    ]);
  });
});

describe('every requirement', () => {
  test('serves a part of the security plan', () => {
    const parts = points.filter(({ kind }) => kind === 'plan_part').map(({ id }) => id);
    expect(parts).toHaveLength(7);
    const lost = all.filter(
      ({ requirement }) => !requirement.points.some((point) => parts.includes(point)),
    );
    expect(lost.map(({ requirement }) => requirement.id)).toEqual([]);
  });

  test('has an endpoint signal that exports speak of, or one that stays unknown', () => {
    const spoken = endpointChecks?.signals?.map(({ id }) => id) ?? [];
    expect([...spoken].sort()).toEqual(['antimalware', 'disk_encryption', 'firewall', 'patching']);
    const silent = ['account_policy', 'backup', 'logging', 'mfa', 'time_sync'];
    const named = new Set(all.flatMap(({ requirement }) => requirement.endpointSignal ?? []));
    expect([...named].sort()).toEqual([...spoken, ...silent].sort());
  });

  test('is only a suggestion in the two clauses that the standard marks so', () => {
    const optional = all.filter(({ requirement }) => requirement.optional);
    expect(optional.map(({ requirement }) => requirement.id)).toEqual(
      [3, 4, 5, 6, 7].flatMap((section) => [`${section}.6.2.2.b#1`, `${section}.6.2.2.b#2`]),
    );
  });

  test('bears the certainty of its source, a summary, but for one that is a reading', () => {
    const others = all.filter(({ requirement }) => requirement.certainty !== 'secondary');
    expect(others.map(({ requirement: { id, slug, certainty } }) => [id, slug, certainty])).toEqual(
      [
        ['3.6.2.2.b#3', 'admin-password-rotation', 'reading'],
        ['4.6.2.2.b#3', 'admin-password-rotation', 'reading'],
      ],
    );
  });
});

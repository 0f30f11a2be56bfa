import type { Statement } from '../engines/engine.js';

/**
 * Which observations are one machine. Rungs of the identity ladder, strongest first; observations that share a key of a
 * rung are one machine unless a stronger key tells them apart. Never merged on IP address, machine-id or user, and on
 * names only inside one agency.
 */
interface Rung {
  readonly id: string;
  /** SQL for the key of an observation, NULL where it has none; several keys (MAC addresses) come as a list. */
  readonly keys: string;
  /** Rungs whose differing keys forbid a merge on this one. */
  readonly blockedBy: readonly string[];
}

/** UUIDs that makers leave in place of a real one, in the form of `uuid_form`. */
const placeholderUuids = ['00020003-0004-0005-0006-000700080009'];

/** Serial numbers that mean "none". */
const placeholderSerials = [
  'to be filled by o.e.m.',
  'default string',
  'system serial number',
  'none',
  '0',
  '-',
  'not specified',
  'n/a',
  'invalid',
];

/** The same hardware id on more hosts than this is a maker's placeholder. */
const maxHostsPerHardwareId = 3;

/** Two rows of one hardware id whose last sights are closer than this are two running machines, not one re-installed. */
const overlapDays = 30;

/** NetBIOS cuts computer names at 15 characters. */
export const netbiosLength = 15;

/** Shorter device ids are a console's running numbers, which every console gives anew. */
const minVendorIdLength = 8;

const rungs: readonly Rung[] = [
  { id: 'hardware_uuid', keys: '[uuid_key]', blockedBy: [] },
  { id: 'serial', keys: '[serial_key]', blockedBy: ['hardware_uuid'] },
  {
    id: 'device_id',
    keys: `['directory|' || trim(lower(directory_id), '{} '), CASE WHEN length(vendor_id) >= ${minVendorIdLength}
      THEN 'vendor|' || source || '|' || agency || '|' || vendor_id END]`,
    blockedBy: ['hardware_uuid', 'serial'],
  },
  {
    id: 'mac_and_host',
    keys: `list_transform(mac_keys, m -> m || '|' || host_key)`,
    blockedBy: ['hardware_uuid', 'serial'],
  },
  { id: 'fqdn', keys: `[agency || '|' || fqdn]`, blockedBy: ['hardware_uuid', 'serial'] },
  {
    id: 'host',
    keys: `[agency || '|' || host_key]`,
    blockedBy: ['hardware_uuid', 'serial', 'fqdn'],
  },
  {
    id: 'cut_host',
    keys: `[CASE WHEN length(host_key) >= ${netbiosLength} THEN agency || '|' || left(host_key, ${netbiosLength}) END]`,
    blockedBy: ['hardware_uuid', 'serial', 'fqdn', 'long_host'],
  },
];

/** Macros that give a hardware id the one form in which it is compared; NULL for a placeholder and for what is none. */
export function identityMacros(): Statement[] {
  const words = (list: readonly string[]) => list.map((word) => `'${word}'`).join(', ');
  return [
    {
      // SMBIOS readers disagree on the byte order of the first three groups: the lesser of the two forms is taken.
      sql: `CREATE MACRO uuid_bytes(x) AS CASE WHEN regexp_matches(x, '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')
        AND NOT regexp_matches(x, '^[0f-]+$') THEN least(x, regexp_replace(x,
          '^(..)(..)(..)(..)-(..)(..)-(..)(..)-', '\\4\\3\\2\\1-\\6\\5-\\8\\7-')) END`,
    },
    {
      sql: `CREATE MACRO uuid_form(x) AS CASE WHEN uuid_bytes(trim(lower(x), '{} ')) NOT IN (${words(placeholderUuids)})
        THEN uuid_bytes(trim(lower(x), '{} ')) END`,
    },
    {
      // VMware writes its serials with or without blanks and dashes.
      sql: `CREATE MACRO serial_text(x) AS CASE WHEN fold(x) LIKE 'vmware-%'
        THEN 'vmware-' || regexp_replace(substr(fold(x), 8), '[ -]', '', 'g') ELSE fold(x) END`,
    },
    {
      sql: `CREATE MACRO serial_form(x) AS CASE WHEN length(serial_text(x)) >= 4 AND serial_text(x) NOT IN (${words(placeholderSerials)})
        AND replace(serial_text(x), left(serial_text(x), 1), '') <> '' THEN serial_text(x) END`,
    },
    { sql: `CREATE MACRO host_form(x) AS regexp_extract(upper(fold(x)), '^[^.]+')` },
  ];
}

/** Observations get their numbers by what they say: the order of files and rows decides nothing. */
const contentOrder = [
  ...['agency', 'host', 'fqdn', 'hardware_uuid', 'serial', 'directory_id', 'vendor_id', 'macs'],
  ...['observed_at', 'last_seen', 'rank', 'product_name', 'installed', 'running', 'realtime'],
  ...['mode', 'signatures_date', 'file_id', 'row_no'],
].join(', ');

/** Usable keys of each observation, placeholders and shared hardware ids taken out; and who was found to be a clone. */
export function identityKeys(): Statement[] {
  return [
    {
      sql: `CREATE TABLE keyed AS
        SELECT row_number() OVER (ORDER BY ${contentOrder}) AS obs_id, *,
          host_form(coalesce(host, fqdn)) AS host_key, uuid_form(hardware_uuid) AS uuid_raw, serial_form(serial) AS serial_raw,
          list_filter(macs, m -> NOT (left(m, 6) IN ('0A0027', '00155D') OR left(m, 8) = '005056C0'
            OR substr(m, 2, 1) IN ('1', '2', '3', '5', '6', '7', '9', 'A', 'B', 'D', 'E', 'F') OR m = '000000000000')) AS mac_usable
        FROM observation`,
    },
    { sql: 'DROP TABLE observation' },
    ...['uuid', 'serial'].map((kind) => ({
      // Shared by many hosts: a maker's placeholder. Shared by hosts of one report that ran at the same time: clones.
      sql: `CREATE TABLE shared_${kind} AS
        WITH host AS (SELECT ${kind}_raw AS id, file_id, host_key, flatten(list(mac_usable)) AS macs,
            max(coalesce(observed_at, last_seen)) AS at
          FROM keyed WHERE ${kind}_raw IS NOT NULL AND host_key <> '' GROUP BY ALL),
        many AS (SELECT id FROM host GROUP BY id HAVING count(DISTINCT host_key) > ${maxHostsPerHardwareId})
        SELECT id FROM many
        UNION
        SELECT a.id FROM host a JOIN host b ON a.id = b.id AND a.file_id = b.file_id AND a.host_key < b.host_key
        WHERE a.id NOT IN (SELECT id FROM many) AND len(a.macs) > 0 AND len(b.macs) > 0
          AND NOT list_has_any(a.macs, b.macs) AND abs(date_diff('day', a.at, b.at)) <= ${overlapDays}`,
    })),
    {
      sql: `CREATE TABLE busy_mac AS SELECT mac FROM (SELECT unnest(mac_usable) AS mac, host_key FROM keyed)
        GROUP BY mac HAVING count(DISTINCT host_key) > ${maxHostsPerHardwareId}`,
    },
    {
      sql: `CREATE TABLE subject AS
        SELECT keyed.* EXCLUDE (uuid_raw, serial_raw, mac_usable),
          CASE WHEN su.id IS NULL THEN uuid_raw END AS uuid_key,
          CASE WHEN ss.id IS NULL THEN serial_raw END AS serial_key,
          list_filter(mac_usable, m -> NOT list_contains(busy.macs, m)) AS mac_keys,
          (su.id IS NOT NULL OR ss.id IS NOT NULL) AS shared_id
        FROM keyed CROSS JOIN (SELECT coalesce(list(mac), []) AS macs FROM busy_mac) busy
          LEFT JOIN shared_uuid su ON su.id = uuid_raw LEFT JOIN shared_serial ss ON ss.id = serial_raw`,
    },
    { sql: 'DROP TABLE keyed' },
    { sql: 'CREATE TABLE member AS SELECT obs_id, obs_id AS gid FROM subject' },
    { sql: 'CREATE TABLE conflict (gid BIGINT, rung VARCHAR)' },
    { sql: 'CREATE TABLE merge (rung VARCHAR, key VARCHAR, gid BIGINT)' },
    {
      sql: `CREATE TABLE key AS
        WITH named AS (SELECT subject.*, file.source FROM subject JOIN file USING (file_id))
        ${rungs.map((rung) => `SELECT obs_id, '${rung.id}' AS rung, k AS key FROM (SELECT obs_id, unnest(${rung.keys}) AS k FROM named) WHERE k IS NOT NULL`).join(' UNION ALL ')}
        UNION ALL SELECT obs_id, 'long_host', host_key FROM subject WHERE length(host_key) > ${netbiosLength}`,
    },
  ];
}

/** Rungs in order; the engine runs `mergeStep` of each until it changes nothing. */
export const rungIds: readonly string[] = rungs.map((rung) => rung.id);

/** Most rounds of one rung: each round joins groups that share a key, so chains of n groups need log n; more is a fault. */
export const maxRounds = 50;

/**
 * One round of one rung: groups that share a key get the smallest group's number, unless a blocking key tells them apart.
 * `merged` of the last statement's row says how many groups changed.
 */
export function mergeStep(rungId: string): {
  prepare: Statement[];
  count: Statement;
  apply: Statement[];
} {
  const rung = rungs.find((each) => each.id === rungId) as Rung;
  const blocking = rung.blockedBy.map((id) => `'${id}'`).join(', ') || "''";
  return {
    prepare: [
      { sql: 'DROP TABLE IF EXISTS bucket' },
      {
        // Buckets of one key, with the groups in it; `apart` when a stronger key differs inside the bucket.
        sql: `CREATE TABLE bucket AS
          WITH g AS (SELECT DISTINCT key.key, member.gid FROM key JOIN member USING (obs_id) WHERE rung = '${rung.id}'),
          many AS (SELECT key FROM g GROUP BY key HAVING count(*) > 1),
          pair AS (SELECT g.key, g.gid FROM g JOIN many USING (key)),
          strong AS (SELECT DISTINCT member.gid, key.rung, key.key AS strong FROM key JOIN member USING (obs_id)
            WHERE rung IN (${blocking}) AND member.gid IN (SELECT gid FROM pair)),
          split AS (${toldApart('SELECT pair.key AS place, strong.* FROM pair JOIN strong USING (gid)')})
          SELECT pair.key, pair.gid, split.place IS NOT NULL AS apart, strong.gid IS NOT NULL AS has_strong
          FROM pair LEFT JOIN split ON split.place = pair.key LEFT JOIN (SELECT DISTINCT gid FROM strong) strong USING (gid)`,
      },
      {
        sql: `INSERT INTO conflict SELECT DISTINCT gid, '${rung.id}' FROM bucket WHERE apart
          AND NOT EXISTS (SELECT 1 FROM conflict c WHERE c.gid = bucket.gid AND c.rung = '${rung.id}')`,
      },
      { sql: 'DROP TABLE IF EXISTS target' },
      {
        // In a bucket that is apart, only the groups without any blocking key still belong together.
        sql: `CREATE TABLE target AS
          SELECT gid, min(root) AS root, min(key) AS key FROM (
            SELECT gid, key, min(gid) OVER (PARTITION BY key) AS root FROM bucket WHERE NOT apart OR NOT has_strong)
          GROUP BY gid HAVING min(root) < gid`,
      },
      {
        // Two buckets may each be harmless and yet chain groups that a stronger key tells apart: those stay alone.
        sql: `DELETE FROM target WHERE root IN (${toldApart(`SELECT DISTINCT t.root AS place, t.gid, key.rung, key.key AS strong
          FROM (SELECT gid, root FROM target UNION SELECT root, root FROM target) t
            JOIN member ON member.gid = t.gid JOIN key USING (obs_id) WHERE key.rung IN (${blocking})`)})`,
      },
    ],
    count: { sql: 'SELECT count(*) AS merged FROM target' },
    apply: [
      { sql: `INSERT INTO merge SELECT '${rung.id}', key, root FROM target` },
      { sql: 'UPDATE member SET gid = target.root FROM target WHERE target.gid = member.gid' },
      { sql: 'UPDATE conflict SET gid = target.root FROM target WHERE target.gid = conflict.gid' },
      { sql: 'UPDATE merge SET gid = target.root FROM target WHERE target.gid = merge.gid' },
    ],
  };
}

/**
 * Places in which groups differ in a stronger key: several have keys of one rung, and none that all of them share. A
 * group may itself have several (a machine that was renamed). `rows` are distinct (place, gid, rung, strong).
 */
function toldApart(rows: string): string {
  return `SELECT DISTINCT place FROM (
    SELECT place, rung, groups, count(*) AS sharing
    FROM (SELECT *, len(list(DISTINCT gid) OVER (PARTITION BY place, rung)) AS groups FROM (${rows}))
    GROUP BY place, rung, groups, strong)
    GROUP BY place, rung, groups HAVING max(sharing) < groups`;
}

/** lastLogonTimestamp is only rewritten about every 14 days: an age taken from a directory gets this allowance. */
const directoryAllowanceDays = 14;

const when = `coalesce(observed_at, TIMESTAMP '1990-01-01')`;

/** The word of the strongest, then newest source; the word itself settles a tie, so that the order of rows never counts. */
function best(column: string): string {
  return `arg_max(${column}, struct_pack(rank := rank, at := ${when}, v := ${column})) AS ${column}`;
}

/**
 * One row an endpoint: a stable id made of its strongest key, its agency (of its newest evidence), names, and what is
 * doubtful about its identity.
 */
export function endpoints(asOf: string): Statement[] {
  return [
    {
      sql: `CREATE TABLE endpoint AS
        WITH best AS (
          SELECT member.gid, arg_min(rung || ':' || key, struct_pack(place := list_position([${rungIds.map((id) => `'${id}'`).join(', ')}], rung), key := key)) AS key,
            min(list_position([${rungIds.map((id) => `'${id}'`).join(', ')}], rung)) AS place
          FROM key JOIN member USING (obs_id) WHERE rung <> 'long_host' GROUP BY member.gid),
        fact AS (
          SELECT member.gid,
            arg_max(subject.agency, struct_pack(proves := rank > 1, at := ${when}, agency := subject.agency)) AS agency,
            count(DISTINCT subject.agency) > 1 AS several_agencies,
            coalesce(min(host_key) FILTER (host_key <> ''), min(fqdn), min(serial), min(hardware_uuid), min(vendor_id), min(directory_id)) AS name,
            bool_or(shared_id) AS shared_id,
            max(rank) AS rank,
            bool_or(future_date) AS future_date,
            max(observed_at) FILTER (rank > 1) AS evidence_at,
            not_negative(min(date_diff('day', CAST(last_seen + INTERVAL 7 HOUR AS DATE), CAST($as_of AS DATE)) - CASE WHEN subject.role = 'directory' THEN ${directoryAllowanceDays} ELSE 0 END)) AS seen_days,
            arg_max(account_enabled, struct_pack(at := ${when}, v := account_enabled)) AS account_enabled,
            max(file.newest) AS report_at,
            max(file.exported_on) AS exported_on,
            ${['kind', 'os_name', 'os_version', 'os_build', 'os_edition'].map(best).join(',\n            ')},
            list(DISTINCT host_key) FILTER (host_key <> '') AS hosts,
            list(DISTINCT serial_key) FILTER (serial_key IS NOT NULL) AS serials,
            list(DISTINCT uuid_key) FILTER (uuid_key IS NOT NULL) AS uuids,
            min(struct_pack(path := file.path, row_no := row_no)) AS evidence
          FROM subject JOIN member USING (obs_id) JOIN file USING (file_id) GROUP BY member.gid)
        SELECT fact.*, 'ep-' || left(sha256(agency || '|' || coalesce(best.key, name)), 16) AS endpoint_id,
          best.key AS identity_key, coalesce(best.place, 9) AS identity_place,
          c.gid IS NOT NULL AS conflict
        FROM fact LEFT JOIN best USING (gid) LEFT JOIN (SELECT DISTINCT gid FROM conflict) c USING (gid)`,
      params: { as_of: asOf },
    },
    {
      // Machines that a conflict kept apart may share their best key: the later ones get a number.
      sql: `UPDATE endpoint SET endpoint_id = endpoint_id || '-' || d.n FROM (
        SELECT gid, row_number() OVER (PARTITION BY endpoint_id ORDER BY gid) AS n FROM endpoint) d
        WHERE d.gid = endpoint.gid AND d.n > 1`,
    },
  ];
}

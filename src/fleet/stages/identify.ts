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

/** UUIDs that makers leave in place of a real one. */
const placeholderUuids = ['03000200-0400-0500-0006-000700080009'];

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
const netbiosLength = 15;

const rungs: readonly Rung[] = [
  { id: 'hardware_uuid', keys: '[uuid_key]', blockedBy: [] },
  { id: 'serial', keys: '[serial_key]', blockedBy: ['hardware_uuid'] },
  { id: 'device_id', keys: `[directory_id, vendor_id]`, blockedBy: ['hardware_uuid', 'serial'] },
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
    blockedBy: ['hardware_uuid', 'serial', 'long_host'],
  },
];

/** Usable keys of each observation, placeholders and shared hardware ids taken out; and who was found to be a clone. */
export function identityKeys(): Statement[] {
  const words = (list: readonly string[]) => list.map((word) => `'${word}'`).join(', ');
  return [
    {
      sql: `CREATE TABLE keyed AS
        SELECT row_number() OVER (ORDER BY file_id, row_no) AS obs_id, *,
          regexp_extract(upper(fold(host)), '^[^.]+') AS host_key,
          CASE WHEN uuid_text IS NULL OR replace(replace(replace(uuid_text, '-', ''), '0', ''), 'f', '') = ''
              OR uuid_text IN (${words(placeholderUuids)}) THEN NULL
            -- SMBIOS readers disagree on the byte order of the first three groups: the lesser of the two forms is the key.
            ELSE least(uuid_text, regexp_replace(uuid_text,
              '^(..)(..)(..)(..)-(..)(..)-(..)(..)-', '\\4\\3\\2\\1-\\6\\5-\\8\\7-')) END AS uuid_raw,
          CASE WHEN length(serial_text) < 4 OR serial_text IN (${words(placeholderSerials)})
            OR replace(serial_text, left(serial_text, 1), '') = '' THEN NULL ELSE serial_text END AS serial_raw,
          list_filter(macs, m -> NOT (left(m, 6) IN ('0A0027', '00155D') OR left(m, 8) = '005056C0'
            OR substr(m, 2, 1) IN ('1', '2', '3', '5', '6', '7', '9', 'A', 'B', 'D', 'E', 'F') OR m = '000000000000')) AS mac_usable
        FROM (SELECT *, CASE WHEN regexp_matches(lower(hardware_uuid), '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$') THEN lower(hardware_uuid) END AS uuid_text,
          -- VMware writes its serials with or without blanks and dashes.
          CASE WHEN fold(serial) LIKE 'vmware-%' THEN 'vmware-' || regexp_replace(substr(fold(serial), 8), '[ -]', '', 'g') ELSE fold(serial) END AS serial_text
          FROM observation)`,
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
        SELECT keyed.* EXCLUDE (uuid_text, serial_text, uuid_raw, serial_raw, mac_usable),
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
        ${rungs.map((rung) => `SELECT obs_id, '${rung.id}' AS rung, k AS key FROM (SELECT obs_id, unnest(${rung.keys}) AS k FROM subject) WHERE k IS NOT NULL`).join(' UNION ALL ')}
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
          split AS (SELECT key FROM (SELECT pair.key, strong.rung FROM pair JOIN strong USING (gid)
            GROUP BY pair.key, strong.rung HAVING count(DISTINCT strong.strong) > 1 AND count(DISTINCT pair.gid) > 1) GROUP BY key)
          SELECT pair.key, pair.gid, split.key IS NOT NULL AS apart, strong.gid IS NOT NULL AS has_strong
          FROM pair LEFT JOIN split USING (key) LEFT JOIN (SELECT DISTINCT gid FROM strong) strong USING (gid)`,
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
        sql: `DELETE FROM target WHERE root IN (
          SELECT t.root FROM (SELECT gid, root FROM target UNION SELECT root, root FROM target) t
            JOIN member ON member.gid = t.gid JOIN key USING (obs_id)
          WHERE key.rung IN (${blocking}) GROUP BY t.root, key.rung HAVING count(DISTINCT key.key) > 1)`,
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
            greatest(0, min(date_diff('day', CAST(last_seen + INTERVAL 7 HOUR AS DATE), CAST($as_of AS DATE)) - CASE WHEN subject.role = 'directory' THEN ${directoryAllowanceDays} ELSE 0 END)) AS seen_days,
            arg_max(account_enabled, struct_pack(at := ${when}, v := account_enabled)) AS account_enabled,
            max(file.newest) AS report_at,
            max(file.exported_on) AS exported_on,
            ${['kind', 'os_name', 'os_version', 'os_build', 'os_edition'].map(best).join(',\n            ')},
            list(DISTINCT host_key) FILTER (host_key <> '') AS hosts,
            list(DISTINCT fold(serial)) FILTER (serial IS NOT NULL) AS serials,
            list(DISTINCT lower(hardware_uuid)) FILTER (hardware_uuid IS NOT NULL) AS uuids,
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

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

/** The same hardware or device id on more hosts than this is a placeholder, or was copied with a disk image. */
const maxHostsPerId = 3;

/** Two rows of one hardware id whose last sights are closer than this are two running machines, not one re-installed. */
const overlapDays = 30;

/** NetBIOS cuts computer names at 15 characters. */
export const netbiosLength = 15;

/** Keys of hardware: they tell machines apart on every rung below. A serial is only unique among one maker's machines. */
const hardware = ['hardware_uuid', 'serial', 'maker_serial'];

const rungs: readonly Rung[] = [
  { id: 'hardware_uuid', keys: '[uuid_key]', blockedBy: [] },
  { id: 'serial', keys: '[serial_key]', blockedBy: ['hardware_uuid', 'maker_serial'] },
  {
    id: 'device_id',
    keys: `['directory|' || directory_key, 'vendor|' || vendor_key]`,
    blockedBy: hardware,
  },
  {
    id: 'mac_and_host',
    keys: `list_transform(mac_keys, m -> m || '|' || host_key)`,
    blockedBy: hardware,
  },
  { id: 'fqdn', keys: `[agency || '|' || fqdn]`, blockedBy: hardware },
  { id: 'host', keys: `[agency || '|' || host_key]`, blockedBy: [...hardware, 'fqdn'] },
  {
    id: 'cut_host',
    keys: `[CASE WHEN length(host_key) >= ${netbiosLength} THEN agency || '|' || left(host_key, ${netbiosLength}) END]`,
    blockedBy: [...hardware, 'fqdn', 'long_host'],
  },
];

/** Observations get their numbers by what they say: the order of files and rows decides nothing. */
const contentOrder = [
  ...['agency', 'host', 'fqdn', 'hardware_uuid', 'serial', 'directory_id', 'vendor_id', 'macs'],
  ...['observed_at', 'last_seen', 'rank', 'product_name', 'installed', 'running', 'realtime'],
  ...['mode', 'signatures_date', 'file_id', 'row_no'],
].join(', ');

/** Hardware ids, which clones share, and device ids, which a disk image carries along. */
const sharedKinds = ['uuid', 'serial', 'directory', 'vendor'] as const;

/** Usable keys of each observation, placeholders and shared ids taken out; and who was found to be a clone. */
export function identityKeys(): Statement[] {
  return [
    {
      sql: `CREATE TABLE keyed AS
        SELECT row_number() OVER (ORDER BY ${contentOrder}) AS obs_id, observation.*,
          host_form(coalesce(host, fqdn)) AS host_key, uuid_form(hardware_uuid) AS uuid_raw, serial_form(serial) AS serial_raw,
          device_form(directory_id) AS directory_raw,
          -- A console's own id means something in its exports only.
          console_of(source) || '|' || agency || '|' || vendor_form(vendor_id) AS vendor_raw,
          list_filter(macs, m -> NOT (left(m, 6) IN ('0A0027', '00155D') OR left(m, 8) = '005056C0'
            OR substr(m, 2, 1) IN ('1', '2', '3', '5', '6', '7', '9', 'A', 'B', 'D', 'E', 'F') OR m = '000000000000')) AS mac_usable
        FROM observation JOIN (SELECT file_id, source FROM file) USING (file_id)`,
    },
    { sql: 'DROP TABLE observation' },
    ...sharedKinds.map(shared),
    {
      sql: `CREATE TABLE busy_mac AS SELECT mac FROM (SELECT unnest(mac_usable) AS mac, host_key FROM keyed)
        GROUP BY mac HAVING count(DISTINCT host_key) > ${maxHostsPerId}`,
    },
    {
      sql: `CREATE TABLE subject AS
        SELECT keyed.* EXCLUDE (mac_usable, ${sharedKinds.map((kind) => `${kind}_raw`).join(', ')}),
          ${sharedKinds.map((kind) => `CASE WHEN s_${kind}.id IS NULL THEN ${kind}_raw END AS ${kind}_key`).join(',\n          ')},
          list_filter(mac_usable, m -> NOT list_contains(busy.macs, m)) AS mac_keys,
          (${sharedKinds.map((kind) => `s_${kind}.id IS NOT NULL`).join(' OR ')}) AS shared_id,
          ((hardware_uuid IS NOT NULL AND uuid_raw IS NULL) OR (serial IS NOT NULL AND serial_raw IS NULL)) AS placeholder
        FROM keyed CROSS JOIN (SELECT coalesce(list(mac), []) AS macs FROM busy_mac) busy
          ${sharedKinds.map((kind) => `LEFT JOIN shared_${kind} s_${kind} ON s_${kind}.id = ${kind}_raw`).join('\n          ')}`,
    },
    { sql: 'DROP TABLE keyed' },
    { sql: 'CREATE TABLE member AS SELECT obs_id, obs_id AS gid FROM subject' },
    { sql: 'CREATE TABLE conflict (gid BIGINT, rung VARCHAR)' },
    { sql: 'CREATE TABLE merge (rung VARCHAR, key VARCHAR, gid BIGINT)' },
    {
      sql: `CREATE TABLE key AS
        ${rungs.map((rung) => `SELECT obs_id, agency, '${rung.id}' AS rung, k AS key FROM (SELECT obs_id, agency, unnest(${rung.keys}) AS k FROM subject) WHERE k IS NOT NULL`).join(' UNION ALL ')}
        UNION ALL SELECT obs_id, agency, 'long_host', host_key FROM subject WHERE length(host_key) > ${netbiosLength}
        UNION ALL SELECT obs_id, agency, 'maker_serial', serial_key || '|' || maker_form(manufacturer) FROM subject
          WHERE serial_key IS NOT NULL AND maker_form(manufacturer) IS NOT NULL`,
    },
  ];
}

/**
 * Ids of a kind that name several machines. On many names: a placeholder. Hardware ids also when two names, or two agencies,
 * whose network cards differ were seen with it at the same time: clones. A name cut by NetBIOS is the same name.
 */
function shared(kind: (typeof sharedKinds)[number]): Statement {
  const many = `SELECT id FROM host GROUP BY id HAVING count(DISTINCT host_key) > ${maxHostsPerId}`;
  const clones = `SELECT a.id FROM host a JOIN host b ON a.id = b.id AND (a.agency, a.host_key) < (b.agency, b.host_key)
        WHERE (a.agency <> b.agency OR left(a.host_key, ${netbiosLength}) <> left(b.host_key, ${netbiosLength}))
          AND len(a.macs) > 0 AND len(b.macs) > 0 AND NOT list_has_any(a.macs, b.macs)
          AND coalesce(abs(date_diff('day', a.at, b.at)) <= ${overlapDays}, true)`;
  return {
    sql: `CREATE TABLE shared_${kind} AS
        WITH host AS (SELECT ${kind}_raw AS id, agency, host_key, flatten(list(coalesce(mac_usable, []))) AS macs,
            max(coalesce(observed_at, last_seen)) AS at
          FROM keyed WHERE ${kind}_raw IS NOT NULL AND host_key <> '' GROUP BY 1, 2, 3
          QUALIFY count(*) OVER (PARTITION BY id) > 1)
        ${many}${kind === 'uuid' || kind === 'serial' ? `\n        UNION\n        ${clones}` : ''}`,
  };
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
        // Buckets of one key in one agency, with the groups in it; `apart` when a stronger key differs inside the bucket.
        // A machine that two agencies hand in stays in the count of both: else it would leave one of them unseen.
        sql: `CREATE TABLE bucket AS
          WITH g AS (SELECT DISTINCT key.agency || chr(31) || key.key AS key, member.gid FROM key JOIN member USING (obs_id) WHERE rung = '${rung.id}'),
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
      {
        sql: `INSERT INTO merge SELECT '${rung.id}', substr(key, strpos(key, chr(31)) + 1), root FROM target`,
      },
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
  return `WITH row AS (${rows}),
    groups AS (SELECT place, rung, count(*) AS groups FROM (SELECT DISTINCT place, rung, gid FROM row) GROUP BY 1, 2 HAVING count(*) > 1),
    shares AS (SELECT place, rung, max(sharing) AS sharing
      FROM (SELECT place, rung, strong, count(*) AS sharing FROM row GROUP BY 1, 2, 3) GROUP BY 1, 2)
    SELECT DISTINCT place FROM groups JOIN shares USING (place, rung) WHERE sharing < groups`;
}

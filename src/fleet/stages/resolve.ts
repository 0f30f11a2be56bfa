import type { Statement } from '../engines/engine.js';
import { gradeRank } from '../observation.js';

/** A later word of a weaker source casts doubt on a stronger one's when it is more than this newer. */
export const doubtDays = 7;

/**
 * Evidence older than this says nothing of today: a machine that its directory disabled is gone after it, and a date of
 * signatures from before it doesn't complete a fresher word of another source.
 */
export const staleAfterDays = 30;

const secondsPerDay = 86_400;

/** Room for the seconds in a strength; ten digits reach to the year 2286. */
const timeSpan = 10_000_000_000;

/** Strength and time of a row's word in one whole number: rank first, then seconds; an undated word counts as oldest. */
const strength = `(CAST(rank AS BIGINT) * ${timeSpan} + coalesce(CAST(epoch(observed_at) AS BIGINT), 0))`;

/** Yes/no facts of a product on an endpoint that several sources may tell differently; `blocks`: its mode is to block. */
const productFlags = [
  'installed',
  'running',
  'realtime',
  'blocks',
  'signatures_current',
  'auto_update',
  'managed',
  'tamper_protection',
] as const;

/**
 * Flags that complete a fresher word of another source: what was last so more than 30 days ago is no longer known. Of
 * real-time protection itself the age is judged, not the word dropped.
 */
const freshFlags: ReadonlySet<string> = new Set([
  'installed',
  'running',
  'blocks',
  'signatures_current',
  'managed',
]);

/** The security centre keeps saying so after a product's removal, until services and programs show that it is gone. */
const orphanFlags: ReadonlySet<string> = new Set(['installed', 'running']);

/** Yes/no facts of the endpoint itself. */
const endpointFlags = ['firewall', 'disk_encrypted', 'admin_mfa', 'edr'] as const;

/**
 * Microsoft Defender on Windows switches itself off or to passive when another antivirus registers. Elsewhere it doesn't; the
 * antivirus itself is taken to be on Windows unless the system is known to be another.
 */
const stepsBack = `(product = 'microsoft-defender-antivirus'
      AND NOT coalesce(regexp_matches(fold(os_name), 'linux|ubuntu|debian|centos|rhel|red ?hat|rocky|alma|suse|fedora|mac ?os|os ?x'), false)
    OR product = 'microsoft-defender-for-endpoint' AND coalesce(contains(fold(os_name), 'windows'), false))`;

/** Words that people write in the product column for "none". */
const noProductWords = [
  'khong',
  'khong co',
  'chua cai',
  'chua co',
  'khong cai',
  'none',
  '-',
  'n/a',
  'chua cai dat',
];

/**
 * Which catalogue product each reported name is: the first of the catalogue whose pattern fits. What a row says implies
 * more: real-time protection runs, what runs is installed, what isn't installed doesn't run.
 */
export function nameProducts(): Statement[] {
  const none = noProductWords.map((word) => `'${word}'`).join(', ');
  return [
    {
      sql: `CREATE TABLE product_name AS
        WITH name AS (SELECT DISTINCT product_name AS reported FROM subject
          WHERE product_name IS NOT NULL AND fold(product_name) NOT IN (${none})),
        hit AS (SELECT reported, arg_min(id, position) AS id FROM name
          JOIN catalogue_name ON regexp_matches(reported, pattern, 'i') GROUP BY reported)
        SELECT reported, coalesce(id, 'unlisted: ' || fold(reported)) AS product, id IS NOT NULL AS listed
        FROM name LEFT JOIN hit USING (reported)`,
    },
    {
      // A service or process is told by its exact name; only a product's engine says that it runs.
      sql: `CREATE TABLE service_product AS
        SELECT reported, arg_min(id, position) AS product FROM (SELECT DISTINCT service_name AS reported FROM subject WHERE service_name IS NOT NULL)
          JOIN catalogue_service ON regexp_matches(regexp_replace(trim(reported), '(?i)\\.exe$', ''), pattern, 'i') GROUP BY reported`,
    },
    {
      sql: `CREATE TABLE claim AS
        SELECT member.gid, subject.* EXCLUDE (product, installed, running), coalesce(subject.product, n.product, v.product) AS product,
          ${strength} AS strength, mode = 'block' AS blocks,
          coalesce(subject.installed, CASE WHEN subject.running OR realtime THEN true END) AS installed,
          coalesce(subject.running, CASE WHEN realtime THEN true WHEN NOT subject.installed THEN false END) AS running
        FROM subject JOIN member USING (obs_id) LEFT JOIN product_name n ON n.reported = subject.product_name
          LEFT JOIN service_product v ON v.reported = subject.service_name`,
    },
    { sql: 'DROP TABLE subject', frees: true },
  ];
}

/**
 * What the sources say together of each product of each endpoint. Same grade: the newer word wins. Different grades: the
 * stronger wins unless the weaker is more than 7 days newer, then unknown; a weaker source's yes (services, software
 * lists) never disturbs a no of a console. At a tie of grade and time, no wins; an undated no of the same grade may be the
 * newer one: unknown. Words older than 30 days complete nothing.
 */
export function resolve(asOf: string): Statement[] {
  const params = { as_of: asOf };
  return [
    {
      sql: `CREATE TABLE product_state AS
        SELECT gid, product, max(rank) AS rank, max(observed_at) AS observed_at,
          bool_or(installed) FILTER (rank IN (${gradeRank.C}, ${gradeRank.D})) AS found_in_list,
          ${productFlags.map(flagAggregates).join(',\n          ')},
          arg_min(struct_pack(d := signatures_date, o := observed_at), struct_pack(s := -strength, d := signatures_date)) FILTER (signatures_date IS NOT NULL) AS signatures,
          arg_max(open_threats, struct_pack(s := strength, t := open_threats)) AS open_threats
        FROM claim WHERE rank > ${gradeRank.E} AND product IS NOT NULL GROUP BY gid, product`,
    },
    {
      sql: `CREATE TABLE product_fact AS
        WITH listing AS (SELECT DISTINCT gid FROM claim
          WHERE (rank = ${gradeRank.D} AND product_name IS NOT NULL) OR service_name IS NOT NULL),
        told AS (SELECT *, ${productFlags.map(flagDecision).join(',\n          ')},
          -- The security centre alone says so, and the machine's own programs or services lack it: a record left behind.
          ${rankOf('installed')} = ${gradeRank.B} AND gid IN (SELECT gid FROM listing) AND NOT coalesce(found_in_list, false)
            AND product <> 'microsoft-defender-antivirus' AS unlisted FROM product_state),
        decided AS (SELECT * REPLACE (CASE WHEN unlisted THEN NULL ELSE installed END AS installed,
          installed_doubt OR coalesce(unlisted, false) AS installed_doubt,
          installed_conflict OR coalesce(unlisted, false) AS installed_conflict) FROM told),
        dated AS (SELECT *,
          -- When it was last seen on or off, as it is now taken to be; a fresher software list doesn't make that fresh.
          CASE WHEN realtime_best IS NOT NULL THEN ${saidAt('realtime')}
            WHEN blocks_best IS NOT NULL THEN ${saidAt('blocks')} ELSE observed_at END AS evidence_at,
          ${saidAt('installed')} AS installed_at FROM decided),
        known AS (SELECT dated.*, c.class, c.blocks_alone, coalesce(c.signatures_apply, true) AS signatures_apply,
            coalesce(c.name_alone_unknown, false) AS name_alone_unknown, c.id IS NOT NULL AS listed
          FROM dated LEFT JOIN catalogue_product c ON c.id = product),
        fact AS (SELECT *,
          CASE WHEN name_alone_unknown AND ${rankOf('installed')} = ${gradeRank.D} THEN NULL ELSE installed END AS is_installed,
          CASE
            WHEN blocks = false OR realtime = false OR running = false OR installed = false THEN false
            WHEN blocks_doubt OR realtime_doubt OR running_doubt OR installed_doubt THEN NULL
            WHEN realtime AND class = 'edr' AND blocks IS NULL AND blocks_alone IS DISTINCT FROM true THEN NULL
            WHEN realtime OR (blocks AND running) THEN true END AS is_blocking,
          CASE WHEN class = 'consumer_av' THEN false WHEN listed THEN true END AS authorised
          FROM known WHERE class IS NULL OR class NOT IN ('management_agent', 'inventory_agent'))
        SELECT *, (is_installed = false OR running = false OR is_blocking = false) IS TRUE AS states_no FROM fact`,
      params,
    },
    {
      // Per endpoint: does a source state that nothing protects it? A console that knows one product says no only of that
      // product; Defender steps back when another product registers, so its "off" needs a source that sees them all.
      sql: `CREATE TABLE stated AS
        WITH product AS (SELECT gid, bool_or(NOT states_no) AS some_not_no, count(*) FILTER (states_no) AS no_count,
            bool_and(${stepsBack}) FILTER (states_no) AS only_defender,
            list(product) AS products, bool_or(conflict) AS conflict, count(*) FILTER (is_blocking) > 1 AS two_active
          FROM (SELECT *, (${productFlags.map((flag) => `${flag}_conflict`).join(' OR ')}) AS conflict
            FROM product_fact JOIN (SELECT gid, os_name FROM endpoint) USING (gid)) GROUP BY gid),
        said AS (SELECT *, rank >= ${gradeRank.B} AND coalesce(${ageInDays('observed_at')} <= ${staleAfterDays}, true) AS counts FROM claim),
        seen AS (SELECT gid,
            bool_or(sees_all AND counts) AS sees_all,
            bool_or(sees_all AND counts AND product IS NULL AND installed = false) AS sees_none,
            max(observed_at) FILTER (sees_all AND counts AND product IS NULL AND installed = false) AS none_at,
            list(DISTINCT product) FILTER (rank = ${gradeRank.E} AND product IS NOT NULL) AS declared
          FROM said GROUP BY gid)
        SELECT seen.gid, coalesce(seen.sees_all, false) AS sees_all, seen.sees_none, seen.none_at,
          len(list_filter(coalesce(declared, []), d -> NOT list_contains(coalesce(products, []), d))) > 0 AS named_elsewhere,
          coalesce(conflict, false) AS conflict, coalesce(two_active, false) AS two_active,
          NOT coalesce(some_not_no, false)
            AND ((coalesce(no_count, 0) > 0 AND (NOT only_defender OR sees_all)) OR sees_none)
            AND NOT named_elsewhere AS no_protection_stated
        FROM seen LEFT JOIN product USING (gid)`,
      params,
    },
    {
      sql: `CREATE TABLE control AS
        WITH state AS (SELECT gid, ${endpointFlags.map(flagAggregates).join(', ')},
          max(last_patch) AS last_patch, max(last_full_scan) AS last_full_scan,
          arg_max(screen_lock_minutes, struct_pack(s := strength, v := screen_lock_minutes)) AS screen_lock_minutes
          FROM claim WHERE rank > ${gradeRank.E} GROUP BY gid)
        SELECT gid, last_patch, last_full_scan, screen_lock_minutes, ${endpointFlags.map(flagDecision).join(', ')} FROM state`,
    },
    { sql: 'DROP TABLE claim', frees: true },
  ];
}

function flagAggregates(flag: string): string {
  const time = `max(strength % ${timeSpan})`;
  return `max(strength * 2 + CASE WHEN ${flag} THEN 0 ELSE 1 END) FILTER (${flag} IS NOT NULL) AS ${flag}_best,
          max(strength) FILTER (${flag}) AS ${flag}_yes, max(strength) FILTER (NOT ${flag}) AS ${flag}_no,
          ${time} FILTER (${flag}) AS ${flag}_yes_at, ${time} FILTER (NOT ${flag}) AS ${flag}_no_at,
          ${time} FILTER (${flag} AND rank >= ${gradeRank.B}) AS ${flag}_strong_yes_at,
          ${time} FILTER (NOT ${flag} AND rank < ${gradeRank.B}) AS ${flag}_weak_no_at,
          max(rank) FILTER (NOT ${flag} AND observed_at IS NULL) AS ${flag}_undated_no`;
}

function flagDecision(flag: string): string {
  const value = `${flag}_best % 2 = 0`;
  const at = `(${flag}_best // 2) % ${timeSpan}`;
  const rank = rankOf(flag);
  const doubtSpan = doubtDays * secondsPerDay;
  const opposite = `CASE WHEN ${value} THEN ${flag}_no_at WHEN ${rank} >= ${gradeRank.B} THEN ${flag}_strong_yes_at ELSE ${flag}_yes_at END`;
  const later = `coalesce(${opposite} > ${at} + ${doubtSpan}, false)`;
  const undated = `coalesce(${value} AND ${flag}_undated_no >= ${rank}, false)`;
  const orphan = `coalesce(${value} AND ${rank} = ${gradeRank.B} AND ${flag}_weak_no_at >= ${at} - ${doubtSpan}, false)`;
  const doubt = `(${later} OR ${undated}${orphanFlags.has(flag) ? ` OR ${orphan}` : ''})`;
  const sameGrade = `coalesce(${flag}_yes // ${timeSpan} = ${flag}_no // ${timeSpan} AND abs(${flag}_yes - ${flag}_no) <= ${doubtSpan}, false)`;
  const stale = freshFlags.has(flag) ? staleWord(flag, value) : 'false';
  return `CASE WHEN ${doubt} OR ${stale} THEN NULL ELSE ${value} END AS ${flag}, ${stale} AS ${flag}_stale,
          -- A no too old to count isn't a yes of today either.
          ${doubt} OR (${stale} AND NOT ${value}) AS ${flag}_doubt, ${doubt} OR ${sameGrade} AS ${flag}_conflict`;
}

/**
 * Whether a flag's word is too old to count. An undated yes may be of any age; an undated no stands, since it can only lower
 * what is taken for protected. That a product was once installed needs no date here: the pack asks how old the word is.
 */
function staleWord(flag: string, value: string): string {
  const old = (at: string) => `${ageInDays(momentOf(at))} > ${staleAfterDays}`;
  const yes = flag === 'installed' ? 'false' : `coalesce(${old(`${flag}_yes_at`)}, true)`;
  return `coalesce(CASE WHEN ${value} THEN ${yes} ELSE coalesce(${old(`${flag}_no_at`)}, false) END, false)`;
}

/** The grade's rank of the word that counts of a flag. */
function rankOf(flag: string): string {
  return `(${flag}_best // 2) // ${timeSpan}`;
}

/** When a source last said of a flag what it is taken to be; of a doubtful one, when any last spoke. NULL when undated. */
function saidAt(flag: string): string {
  return momentOf(
    `CASE WHEN ${flag} THEN ${flag}_yes_at WHEN NOT ${flag} THEN ${flag}_no_at ELSE greatest(${flag}_yes_at, ${flag}_no_at) END`,
  );
}

/** The moment of a strength's seconds; NULL for the 0 of an undated word. */
function momentOf(seconds: string): string {
  return `make_timestamp(nullif(${seconds}, 0) * 1000000)`;
}

/** Whole days in Viet Nam from a moment to the audit date `$as_of`. */
export function ageInDays(moment: string): string {
  return `date_diff('day', CAST(${moment} + INTERVAL 7 HOUR AS DATE), CAST($as_of AS DATE))`;
}

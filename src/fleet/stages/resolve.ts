import type { Statement } from '../engines/engine.js';
import { gradeRank } from '../observation.js';

/** A later word of a weaker source casts doubt on a stronger one's when it is more than this newer. */
const doubtDays = 7;

/**
 * Evidence older than this says nothing of today: a machine that its directory disabled is gone after it, and a date of
 * signatures from before it doesn't complete a fresher word of another source.
 */
const staleAfterDays = 30;

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

/** The security centre keeps saying so after a product's removal, until services and programs show that it is gone. */
const orphanFlags: ReadonlySet<string> = new Set(['installed', 'running']);

/** Yes/no facts of the endpoint itself. */
const endpointFlags = ['firewall', 'disk_encrypted', 'admin_mfa', 'edr'] as const;

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
      sql: `CREATE TABLE claim AS
        SELECT member.gid, subject.* EXCLUDE (product, installed, running), coalesce(subject.product, n.product) AS product,
          ${strength} AS strength, mode = 'block' AS blocks,
          coalesce(subject.installed, CASE WHEN subject.running OR realtime THEN true END) AS installed,
          coalesce(subject.running, CASE WHEN realtime THEN true WHEN NOT subject.installed THEN false END) AS running
        FROM subject JOIN member USING (obs_id) LEFT JOIN product_name n ON n.reported = subject.product_name`,
    },
    { sql: 'DROP TABLE subject' },
  ];
}

/**
 * What the sources say together of each product of each endpoint. Same grade: the newer word wins. Different grades: the
 * stronger wins unless the weaker is more than 7 days newer, then unknown; a weaker source's yes (services, software
 * lists) never disturbs a no of a console. At a tie of grade and time, no wins.
 */
export function resolve(): Statement[] {
  return [
    {
      sql: `CREATE TABLE product_state AS
        SELECT gid, product, max(rank) AS rank, max(observed_at) AS observed_at,
          ${productFlags.map(flagAggregates).join(',\n          ')},
          arg_min(struct_pack(d := signatures_date, o := observed_at), struct_pack(s := -strength, d := signatures_date)) FILTER (signatures_date IS NOT NULL) AS signatures,
          arg_max(open_threats, struct_pack(s := strength, t := open_threats)) AS open_threats
        FROM claim WHERE rank > ${gradeRank.E} AND product IS NOT NULL GROUP BY gid, product`,
    },
    {
      sql: `CREATE TABLE product_fact AS
        WITH decided AS (SELECT *, ${productFlags.map(flagDecision).join(',\n          ')} FROM product_state),
        dated AS (SELECT *,
          -- When it was last seen on or off, as it is now taken to be; a fresher software list doesn't make that fresh.
          CASE WHEN realtime_best IS NOT NULL THEN ${saidAt('realtime')}
            WHEN blocks_best IS NOT NULL THEN ${saidAt('blocks')} ELSE observed_at END AS evidence_at FROM decided),
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
    },
    {
      // Per endpoint: does a source state that nothing protects it? A console that knows one product says no only of that
      // product; Defender steps back when another product registers, so its "off" needs a source that sees them all.
      sql: `CREATE TABLE stated AS
        WITH product AS (SELECT gid, bool_or(NOT states_no) AS some_not_no, count(*) FILTER (states_no) AS no_count,
            bool_and(product = 'microsoft-defender-antivirus') FILTER (states_no) AS only_defender,
            list(product) AS products, bool_or(conflict) AS conflict, count(*) FILTER (is_blocking) > 1 AS two_active
          FROM (SELECT *, (${productFlags.map((flag) => `${flag}_conflict`).join(' OR ')}) AS conflict FROM product_fact) GROUP BY gid),
        seen AS (SELECT gid,
            bool_or(sees_all AND rank >= ${gradeRank.B}) AS sees_all,
            bool_or(sees_all AND rank >= ${gradeRank.B} AND product IS NULL AND installed = false) AS sees_none,
            list(DISTINCT product) FILTER (rank = ${gradeRank.E} AND product IS NOT NULL) AS declared
          FROM claim GROUP BY gid)
        SELECT seen.gid, seen.sees_none,
          len(list_filter(coalesce(declared, []), d -> NOT list_contains(coalesce(products, []), d))) > 0 AS named_elsewhere,
          coalesce(conflict, false) AS conflict, coalesce(two_active, false) AS two_active,
          NOT coalesce(some_not_no, false)
            AND ((coalesce(no_count, 0) > 0 AND (NOT only_defender OR sees_all)) OR sees_none)
            AND NOT named_elsewhere AS no_protection_stated
        FROM seen LEFT JOIN product USING (gid)`,
    },
    {
      sql: `CREATE TABLE control AS
        WITH state AS (SELECT gid, ${endpointFlags.map(flagAggregates).join(', ')},
          max(last_patch) AS last_patch, max(last_full_scan) AS last_full_scan,
          arg_max(screen_lock_minutes, struct_pack(s := strength, v := screen_lock_minutes)) AS screen_lock_minutes
          FROM claim WHERE rank > ${gradeRank.E} GROUP BY gid)
        SELECT gid, last_patch, last_full_scan, screen_lock_minutes, ${endpointFlags.map(flagDecision).join(', ')} FROM state`,
    },
    { sql: 'DROP TABLE claim' },
  ];
}

/** How long each operating system is supported, from the dated catalogue; several editions possible: the earliest end. */
export function operatingSystems(asOf: string): Statement {
  return {
    sql: `CREATE TABLE os_fact AS
      WITH named AS (SELECT DISTINCT os_name, os_version, os_build, os_edition FROM endpoint WHERE os_name IS NOT NULL),
      reported AS (SELECT *, try_cast(coalesce(nullif(regexp_extract(os_build, '\\d{4,5}'), ''),
            nullif(regexp_extract(coalesce(os_version, ''), '(?:^10\\.0[ .]*\\(?(?:build )?|^)(\\d{5})\\b', 1), '')) AS INTEGER) AS build,
          CASE WHEN regexp_matches(e, 'ltsc|ltsb') AND e LIKE '%iot%' THEN 'iot_ltsc' WHEN regexp_matches(e, 'ltsc|ltsb') THEN 'enterprise_ltsc'
            WHEN regexp_matches(e, 'enterprise|education') THEN 'enterprise_education' WHEN regexp_matches(e, '\\b(pro|home|professional)\\b') THEN 'home_pro' END AS edition,
          fold(os_name || ' ' || coalesce(os_version, '')) AS words
        FROM (SELECT *, fold(os_name || ' ' || coalesce(os_edition, '')) AS e FROM named)),
      matched AS (SELECT r.*, o.eol, o.extended_until, o.ended
        FROM reported r JOIN catalogue_os o ON regexp_matches(fold(r.os_name), o.name_pattern, 'i')
        WHERE CASE WHEN r.build IS NOT NULL AND o.build IS NOT NULL THEN o.build = r.build
            ELSE (r.build IS NULL OR o.build IS NULL) AND regexp_matches(r.words, o.release_pattern) END
          AND (o.edition IS NULL OR o.edition = 'all' OR r.edition = o.edition
            OR (r.edition IS NULL AND o.edition IN ('home_pro', 'enterprise_education'))))
      SELECT os_name, os_version, os_build, os_edition,
        -- An unnamed edition takes the earliest end; releases that differ in whether they ended leave it unknown.
        CASE WHEN bool_or(build IS NULL) AND count(DISTINCT state) > 1 THEN NULL ELSE max(state) END AS os_support,
        min(date_diff('day', CAST($as_of AS DATE), eol)) AS os_days_to_end
      FROM (SELECT *, CASE WHEN NOT ended AND (eol IS NULL OR eol >= CAST($as_of AS DATE)) THEN 'supported' ELSE 'end_of_life' END AS state FROM matched)
      GROUP BY ALL`,
    params: { as_of: asOf },
  };
}

/**
 * One row per endpoint and protection product (one with unknown product facts where there is none), with the facts that
 * the checks ask, under the names that the pack declares.
 */
export function candidates(asOf: string): Statement[] {
  const days = (column: string) =>
    `date_diff('day', CAST(${column} + INTERVAL 7 HOUR AS DATE), CAST($as_of AS DATE))`;
  return [
    {
      sql: `CREATE TABLE excluded AS
        SELECT e.gid, coalesce(
          min(x.reason),
          CASE WHEN any_value(e.kind) IN ('mobile', 'printer', 'network') THEN 'not_capable' END,
          CASE WHEN any_value(e.account_enabled) = false
            AND coalesce(${days('any_value(e.evidence_at)')} > ${staleAfterDays}, true) THEN 'account_disabled' END) AS reason
        FROM endpoint e LEFT JOIN exclusion x ON x.agency = e.agency AND (list_contains(e.hosts, x.host)
          OR list_contains(e.serials, x.serial) OR list_contains(e.uuids, x.hardware_uuid))
        GROUP BY e.gid`,
      params: { as_of: asOf },
    },
    {
      sql: `CREATE TABLE candidate AS
        SELECT e.gid, p.product, p.rank AS product_rank,
          x.reason IS NOT NULL AS excluded,
          CASE e.rank WHEN 5 THEN 'A' WHEN 4 THEN 'B' WHEN 3 THEN 'C' WHEN 2 THEN 'D' ELSE 'E' END AS best_grade,
          not_negative(${days('CASE WHEN p.product IS NULL THEN e.evidence_at ELSE p.evidence_at END')}) AS evidence_age_days,
          not_negative(${days('coalesce(p.observed_at, e.evidence_at)')}) AS product_age_days,
          e.seen_days AS seen_days_ago,
          s.no_protection_stated,
          p.class AS product_class,
          -- "Not installed" speaks of one product only: with another one named somewhere it says nothing of the endpoint.
          CASE WHEN p.product IS NULL AND s.sees_none AND NOT s.named_elsewhere THEN false
            WHEN p.is_installed = false AND s.named_elsewhere THEN NULL ELSE p.is_installed END AS product_installed,
          p.authorised AS product_authorised, p.running AS product_running, p.is_blocking AS realtime_blocking,
          p.signatures_apply,
          CASE WHEN ${days('p.signatures.o')} <= ${staleAfterDays} THEN
            not_negative(date_diff('day', CAST(p.signatures.d + INTERVAL 7 HOUR AS DATE), CAST(p.signatures.o + INTERVAL 7 HOUR AS DATE))) END AS signature_age_days,
          p.signatures_current, p.auto_update, p.managed,
          coalesce(CASE WHEN p.class = 'edr' THEN p.is_installed END, c.edr) AS edr_present,
          p.tamper_protection, p.open_threats,
          c.firewall AS firewall_on, c.disk_encrypted,
          o.os_support, o.os_days_to_end,
          ${days('c.last_patch')} AS patch_age_days,
          ${days('c.last_full_scan')} AS full_scan_age_days,
          c.screen_lock_minutes, c.admin_mfa,
          NOT (e.shared_id OR e.conflict OR e.several_agencies) AS identity_sound,
          true AS agency_known,
          NOT (s.conflict OR s.two_active OR e.future_date) AS evidence_consistent,
          not_negative(coalesce(date_diff('day', e.exported_on, CAST($as_of AS DATE)), ${days('e.report_at')})) AS report_age_days,
          CAST(a.level AS BIGINT) AS agency_level, a.level IS NULL AND a.level_known AS agency_level_null
        FROM endpoint e JOIN excluded x USING (gid) JOIN stated s USING (gid) LEFT JOIN control c USING (gid)
          LEFT JOIN product_fact p USING (gid)
          LEFT JOIN os_fact o ON o.os_name = e.os_name AND o.os_version IS NOT DISTINCT FROM e.os_version
            AND o.os_build IS NOT DISTINCT FROM e.os_build AND o.os_edition IS NOT DISTINCT FROM e.os_edition
          LEFT JOIN agency a ON a.id = e.agency`,
      params: { as_of: asOf },
    },
  ];
}

function flagAggregates(flag: string): string {
  const time = `max(strength % ${timeSpan})`;
  return `max(strength * 2 + CASE WHEN ${flag} THEN 0 ELSE 1 END) FILTER (${flag} IS NOT NULL) AS ${flag}_best,
          max(strength) FILTER (${flag}) AS ${flag}_yes, max(strength) FILTER (NOT ${flag}) AS ${flag}_no,
          ${time} FILTER (${flag}) AS ${flag}_yes_at, ${time} FILTER (NOT ${flag}) AS ${flag}_no_at,
          ${time} FILTER (${flag} AND rank >= ${gradeRank.B}) AS ${flag}_strong_yes_at,
          ${time} FILTER (NOT ${flag} AND rank < ${gradeRank.B}) AS ${flag}_weak_no_at`;
}

function flagDecision(flag: string): string {
  const value = `${flag}_best % 2 = 0`;
  const at = `(${flag}_best // 2) % ${timeSpan}`;
  const rank = rankOf(flag);
  const doubtSpan = doubtDays * secondsPerDay;
  const opposite = `CASE WHEN ${value} THEN ${flag}_no_at WHEN ${rank} >= ${gradeRank.B} THEN ${flag}_strong_yes_at ELSE ${flag}_yes_at END`;
  const later = `coalesce(${opposite} > ${at} + ${doubtSpan}, false)`;
  const orphan = `coalesce(${value} AND ${rank} = ${gradeRank.B} AND ${flag}_weak_no_at >= ${at} - ${doubtSpan}, false)`;
  const doubt = orphanFlags.has(flag) ? `(${later} OR ${orphan})` : later;
  const sameGrade = `coalesce(${flag}_yes // ${timeSpan} = ${flag}_no // ${timeSpan} AND abs(${flag}_yes - ${flag}_no) <= ${doubtSpan}, false)`;
  return `CASE WHEN ${doubt} THEN NULL ELSE ${value} END AS ${flag}, ${doubt} AS ${flag}_doubt, ${doubt} OR ${sameGrade} AS ${flag}_conflict`;
}

/** The grade's rank of the word that counts of a flag. */
function rankOf(flag: string): string {
  return `(${flag}_best // 2) // ${timeSpan}`;
}

/** When a source last said of a flag what it is taken to be; of a doubtful one, when any last spoke. NULL when undated. */
function saidAt(flag: string): string {
  const at = `CASE WHEN ${flag} THEN ${flag}_yes_at WHEN NOT ${flag} THEN ${flag}_no_at ELSE greatest(${flag}_yes_at, ${flag}_no_at) END`;
  return `make_timestamp(nullif(${at}, 0) * 1000000)`;
}

import { outcomeFact } from '../../packs/judge-endpoint.js';
import type { EndpointChecks } from '../../packs/types.js';
import type { Statement } from '../engines/engine.js';
import { staleAfterDays } from './resolve.js';

export const activeInRegister = `in_register AND coalesce(e.register_days <= ${staleAfterDays}, true)`;

/** SQL for what a machine of `endpoint e` is counted as: workstation, server or unknown, as a Linux is that nothing calls a server. */
export const machineKind = `CASE WHEN e.kind IN ('workstation', 'server') THEN e.kind WHEN e.os_name ILIKE '%server%' THEN 'server'
      WHEN regexp_matches(fold(e.os_name), '^((microsoft )?windows|(apple )?(mac ?os|os x))') THEN 'workstation' ELSE 'unknown' END`;

/**
 * Counts per agency and kind of machine; `kind` is workstation, server or unknown. `register` to `both`: machines in scope that
 * a list names by itself and hasn't lost sight of, that a console or its agent knows, and both. `stale`: in scope, seen by
 * nothing for too long.
 */
export const agencyCounts: Statement = {
  sql: `SELECT e.agency, ${machineKind} AS machine,
    count(*) AS found,
    count(*) FILTER (verdict = 'out_of_scope') AS out_of_scope,
    count(*) FILTER (verdict = 'protected') AS protected,
    count(*) FILTER (verdict = 'degraded') AS degraded,
    count(*) FILTER (verdict = 'unprotected') AS unprotected,
    count(*) FILTER (verdict = 'unknown') AS unknown,
    count(*) FILTER (verdict <> 'out_of_scope' AND installed = 'yes') AS installed,
    count(*) FILTER (verdict <> 'out_of_scope' AND installed = 'unknown') AS installed_unknown,
    count(*) FILTER (verdict <> 'out_of_scope' AND ${activeInRegister}) AS register,
    count(*) FILTER (verdict <> 'out_of_scope' AND in_console) AS console,
    count(*) FILTER (verdict <> 'out_of_scope' AND ${activeInRegister} AND in_console) AS both,
    count(*) FILTER (verdict <> 'out_of_scope' AND e.seen_days > ${staleAfterDays}) AS stale
    FROM endpoint e JOIN judged USING (gid) GROUP BY 1, 2 ORDER BY 1, 2`,
};

export const exclusionCounts: Statement = {
  sql: `SELECT e.agency, x.reason, count(*) AS n FROM excluded x JOIN endpoint e USING (gid)
    WHERE x.reason IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`,
};

export const productCounts: Statement = {
  sql: `SELECT e.agency, coalesce(product, '-') AS product, count(*) AS n FROM judged JOIN endpoint e USING (gid)
    WHERE verdict <> 'out_of_scope' GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2`,
};

/**
 * Which sources each agency's observations come from: whether anything but one console knows its machines. `dated`: the day of
 * the newest export, or of its newest observation; NULL when neither is known.
 */
export const sourceCounts: Statement = {
  sql: `SELECT agency, source, role, console_of(source) AS console, count(DISTINCT path) AS files, CAST(sum(rows_read) AS BIGINT) AS rows,
      CAST(sum(rows_read) - coalesce(sum(r.refused), 0) AS BIGINT) AS used,
      strftime(max(coalesce(exported_on, CAST(newest + INTERVAL 7 HOUR AS DATE))), '%Y-%m-%d') AS dated
    FROM file LEFT JOIN (SELECT file_id, count(*) AS refused FROM refusal GROUP BY 1) r USING (file_id)
    GROUP BY 1, 2, 3 ORDER BY 1, 2`,
};

/** Outcomes of each check over the endpoints in scope, an agency a row; columns `<ep_nn>_<outcome>`. */
export function checkCounts(checks: EndpointChecks): Statement {
  const columns = checks.checks.flatMap((check) => {
    const name = outcomeFact(check.id);
    return [
      ...['pass', 'fail', 'unknown', 'not_applicable'].map(
        (outcome) => `count(*) FILTER (${name} = '${outcome}') AS ${name}_${outcome}`,
      ),
      `count(*) FILTER (${name} = 'pass' AND ${name}_warn) AS ${name}_warned`,
    ];
  });
  return {
    sql: `SELECT e.agency, ${columns.join(', ')} FROM judged JOIN endpoint e USING (gid) WHERE verdict <> 'out_of_scope' GROUP BY 1 ORDER BY 1`,
  };
}

/** Endpoints in scope that are not protected, with the outcomes of all checks, in a fixed order. */
export function unprotectedEndpoints(checks: EndpointChecks): Statement {
  const outcomes = checks.checks.map((check) => outcomeFact(check.id));
  return {
    sql: `SELECT e.agency, e.endpoint_id, e.name, e.evidence.path AS path, e.evidence.row_no AS row_no, verdict, step,
        evidence_age_days, seen_days_ago, product, ${outcomes.join(', ')}
      FROM judged JOIN endpoint e USING (gid) WHERE verdict NOT IN ('protected', 'out_of_scope') ORDER BY e.agency, e.name, e.endpoint_id`,
  };
}

/** What became of each file's rows. */
export const fileCounts: Statement = {
  sql: `SELECT f.path, f.part, f.source, f.rows_read, f.date_order, coalesce(r.refused, 0) AS refused, coalesce(d.future, 0) AS future
    FROM file f LEFT JOIN (SELECT file_id, count(*) AS refused FROM refusal GROUP BY 1) r USING (file_id)
      LEFT JOIN future_count d USING (file_id) ORDER BY f.path, f.part`,
};

export const refusals: Statement = {
  sql: `SELECT f.path, f.part, reason, count(*) AS n, min(row_no) AS first_row FROM refusal JOIN file f USING (file_id)
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
};

/** Wrapped values of JSON files: how many say that another page follows, the records they hold, the total they tell. */
export const pageCounts: Statement = {
  sql: `SELECT f.path, f.part, f.agency, f.source, count(*) AS pages, count(*) FILTER (next) AS followed, CAST(sum(records) AS BIGINT) AS records, max(total) AS total
    FROM page JOIN file f USING (file_id) GROUP BY ALL ORDER BY ALL`,
};

export const oddWords: Statement = {
  sql: `SELECT f.path, f.part, fact, word, CAST(sum(times) AS BIGINT) AS times FROM odd_word JOIN file f USING (file_id) GROUP BY 1, 2, 3, 4
    QUALIFY row_number() OVER (PARTITION BY f.path, f.part ORDER BY sum(times) DESC, fact, word) <= 10 ORDER BY 1, 2, 3, 4`,
};

/** Exclusions that name a machine no report shows. */
export const unmatchedExclusions: Statement = {
  sql: `SELECT x.agency, x.given AS machine FROM exclusion x
    WHERE NOT EXISTS (SELECT 1 FROM endpoint e WHERE e.agency = x.agency AND (list_contains(e.hosts, x.host)
      OR list_contains(e.serials, x.serial) OR list_contains(e.uuids, x.hardware_uuid))) ORDER BY 1, 2`,
};

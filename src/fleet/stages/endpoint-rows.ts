import type { Statement } from '../engines/engine.js';
import { rungIds } from './identify.js';
import { ageInDays } from './resolve.js';

/** lastLogonTimestamp is only rewritten about every 14 days: an age taken from a directory gets this allowance. */
const directoryAllowanceDays = 14;

const when = `coalesce(observed_at, TIMESTAMP '1990-01-01')`;

/** The word of the strongest, then newest source; the word itself settles a tie, so that the order of rows never counts. */
function best(column: string): string {
  return `arg_max(${column}, struct_pack(rank := rank, at := ${when}, v := ${column})) AS ${column}`;
}

const allowance = `CASE WHEN subject.role = 'directory' THEN ${directoryAllowanceDays} ELSE 0 END`;

/** Sources that list machines by themselves; the others know what their agent runs on. */
const registers = `subject.role IN ('directory', 'inventory', 'list')`;

/**
 * One row an endpoint: a stable id made of its strongest key, its agency (of its newest evidence), names, and what is
 * doubtful about its identity.
 */
export function endpoints(asOf: string): Statement[] {
  const rungList = `[${rungIds.map((id) => `'${id}'`).join(', ')}]`;
  return [
    {
      sql: `CREATE TABLE endpoint AS
        WITH best AS (
          SELECT member.gid, arg_min(rung || ':' || key, struct_pack(place := list_position(${rungList}, rung), key := key)) AS key,
            min(list_position(${rungList}, rung)) AS place
          FROM key JOIN member USING (obs_id) WHERE list_contains(${rungList}, rung) GROUP BY member.gid),
        -- One installation's id on several machines: a copied disk image. It tells nothing apart and joins nothing.
        copied AS (SELECT DISTINCT gid FROM (SELECT machine_id, member.gid FROM subject JOIN member USING (obs_id)
          WHERE device_form(machine_id) IS NOT NULL GROUP BY 1, 2 QUALIFY count(*) OVER (PARTITION BY machine_id) > 1)),
        -- The same machine, or its clone, in another agency's exports: counted in both, and told.
        elsewhere AS (SELECT DISTINCT gid FROM key JOIN member USING (obs_id) WHERE (rung, key) IN (SELECT rung, key FROM key
          WHERE rung IN ('hardware_uuid', 'serial', 'device_id', 'mac_and_host') GROUP BY 1, 2 HAVING count(DISTINCT agency) > 1)),
        fact AS (
          SELECT member.gid,
            arg_max(subject.agency, struct_pack(proves := rank > 1, at := ${when}, agency := subject.agency)) AS agency,
            coalesce(min(host_key) FILTER (host_key <> ''), min(fqdn), min(serial), min(hardware_uuid), min(vendor_id), min(directory_id), min(host)) AS name,
            bool_or(shared_id) AS shared_id,
            bool_or(placeholder) AS placeholder,
            max(rank) AS rank,
            bool_or(future_date) AS future_date,
            max(observed_at) FILTER (rank > 1) AS evidence_at,
            not_negative(min(${ageInDays('last_seen')} - ${allowance})) AS seen_days,
            -- Seen alive by another than its directory: in an inventory of leases or agents, being listed is being seen.
            not_negative(min(${ageInDays("coalesce(last_seen, CASE WHEN subject.role = 'inventory' THEN observed_at END)")}) FILTER (subject.role <> 'directory')) AS alive_days,
            bool_or(${registers}) AS in_register,
            not_negative(min(${ageInDays('last_seen')} - ${allowance}) FILTER (${registers})) AS register_days,
            bool_or(subject.role IN ('console', 'collector')) AS in_console,
            arg_max(account_enabled, struct_pack(at := ${when}, v := account_enabled)) AS account_enabled,
            max(file.newest) AS report_at,
            max(file.exported_on) FILTER (file.exported_on <= CAST($as_of AS DATE)) AS exported_on,
            ${['kind', 'os_name', 'os_version', 'os_build', 'os_edition'].map(best).join(',\n            ')},
            list(DISTINCT host_key) FILTER (host_key <> '') AS hosts,
            list(DISTINCT serial_key) FILTER (serial_key IS NOT NULL) AS serials,
            list(DISTINCT uuid_key) FILTER (uuid_key IS NOT NULL) AS uuids,
            min(struct_pack(path := file.path, row_no := row_no)) AS evidence
          FROM subject JOIN member USING (obs_id) JOIN file USING (file_id) GROUP BY member.gid)
        SELECT fact.* EXCLUDE (placeholder, shared_id), shared_id OR copied.gid IS NOT NULL AS shared_id,
          'ep-' || left(sha256(agency || '|' || coalesce(best.key, name)), 16) AS endpoint_id,
          best.key AS identity_key, coalesce(best.place, 9) AS identity_place,
          -- It gave a hardware id, but only a placeholder, so that nothing but its name tells it from others.
          fact.placeholder AND coalesce(best.place, 9) >= list_position(${rungList}, 'fqdn') AS placeholder_only,
          c.gid IS NOT NULL AS conflict, elsewhere.gid IS NOT NULL AS several_agencies
        FROM fact LEFT JOIN best USING (gid) LEFT JOIN copied USING (gid) LEFT JOIN elsewhere USING (gid) LEFT JOIN (SELECT DISTINCT gid FROM conflict) c USING (gid)`,
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

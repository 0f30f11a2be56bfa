import type { Statement } from '../engines/engine.js';
import { ageInDays, staleAfterDays } from './resolve.js';

/** Systems on which no antivirus can be installed: phones, tablets and hypervisors. */
const incapableSystems = '^(android|ios|ipad ?os|(vmware )?esxi?)\\b';

/**
 * One row per endpoint and protection product (one with unknown product facts where there is none), with the facts that
 * the checks ask, under the names that the pack declares.
 */
export function candidates(asOf: string): Statement[] {
  return [
    {
      sql: `CREATE TABLE excluded AS
        SELECT e.gid, coalesce(
          min(x.reason),
          CASE WHEN any_value(e.kind) IN ('mobile', 'printer', 'network')
            OR (coalesce(any_value(e.kind), 'other') = 'other' AND regexp_matches(fold(any_value(e.os_name)), '${incapableSystems}')) THEN 'not_capable' END,
          -- Gone, unless something else than the directory has seen it since.
          CASE WHEN any_value(e.account_enabled) = false
            AND coalesce(${ageInDays('any_value(e.evidence_at)')} > ${staleAfterDays}, true)
            AND coalesce(any_value(e.alive_days) > ${staleAfterDays}, true) THEN 'account_disabled' END) AS reason
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
          not_negative(${ageInDays('CASE WHEN p.product IS NULL THEN e.evidence_at ELSE p.evidence_at END')}) AS evidence_age_days,
          -- How old the word is that the product is installed, or that none is.
          not_negative(${ageInDays('CASE WHEN p.product IS NULL THEN s.none_at ELSE p.installed_at END')}) AS product_age_days,
          e.seen_days AS seen_days_ago,
          s.no_protection_stated,
          p.class AS product_class,
          -- "Not installed" speaks of one product only: with another one named somewhere it says nothing of the endpoint.
          CASE WHEN p.product IS NULL AND s.sees_none AND NOT s.named_elsewhere THEN false
            -- What comes with the system and is switched off is nobody's protection: a "no" where all products are seen.
            WHEN p.class = 'platform_builtin' AND p.states_no THEN CASE WHEN s.sees_all THEN false END
            WHEN p.is_installed = false AND s.named_elsewhere THEN NULL ELSE p.is_installed END AS product_installed,
          p.authorised AS product_authorised, p.running AS product_running, p.is_blocking AS realtime_blocking,
          p.signatures_apply,
          -- A date beside a flag "out of date", or of a day after its observation, is no proof of freshness.
          CASE WHEN ${ageInDays('p.signatures.o')} <= ${staleAfterDays} AND p.signatures_current IS DISTINCT FROM false
            AND date_diff('day', CAST(p.signatures.d + INTERVAL 7 HOUR AS DATE), CAST(p.signatures.o + INTERVAL 7 HOUR AS DATE)) >= -1 THEN
            not_negative(date_diff('day', CAST(p.signatures.d + INTERVAL 7 HOUR AS DATE), CAST(p.signatures.o + INTERVAL 7 HOUR AS DATE))) END AS signature_age_days,
          p.signatures_current, p.auto_update, p.managed,
          coalesce(CASE WHEN p.class = 'edr' THEN p.is_installed END, c.edr) AS edr_present,
          p.tamper_protection, p.open_threats,
          c.firewall AS firewall_on, c.disk_encrypted,
          o.os_support, o.os_days_to_end,
          ${ageInDays('c.last_patch')} AS patch_age_days,
          ${ageInDays('c.last_full_scan')} AS full_scan_age_days,
          c.screen_lock_minutes, c.admin_mfa,
          NOT (e.shared_id OR e.conflict OR e.several_agencies OR e.placeholder_only) AS identity_sound,
          true AS agency_known,
          NOT (s.conflict OR s.two_active OR e.future_date) AS evidence_consistent,
          not_negative(coalesce(date_diff('day', e.exported_on, CAST($as_of AS DATE)), ${ageInDays('e.report_at')})) AS report_age_days,
          CAST(a.level AS BIGINT) AS agency_level, a.level IS NULL AND a.level_known AS agency_level_null
        FROM endpoint e JOIN excluded x USING (gid) JOIN stated s USING (gid) LEFT JOIN control c USING (gid)
          LEFT JOIN product_fact p USING (gid)
          LEFT JOIN os_fact o ON o.os_name = e.os_name AND o.os_version IS NOT DISTINCT FROM e.os_version
            AND o.os_build IS NOT DISTINCT FROM e.os_build AND o.os_edition IS NOT DISTINCT FROM e.os_edition
            AND o.kind IS NOT DISTINCT FROM e.kind
          LEFT JOIN agency a ON a.id = e.agency`,
      params: { as_of: asOf },
    },
  ];
}

import { declarationsById } from '../../conditions/declarations.js';
import { outcomeDeclarations, outcomeFact } from '../../packs/judge-endpoint.js';
import type { Statement } from '../engines/engine.js';
import { type CheckRules, renderCondition } from './check.js';

/**
 * The verdict of each candidate by the pack's decision order, then of each endpoint: that of the product with which it
 * fares best. No step true = unknown.
 */
export function verdict(rules: CheckRules): Statement[] {
  const { checks } = rules;
  const declarations = declarationsById([...checks.facts, ...outcomeDeclarations(checks.checks)]);
  const params: Record<string, boolean | number | string> = {};
  const steps = checks.verdict.map((step, index) => {
    const { sql, params: own } = renderCondition(step.when, `v${index}`, declarations, rules);
    Object.assign(params, own);
    return `WHEN ${sql} THEN ${index}`;
  });
  const none = checks.verdict.length;
  const words = checks.verdict
    .map((step, index) => `WHEN ${index} THEN '${step.verdict}'`)
    .join(' ');
  const installed = outcomeFact(checks.installed.check);
  params['installed_within'] = Number(rules.parameters[checks.installed.evidenceWithinDays.param]);
  const fresh = 'product_age_days <= $installed_within';
  return [
    {
      sql: `CREATE TABLE judged AS
        WITH stepped AS (SELECT *, CASE ${steps.join(' ')} ELSE ${none} END AS step FROM checked),
        worded AS (SELECT *, CASE step ${words} ELSE 'unknown' END AS verdict FROM stepped)
        SELECT *,
          -- Installed by any product that recent evidence shows; not installed only when recent evidence says so of all.
          CASE WHEN bool_or(coalesce(${installed} = 'pass' AND ${fresh}, false)) OVER w THEN 'yes'
            WHEN bool_and(coalesce(${installed} = 'fail' AND ${fresh}, false)) OVER w THEN 'no' ELSE 'unknown' END AS installed
        FROM worded
        WINDOW w AS (PARTITION BY gid)
        -- One product an endpoint: that with which it fares best; the name settles a tie.
        QUALIFY row_number() OVER (PARTITION BY gid ORDER BY
          list_position(['out_of_scope', 'protected', 'degraded', 'unprotected', 'unknown'], verdict), step,
          (${installed} = 'pass') DESC, realtime_blocking DESC NULLS LAST, product_rank DESC NULLS LAST, product NULLS LAST) = 1`,
      params,
    },
    { sql: 'DROP TABLE checked', frees: true },
    { sql: 'DROP TABLE candidate', frees: true },
  ];
}

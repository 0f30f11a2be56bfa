import type { Condition, Literal } from '../../conditions/condition.js';
import { type Declarations, declarationsById } from '../../conditions/declarations.js';
import { duckdb } from '../../conditions/dialects/duckdb.js';
import { resolveParameters } from '../../conditions/parameters.js';
import { type SqlCondition, toSql } from '../../conditions/to-sql.js';
import type { IsoDate } from '../../domain/dates.js';
import { outcomeFact } from '../../packs/judge-endpoint.js';
import type { EndpointChecks } from '../../packs/types.js';
import type { Statement } from '../engines/engine.js';

/** What the check stage needs of a pack: its checks and the values of its parameters. */
export interface CheckRules {
  readonly checks: EndpointChecks;
  readonly parameters: Readonly<Record<string, Literal>>;
  readonly asOf: IsoDate;
}

/** Every check of the pack on every candidate: `ep_nn` holds the outcome, `ep_nn_warn` whether a pass has a warning. */
export function check(rules: CheckRules): Statement {
  const declarations = declarationsById(rules.checks.facts);
  const params: Record<string, boolean | number | string> = {};
  const render = (condition: Condition, prefix: string) => {
    const part = renderCondition(condition, prefix, declarations, rules);
    Object.assign(params, part.params);
    return part.sql;
  };
  const columns = rules.checks.checks.map((each, index) => {
    const name = outcomeFact(each.id);
    const condition = render(each.condition, `k${index}`);
    const applies = each.appliesWhen ? render(each.appliesWhen, `a${index}`) : 'TRUE';
    const warn = each.warnWhen ? render(each.warnWhen, `w${index}`) : 'FALSE';
    return `CASE WHEN NOT ${applies} THEN 'not_applicable' WHEN (${applies}) IS NULL THEN 'unknown'
        WHEN ${condition} THEN 'pass' WHEN NOT ${condition} THEN 'fail' ELSE 'unknown' END AS ${name},
      coalesce(${warn}, FALSE) AS ${name}_warn`;
  });
  return { sql: `CREATE TABLE checked AS SELECT *, ${columns.join(',\n')} FROM candidate`, params };
}

/** A pack's condition as SQL over the columns of the stage before, parameters put in. */
export function renderCondition(
  condition: Condition,
  prefix: string,
  declarations: Declarations,
  rules: CheckRules,
): SqlCondition {
  return toSql(resolveParameters(condition, rules.parameters), {
    columns: (fact) => ({
      column: fact,
      ...(declarations.get(fact)?.nullable && { nullColumn: `${fact}_null` }),
    }),
    declarations,
    asOf: rules.asOf,
    dialect: duckdb,
    prefix,
  });
}

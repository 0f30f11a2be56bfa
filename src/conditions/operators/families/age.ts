import { addDuration, type Duration, type IsoDate, isoDate } from '../../../domain/dates.js';
import type { Operator, SqlContext } from '../operator.js';
import { durationOf } from './as-of.js';
import type { FamilyMember } from './family.js';
import { checkDuration } from './operand-checks.js';
import { durationSchema } from './operand-schemas.js';

export interface AgeOptions extends FamilyMember {
  /** `lastDay` is the value plus the duration. */
  readonly holds: (date: IsoDate, lastDay: IsoDate, asOf: IsoDate) => boolean;
  readonly sql: (date: string, lastDay: string, asOf: string) => string;
}

/**
 * Operators on a date's age, counted forward: the last day on which a date is not yet older than `P1M` is the date plus
 * one month (31 January + P1M = the last of February).
 */
export function age({ id, description, phrase, holds, sql: render }: AgeOptions): Operator {
  return {
    id,
    description,
    factTypes: ['date'],
    operandSchema: durationSchema,
    checkOperand: (_declaration, operand) => checkDuration(operand),
    evaluate(value, operand, { asOf }) {
      const date = isoDate(String(value));
      return holds(date, addDuration(date, durationOf(operand)), asOf);
    },
    sql: (column, operand, sql) =>
      render(column, datePlus(column, durationOf(operand), sql), sql.literal(sql.asOf, 'date')),
    explain: () => phrase,
  };
}

/** SQL for the domain's `addDuration`. */
export function datePlus(date: string, { months, days }: Duration, sql: SqlContext): string {
  return sql.dialect.addMonthsAndDays(date, sql.literal(months, 'int'), sql.literal(days, 'int'));
}

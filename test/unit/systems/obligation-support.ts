import { type IsoDate, isoDate } from '../../../src/domain/dates.js';
import type { FactDeclaration, Facts } from '../../../src/domain/facts.js';
import type { DutyDone } from '../../../src/domain/systems.js';
import type { Holidays } from '../../../src/domain/working-days.js';
import type { Due, Obligation } from '../../../src/packs/obligations.js';
import { judgeObligation } from '../../../src/systems/judge-obligations.js';
import type { ObligationSubjectFacts } from '../../../src/systems/obligation-case.js';
import type { ObligationResult } from '../../../src/systems/obligation-result.js';

/** Saturdays, Sundays and New Year; one day that isn't sure. */
const holidays: Holidays = {
  weekend: [6, 0],
  everyYear: [{ month: 1, day: 1, certainty: 'secondary' }],
  dates: [{ date: isoDate('2026-11-24'), certainty: 'open' }],
};

const fact = (id: string, type: FactDeclaration['type'], nullable = true): FactDeclaration => ({
  id,
  type,
  nullable,
  question: { vi: `${id}?`, en: `${id}?` },
});

const facts: readonly FactDeclaration[] = [
  fact('event', 'date'),
  fact('moment', 'text'),
  fact('done', 'date'),
  fact('done_at', 'text'),
  fact('start', 'date'),
  fact('level', 'int', false),
  fact('rhythm', 'duration', false),
  fact('ready', 'bool', false),
  fact('bound', 'bool', false),
];

/** What a test says of its obligation and subject. */
export interface Judged {
  readonly due: Due;
  readonly asOf: string;
  readonly facts?: Facts;
  readonly records?: readonly { readonly on: string; readonly period?: string }[] | null;
  readonly obligation?: Partial<Obligation>;
  readonly event?: string;
  readonly rhythms?: ObligationSubjectFacts['rhythms'];
}

/** Judges one obligation that is in force since 2026 and due soon within thirty days. `records` null = no inventory. */
export function judge({ records = [], ...asked }: Judged): ObligationResult {
  const duties: DutyDone[] | undefined = records?.map((each) => ({
    obligation: 'OB-X',
    ...each,
    on: isoDate(each.on),
  }));
  return judgeObligation(
    {
      pack: 'vn-x',
      facts,
      obligation: {
        id: 'OB-X',
        title: { vi: 'X', en: 'X' },
        subject: 'system',
        who: 'owner',
        severity: 'high',
        citations: [{ text: 'Điều 1', certainty: 'text' }],
        certainty: 'text',
        remediation: { vi: 'X', en: 'X' },
        due: asked.due,
        effective: { from: isoDate('2026-01-01'), to: null },
        ...asked.obligation,
      },
    },
    {
      facts: asked.facts ?? {},
      records: duties,
      ...(asked.event && { event: { label: 'E', on: asked.event as IsoDate } }),
      ...(asked.rhythms && { rhythms: asked.rhythms }),
    },
    { asOf: isoDate(asked.asOf), holidays, soon: { months: 0, days: 30 } },
  );
}

/** The parts of a result that most tests look at. */
export function summary({ status, due, latest, daysLeft, daysLeftLatest }: ObligationResult) {
  return { status, due, latest, daysLeft, daysLeftLatest };
}

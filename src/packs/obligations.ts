import type { Condition } from '../conditions/condition.js';
import { type Effective, type IsoDate, isInForce } from '../domain/dates.js';
import type { FactDeclaration } from '../domain/facts.js';
import type { Certainty, Citation, Severity } from '../domain/rules.js';
import type { LocalizedText } from '../domain/text.js';
import type { RulePack } from './types.js';

/** Duties with a date or a rhythm: everything of `obligations.yaml`. */
export interface Obligations {
  /** What their conditions and dates may ask about; `systems/` works the facts out. */
  readonly facts: readonly FactDeclaration[];
  readonly obligations: readonly Obligation[];
}

/** Whose duty: each system's, each agency's, or the province's as a whole. */
export type ObligationSubject = 'system' | 'agency' | 'province';

/** Who has to act. */
export type ObligationActor =
  | 'owner'
  | 'operating_unit'
  | 'specialised_unit'
  | 'province_committee'
  | 'ministry';

/** Things of a system of which each brings the duty anew. */
export type ObligationEvent = 'incident' | 'change' | 'assessment';

export interface Obligation {
  readonly id: string;
  readonly title: LocalizedText;
  readonly subject: ObligationSubject;
  readonly forEach?: ObligationEvent;
  readonly who: ObligationActor;
  /** `information`: a date to know about, nobody here has to act. Default `duty`. */
  readonly kind?: 'duty' | 'information';
  readonly severity: Severity;
  readonly citations: readonly Citation[];
  /** How sure the date is; the citations have a certainty of their own. */
  readonly certainty: Certainty;
  /** When the duty itself is in force; the pack's own period when left out. */
  readonly effective?: Effective;
  /** The first entry that holds: for such subjects the duty binds only from that day. */
  readonly bindsFrom?: readonly { readonly when: Condition; readonly on: IsoDate }[];
  readonly appliesWhen?: Condition;
  /** True = done, whatever is recorded. */
  readonly doneWhen?: Condition;
  /** A date or instant fact: when it was done, or last done; null = not done. */
  readonly doneOn?: string;
  /** What it means that nothing is recorded; `unknown` where nobody is asked to record it. Default `not_done`. */
  readonly unrecorded?: 'not_done' | 'unknown';
  readonly due: Due;
  readonly note?: LocalizedText;
  readonly remediation: LocalizedText;
}

/** A day of every year. 29 February is the last of February in other years. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** A day that lies in the due date's year, or in another counted from it. */
export interface PeriodEnd extends MonthDay {
  readonly yearOffset: number;
}

/** How often: a duration, one for each level, the interval of a requirement of the system's level, or of a fact. */
export type Rhythm =
  | string
  | { readonly levels: Readonly<Record<string, string>> }
  | { readonly requirement: string }
  | { readonly fact: string };

/**
 * By when. Dates are the last good day by the safe reading, `latest` by the other one where the law can be read in two
 * ways. Facts named in `after`, `before`, `firstAfter` are dates (`withinHours`: instants).
 */
export type Due =
  | { readonly on: IsoDate; readonly latest?: IsoDate }
  | {
      readonly everyYear: MonthDay;
      readonly latest?: MonthDay;
      /** The period that a report of that year covers. */
      readonly period?: { readonly from: PeriodEnd; readonly to: PeriodEnd };
    }
  | { readonly within: string; readonly after: string }
  | { readonly workingDays: number; readonly after: string }
  | { readonly withinHours: number; readonly after: string }
  /** Must have happened before that day: the day before is safe, the day itself is the latest. */
  | { readonly before: string }
  /** Counted from when it was last done; never done yet: from `firstAfter`, if it is given. */
  | { readonly every: Rhythm; readonly firstAfter?: string }
  /** The law sets no time; the text says what it says instead. `since`: since when it is open. */
  | { readonly unset: LocalizedText; readonly since?: string };

/** An obligation and the pack that states it. */
export interface PackObligation {
  readonly pack: string;
  readonly facts: readonly FactDeclaration[];
  readonly obligation: Obligation & { readonly effective: Effective };
}

/**
 * The obligations of the packs that are in force on a date, in the order of the packs and of their files. A duty that hangs
 * on an event is asked about after its law has ended too: the law is that of the event's day.
 */
export function obligationsInForce(
  packs: readonly RulePack[],
  asOf: IsoDate,
): readonly PackObligation[] {
  return packs.flatMap(({ id, effective, obligations }) =>
    (obligations?.obligations ?? [])
      .map((each) => ({
        pack: id,
        facts: obligations?.facts ?? [],
        obligation: { ...each, effective: each.effective ?? effective },
      }))
      .filter(
        ({ obligation: { effective, due } }) =>
          isInForce(effective, asOf) ||
          (effective.from <= asOf && ('after' in due || 'before' in due)),
      ),
  );
}

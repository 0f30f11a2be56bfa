import type { Effective, IsoDate } from './dates.js';
import type { LocalizedText, Message } from './text.js';

/** Security level of an information system, 1 (lowest) to 5. Law 116/2025/QH15 Art. 8. */
export type Level = 1 | 2 | 3 | 4 | 5;

export const levels: readonly Level[] = [1, 2, 3, 4, 5];

/**
 * How sure a statement of law is. `text`: follows from the wording. `reading`: our interpretation. `open`: the law is
 * unclear, a person must decide. `recalled`: from memory, unchecked. `secondary`: from a summary, not the text itself.
 */
export type Certainty = 'text' | 'reading' | 'open' | 'recalled' | 'secondary';

export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';

/** Result of one rule on one subject. `unknown`: a fact is missing. `error`: it could not be worked out at all. */
export type Outcome = 'pass' | 'fail' | 'unknown' | 'not_applicable' | 'error';

/** Where a rule stands in law or in a standard. `text` is shown as it is: the instrument's own Vietnamese form. */
export interface Citation {
  readonly text: string;
  readonly certainty: Certainty;
}

/** A statute, decree or standard that a pack refers to. */
export interface Instrument {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly title: LocalizedText;
  readonly issued?: IsoDate;
  readonly effective?: Effective;
  /** What it settles, in our words. */
  readonly role?: LocalizedText;
  readonly certainty?: Certainty;
}

export type SubjectKind = 'agency' | 'system' | 'endpoint' | 'file';

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly name: string;
  /** Agency that answers for the subject; null for what belongs to the province as a whole. */
  readonly agency: string | null;
}

/** Where a fact or an answer comes from. `path` is relative to the workspace; `row` counts records from 1. */
export interface Evidence {
  readonly path: string;
  readonly row?: number;
  readonly pointer?: string;
  readonly note?: Message;
}

/** A rule × subject that is not `pass`. `id` is stable across runs: it is made of rule and subject only. */
export interface Finding {
  readonly id: string;
  readonly rule: string;
  readonly subject: Subject;
  /** `partial`: a requirement that is partly met, which is not a pass. */
  readonly outcome: Exclude<Outcome, 'pass' | 'not_applicable'> | 'partial';
  readonly severity: Severity;
  readonly citations: readonly Citation[];
  readonly message: Message;
  readonly evidence: readonly Evidence[];
  readonly remediation: LocalizedText | null;
  readonly due: IsoDate | null;
  /** How many like subjects this finding stands for, when it is about a group of endpoints. */
  readonly count?: number;
}

/** The finding's stable id. */
export function findingId(rule: string, subject: Subject): string {
  return `${rule}:${subject.kind}:${subject.agency ?? '-'}:${subject.id}`;
}

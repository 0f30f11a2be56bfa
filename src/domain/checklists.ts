import type { IsoDate } from './dates.js';
import type { Level } from './rules.js';

/** What an assessor says of one requirement. Only `met` can pass; `not_applicable` needs a reason. */
export type AnswerWord = 'met' | 'partly_met' | 'not_met' | 'not_applicable';

/** Who answered: the agency itself, or a team that inspected it. */
export type ChecklistKind = 'self_assessment' | 'inspection';

/** One answer, bound by `digest` to the text of the requirement that was read when it was given. */
export interface RequirementAnswer {
  /** Id of the requirement in its catalogue: `5.1.2.1.a`, `5.6.2.2.b#1`. */
  readonly requirement: string;
  /** 16 hexadecimal digits, the requirement's own digest at that time. */
  readonly digest: string;
  readonly answer: AnswerWord;
  /** Why the requirement doesn't apply. */
  readonly reason?: string;
  readonly evidence: readonly string[];
  readonly date: IsoDate;
  readonly assessor: string;
  /** Who puts right what is missing, and by when. */
  readonly responsible?: string;
  readonly due?: IsoDate;
  readonly note?: string;
  /** Path of the checklist, 1-based line, JSON Pointer. */
  readonly at: { readonly path: string; readonly line: number; readonly pointer: string };
}

/** The answers of one assessor about one system, against one level's catalogue of one pack. */
export interface Checklist {
  readonly system: string;
  readonly agency: string;
  readonly pack: string;
  readonly level: Level;
  readonly kind: ChecklistKind;
  readonly answers: readonly RequirementAnswer[];
  /** Path of the file, relative to the workspace. */
  readonly path: string;
}

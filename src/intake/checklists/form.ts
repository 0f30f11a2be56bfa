import { createHash } from 'node:crypto';
import type { AnswerWord, ChecklistKind, RequirementAnswer } from '../../domain/checklists.js';
import type { IsoDate } from '../../domain/dates.js';
import type { Level } from '../../domain/rules.js';
import type { RequirementCatalogue } from '../../packs/types.js';

/** What a sheet of answers is about, as it says itself to the program. */
export interface FormIdentity {
  readonly agency: string;
  readonly system: string;
  readonly pack: string;
  readonly level: Level;
  readonly kind: ChecklistKind;
  /** Digest of the catalogue that the sheet shows. */
  readonly catalogue: string;
}

/** Beginnings of the cells by which the program knows its sheets again. The number is the version of the layout. */
const marks = {
  answers: 'tuanthu-checklist/1',
  annex: 'tuanthu-annex/1',
  guide: 'tuanthu-guide/1',
} as const;

export type SheetRole = keyof typeof marks;

/** The text of the cell that says what a sheet is. */
export function identityText(role: SheetRole, identity?: FormIdentity): string {
  if (!identity) return marks[role];
  const { agency, system, pack, level, kind, catalogue } = identity;
  return `${marks[role]} agency=${agency} system=${system} pack=${pack} level=${level} kind=${kind} catalogue=${catalogue}`;
}

/** What a cell says of its sheet; undefined = it isn't such a cell; `newer` = written by a later version. */
export type IdentityReading =
  | { readonly role: 'annex' | 'guide' | 'newer' | 'damaged' }
  | { readonly role: 'answers'; readonly identity: FormIdentity };

const identityPattern =
  /^tuanthu-checklist\/1 agency=(\S+) system=(\S+) pack=(\S+) level=([1-5]) kind=(self_assessment|inspection) catalogue=([0-9a-f]{16})$/;

export function readIdentity(text: string): IdentityReading | undefined {
  const trimmed = text.trim();
  if (trimmed.startsWith(marks.guide)) return { role: 'guide' };
  if (trimmed.startsWith(marks.annex)) return { role: 'annex' };
  const version = /^tuanthu-(?:checklist|annex|guide)\/(\d+)/.exec(trimmed)?.[1];
  if (version === undefined) return undefined;
  if (version !== '1') return { role: 'newer' };
  const [, agency, system, pack, level, kind, catalogue] = identityPattern.exec(trimmed) ?? [];
  if (agency === undefined || system === undefined || pack === undefined) {
    return { role: 'damaged' };
  }
  return {
    role: 'answers',
    identity: {
      agency,
      system,
      pack,
      level: Number(level) as Level,
      kind: kind as ChecklistKind,
      catalogue: String(catalogue),
    },
  };
}

/** Digest of a catalogue: which requirements it has and what binds in each. */
export function catalogueDigest({ groups }: RequirementCatalogue): string {
  const lines = groups.flatMap(({ requirements }) =>
    requirements.map(({ id, digest }) => `${id} ${digest}\n`),
  );
  return digestOf(lines.join(''), 16);
}

/** To which text of a requirement a row is bound. */
export interface RowBinding {
  /** Digest of the text that the row shows. */
  readonly shown: string;
  /** An answer given to an older text that was filled in beforehand: that text's digest, and a mark of the answer. */
  readonly earlier?: { readonly digest: string; readonly mark: string };
}

/**
 * The text of a row's digest cell. Letters before the digits keep Excel from taking `12345678901e2345` for a number.
 */
export function bindingText({ shown, earlier }: RowBinding): string {
  return earlier ? `d:${shown} a:${earlier.digest} m:${earlier.mark}` : `d:${shown}`;
}

/** The binding in a digest cell; undefined when somebody changed or removed it. */
export function readBinding(text: string): RowBinding | undefined {
  const parts = /^d:([0-9a-f]{16})(?: a:([0-9a-f]{16}) m:([0-9a-f]{8}))?$/.exec(text.trim());
  const [, shown, digest, mark] = parts ?? [];
  if (shown === undefined) return undefined;
  return { shown, ...(digest && mark && { earlier: { digest, mark } }) };
}

/**
 * The digest that an answer of a row is bound to. An answer to an older text stays bound to it until it is given anew:
 * with another result or another date.
 */
export function boundDigest(
  { shown, earlier }: RowBinding,
  answer: Pick<RequirementAnswer, 'answer' | 'date'>,
): string {
  return earlier && earlier.mark === answerMark(answer) ? earlier.digest : shown;
}

/** Tells whether an answer is still the one that was filled in beforehand. */
export function answerMark(given: { readonly answer: AnswerWord; readonly date: IsoDate }): string {
  return digestOf(`${given.answer} ${given.date}`, 8);
}

function digestOf(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

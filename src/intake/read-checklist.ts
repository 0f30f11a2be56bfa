import { camelKeys } from '../documents/camel-keys.js';
import type { ParsedDocument } from '../documents/document.js';
import { readDocument, type Schemas, suggestion } from '../documents/schemas.js';
import { tidyText } from '../documents/tidy-text.js';
import type { Checklist, RequirementAnswer } from '../domain/checklists.js';
import type { IsoDate } from '../domain/dates.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import type { Level } from '../domain/rules.js';
import { message } from '../messages/catalogue.js';
import type { RequirementCatalogue } from '../packs/types.js';
import { placeText, remarkAt } from './problem.js';

/** The catalogue of one level of a pack; undefined when the pack isn't known or has none. */
export type CatalogueLookup = (pack: string, level: Level) => RequirementCatalogue | undefined;

export interface ChecklistOptions {
  readonly schemas: Schemas;
  /** Id of the agency whose file it is. */
  readonly agency: string;
  /** Ids of the agency's systems; undefined = any, when its inventory can't be read. */
  readonly systems?: readonly string[] | undefined;
  /** Undefined = packs and requirement ids aren't checked. */
  readonly requirements?: CatalogueLookup | undefined;
  /** Packs whose catalogues weren't read: answers on them are taken as they are. */
  readonly unreadPacks?: readonly string[] | undefined;
}

export interface ChecklistReading {
  /** Absent when nothing of the file can be used. With errors beside it, the answers that they are about are left out. */
  readonly checklist?: Checklist;
  /** What the file says for answers that don't say it themselves. */
  readonly defaults?: { readonly assessor: string; readonly date: IsoDate };
  /** The system that the file names, known or not, when it can be read so far. */
  readonly system?: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly document: ParsedDocument;
}

/** The file as it is written, keys renamed. The schema vouches for it, dates and words included. */
interface WrittenChecklist extends Pick<Checklist, 'system' | 'pack' | 'level' | 'kind'> {
  readonly assessor: string;
  readonly date: IsoDate;
  readonly answers: readonly (Pick<RequirementAnswer, 'requirement' | 'digest' | 'answer'> &
    Partial<RequirementAnswer>)[];
}

/** Reads one checklist from bytes. `path` is relative to the workspace. What is wrong becomes diagnostics; never throws. */
export function readChecklist(
  bytes: Uint8Array,
  path: string,
  options: ChecklistOptions,
): ChecklistReading {
  const { schemas, agency, systems, requirements } = options;
  const document = readDocument(bytes, path, schemas, 'checklist');
  if (document.value === undefined) return { diagnostics: document.diagnostics, document };
  const written = camelKeys(document.value, new Set()) as WrittenChecklist;
  const { system, pack, level, kind } = written;
  const defaults = { assessor: tidyText(written.assessor), date: written.date };
  const problems = [
    ...document.diagnostics,
    ...unknownSystem(system, systems, document),
    ...(options.unreadPacks?.includes(pack)
      ? []
      : unknownCatalogue(written, requirements, document)),
    ...(defaults.assessor === '' ? [blankAssessor(document, '/assessor')] : []),
  ];
  if (problems.some(({ severity }) => severity === 'error')) {
    return { system, diagnostics: problems, document };
  }
  const catalogue = requirements?.(pack, level);
  const ids = catalogue?.groups.flatMap((group) => group.requirements.map(({ id }) => id));
  const answers = written.answers.map((each, i) =>
    answerOf(each, defaults, { path, pointer: `/answers/${i}`, document }),
  );
  const found = [
    ...answerProblems(answers, ids, level, document),
    ...answers.flatMap(({ assessor, at }) =>
      assessor === '' ? [blankAssessor(document, `${at.pointer}/assessor`)] : [],
    ),
  ];
  const unusable = new Set(found.map(({ pointer }) => pointer?.split('/', 3).join('/')));
  // Answered twice: nobody knows which counts, so neither does.
  const twice = new Set(repeated(answers.map(({ requirement }) => requirement)));
  const usable = answers.filter(
    ({ at, requirement }) => !unusable.has(at.pointer) && !twice.has(requirement),
  );
  const checklist = { system, agency, pack, level, kind, answers: usable, path };
  return { checklist, defaults, system, diagnostics: [...problems, ...found], document };
}

function answerOf(
  written: WrittenChecklist['answers'][number],
  defaults: { readonly assessor: string; readonly date: IsoDate },
  place: { readonly path: string; readonly pointer: string; readonly document: ParsedDocument },
): RequirementAnswer {
  const { requirement, digest, answer, due } = written;
  const tidy = (key: 'reason' | 'responsible' | 'note') => {
    const text = tidyText(written[key] ?? '');
    return text === '' ? {} : { [key]: text };
  };
  return {
    requirement,
    digest,
    answer,
    ...tidy('reason'),
    evidence: (written.evidence ?? []).map(tidyText).filter((text) => text !== ''),
    date: written.date ?? defaults.date,
    assessor: written.assessor === undefined ? defaults.assessor : tidyText(written.assessor),
    ...tidy('responsible'),
    ...(due !== undefined && { due }),
    ...tidy('note'),
    at: {
      path: place.path,
      line: place.document.locate(place.pointer).line,
      pointer: place.pointer,
    },
  };
}

function unknownSystem(
  system: string,
  systems: readonly string[] | undefined,
  document: ParsedDocument,
): Diagnostic[] {
  if (!systems || systems.includes(system)) return [];
  const found = message('checklist.unknown_system', { id: system });
  const hint = suggestion(system, systems) ?? message('checklist.unknown_system.hint');
  return [remarkAt(document, '/system', 'error', found, hint)];
}

const levels: readonly Level[] = [1, 2, 3, 4, 5];

function unknownCatalogue(
  { pack, level }: WrittenChecklist,
  requirements: CatalogueLookup | undefined,
  document: ParsedDocument,
): Diagnostic[] {
  if (!requirements || requirements(pack, level)) return [];
  const others = levels.filter((each) => requirements(pack, each));
  if (others.length === 0) {
    const found = message('checklist.unknown_pack', { pack });
    return [remarkAt(document, '/pack', 'error', found, message('checklist.unknown_pack.hint'))];
  }
  const found = message('checklist.unknown_level', { pack, level });
  const hint = message('checklist.unknown_level.hint', { levels: others.join(', ') });
  return [remarkAt(document, '/level', 'error', found, hint)];
}

function answerProblems(
  answers: readonly RequirementAnswer[],
  ids: readonly string[] | undefined,
  level: Level,
  document: ParsedDocument,
): Diagnostic[] {
  const known = ids && new Set(ids);
  const firsts = new Map<string, string>();
  return answers.flatMap(({ requirement: id, answer, reason, at }) => {
    const place = `${at.pointer}/requirement`;
    if (known && ids && !known.has(id)) {
      const found = message('checklist.unknown_requirement', { id, level });
      const hint = suggestion(id, ids) ?? message('checklist.unknown_requirement.hint');
      return [remarkAt(document, place, 'error', found, hint)];
    }
    const first = firsts.get(id);
    if (first !== undefined) {
      const found = message('checklist.answered_twice', { id, other: placeText(document, first) });
      return [remarkAt(document, place, 'error', found, message('checklist.answered_twice.hint'))];
    }
    firsts.set(id, place);
    if (answer !== 'not_applicable' || reason !== undefined) return [];
    const found = message('checklist.no_reason', { id });
    return [
      remarkAt(
        document,
        `${at.pointer}/answer`,
        'error',
        found,
        message('checklist.no_reason.hint'),
      ),
    ];
  });
}

function blankAssessor(document: ParsedDocument, pointer: string): Diagnostic {
  return remarkAt(
    document,
    pointer,
    'error',
    message('checklist.blank_assessor'),
    message('checklist.blank_assessor.hint'),
  );
}

function repeated(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  return ids.filter((id) => seen.has(id) || !seen.add(id));
}

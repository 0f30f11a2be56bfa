import type { ParsedDocument } from '../documents/document.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import { declaredIds } from './lint/declared-ids.js';
import { casesProblems } from './lint/lint-cases.js';
import { classificationProblems } from './lint/lint-classification.js';
import { obligationsProblems } from './lint/lint-obligations.js';
import { requirementsProblems } from './lint/lint-requirements.js';
import { approvalProblems, checksProblems, headProblems } from './lint/lint-rules.js';
import { targetsProblems } from './lint/lint-targets.js';
import { textProblems } from './lint/lint-texts.js';
import { transitionProblems } from './lint/lint-transition.js';
import { duplicateProblems, type PackProblem, type PlacedId } from './lint/problem.js';
import type { RulePack } from './types.js';

/**
 * Everything wrong with a pack that its files' schemas can't see: ids and references across the files, conditions against
 * the declared facts, thresholds against their floors, cases against the tables. `folderId` is the folder's name, which
 * must be the pack's id; `documents` are its files, parsed, by name. Diagnostics carry file, line and column, in the order
 * of the files and their lines. Empty when nothing is wrong. Never throws for what a schema-checked pack may hold.
 */
export function lintPack(
  pack: RulePack,
  folderId: string,
  documents: ReadonlyMap<string, ParsedDocument>,
): readonly Diagnostic[] {
  const place = ({ file, pointer }: PlacedId): string => {
    const document = documents.get(file);
    return document ? `${document.path}:${document.locate(pointer).line}` : file;
  };
  const problems: PackProblem[] = [
    ...headProblems(pack, folderId),
    ...declaredIds(pack, documents).flatMap((ids) => duplicateProblems(ids, place)),
    ...(pack.classification ? classificationProblems(pack.classification) : []),
    ...(pack.approval ? approvalProblems(pack.approval) : []),
    ...(pack.endpointChecks ? checksProblems(pack.endpointChecks) : []),
    ...targetsProblems(pack),
    ...(pack.transition ? transitionProblems(pack.transition, pack) : []),
    ...(pack.obligations ? obligationsProblems(pack.obligations, pack) : []),
    ...(pack.requirements ? requirementsProblems(pack.requirements, documents) : []),
    ...casesProblems(pack, documents),
    ...textProblems(documents),
  ];
  const order = [...documents.keys()];
  // An id may be declared twice in the sight of two groups; once said is enough.
  const keyOf = ({ file, pointer, message: { key } }: PackProblem) => `${file} ${pointer} ${key}`;
  const distinct = new Map(problems.reverse().map((each) => [keyOf(each), each]));
  return [...distinct.values()]
    .map((problem) => ({ problem, position: documents.get(problem.file)?.locate(problem.pointer) }))
    .sort(
      (a, b) =>
        order.indexOf(a.problem.file) - order.indexOf(b.problem.file) ||
        (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
        (a.position?.column ?? 0) - (b.position?.column ?? 0),
    )
    .map(({ problem: { file, pointer, message, hint, severity = 'error' }, position }) => ({
      code: message.key,
      severity,
      message,
      ...(hint && { hint }),
      file: documents.get(file)?.path ?? `${folderId}/${file}`,
      ...position,
      pointer,
    }));
}

import type { ChecklistKind } from '../../domain/checklists.js';
import { AppError, type Diagnostic } from '../../domain/diagnostic.js';
import { hasError } from '../../intake/problem.js';
import type { ChecklistReading } from '../../intake/read-checklist.js';
import { message } from '../../messages/catalogue.js';
import type { ChecklistAgency, OpenChecklists } from './open-checklists.js';

/**
 * The file with a system's answers of a kind, answers of later days included. Throws `AppError` when it can't be relied
 * on: a sheet made from it would lack answers, and nobody would see.
 */
export function ownReading(
  world: OpenChecklists,
  { checklists }: ChecklistAgency,
  system: string,
  kind: ChecklistKind,
): ChecklistReading | undefined {
  const own = checklists.readings.filter(
    (each) => each.system === system && (!each.checklist || each.checklist.kind === kind),
  );
  const [first] = own;
  if (!first || (own.length === 1 && !hasError(first.diagnostics))) return first;
  const paths = own.map(({ document }) => document.path);
  throw new AppError({
    message: message('checklist_export.broken', { path: paths.map(world.typed).join(', ') }),
    hints: [message('checklist_export.broken.hint')],
    diagnostics: checklists.diagnostics
      .filter(({ file }) => file !== undefined && paths.includes(file))
      .map((found) => retyped(found, world)),
  });
}

/** The same remark with its file's name as the person can open it. */
export function retyped(each: Diagnostic, world: OpenChecklists): Diagnostic {
  return each.file === undefined ? each : { ...each, file: world.typed(each.file) };
}

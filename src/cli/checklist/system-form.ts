import { maxCellLength } from '../../documents/spreadsheet/limits.js';
import type { ChecklistKind, RequirementAnswer } from '../../domain/checklists.js';
import { addDuration, formatDate, type IsoDate } from '../../domain/dates.js';
import { AppError, type Diagnostic } from '../../domain/diagnostic.js';
import type { Level } from '../../domain/rules.js';
import type { Message } from '../../domain/text.js';
import type { ChecklistForm } from '../../intake/checklists/checklist-form.js';
import { evidenceText } from '../../intake/checklists/evidence-text.js';
import { message } from '../../messages/catalogue.js';
import type { Requirement } from '../../packs/types.js';
import { answerState, intervalOf } from '../../systems/judge-requirements.js';
import type { ChecklistAgency, LevelledSystem, OpenChecklists } from './open-checklists.js';
import { ownReading } from './own-reading.js';

/** What a person chose for a form. */
export interface FormOptions {
  readonly level: Level | undefined;
  readonly kind: ChecklistKind;
  readonly annex: boolean;
  readonly asOf: IsoDate;
}

/** A form, and what is to be said about it. */
export interface MadeForm {
  readonly form: ChecklistForm;
  readonly diagnostics: readonly Diagnostic[];
}

/** A system's form with the answers that it has. Throws `AppError` when its level isn't known or its answers can't be used. */
export function formOf(
  world: OpenChecklists,
  agency: ChecklistAgency,
  each: LevelledSystem,
  { level: chosen, kind, annex, asOf }: FormOptions,
): MadeForm {
  const { system } = each;
  const { level, source } = levelOf(each, chosen);
  const catalogue = world.catalogue(world.pack.id, level);
  if (!catalogue) {
    throw new AppError({
      message: message('checklist.unknown_level', { pack: world.pack.id, level }),
    });
  }
  const reading = ownReading(world, agency, system.id, kind);
  const own = reading?.checklist;
  // Answers for another level or pack are of no use here: they belong to other requirements.
  const existing = own && own.level === level && own.pack === world.pack.id ? own : undefined;
  const all = existing?.answers ?? [];
  for (const answer of all) checkLength(answer, world);
  const annexes = world.pack.requirements?.annex.find((every) => every.level === level);
  const form: ChecklistForm = {
    agency: { id: agency.id, name: agency.name },
    system: { id: system.id, name: system.name },
    pack: { id: world.pack.id, version: world.pack.version },
    level,
    levelSource: source,
    kind,
    catalogue,
    ...(annex && annexes && { annex: annexes }),
    answers: all,
    ...(existing && reading?.defaults && { assessor: reading.defaults.assessor }),
    remark: (requirement, answer) => remarkOn(requirement, answer, asOf),
  };
  return {
    form,
    diagnostics: [
      ...(own && !existing ? [otherLevel(own.path, own.level, own.pack, world)] : []),
      ...(fits(each, level) ? [] : [strangeLevel(system.id, level)]),
    ],
  };
}

function otherLevel(path: string, level: Level, pack: string, world: OpenChecklists): Diagnostic {
  const code = 'checklist_export.other_level';
  return {
    code,
    severity: 'warning',
    message: message(code, { level, pack }),
    hint: message('checklist_export.other_level.hint'),
    file: world.typed(path),
  };
}

function strangeLevel(system: string, level: Level): Diagnostic {
  const code = 'checklist_export.strange_level';
  return {
    code,
    severity: 'warning',
    message: message(code, { system, level }),
    hint: message('checklist_export.strange_level.hint'),
  };
}

/** Whether a level is one that is said of a system; any is when none is said. */
export function fits({ approved, computed, declared }: LevelledSystem, level: Level): boolean {
  const said = [approved, computed, declared].filter((each) => each !== null);
  return said.length === 0 || said.includes(level);
}

/** The chosen level, else the one that the system is judged by: approved, computed, declared, in this order. */
function levelOf(
  { system, approved, computed, declared }: LevelledSystem,
  chosen: Level | undefined,
): { readonly level: Level; readonly source: Message } {
  if (chosen !== undefined) return { level: chosen, source: message('checklist.level.chosen') };
  if (approved !== null) return { level: approved, source: message('checklist.level.approved') };
  if (computed !== null) return { level: computed, source: message('checklist.level.computed') };
  if (declared !== null) return { level: declared, source: message('checklist.level.declared') };
  throw new AppError({
    message: message('checklist_export.no_level', { id: system.id }),
    hints: [message('checklist_export.no_level.hint', { id: system.id })],
  });
}

/** What to look at again in an answer. What only lacks evidence is shown by the sheet's own colours. */
function remarkOn(
  requirement: Requirement,
  answer: RequirementAnswer,
  asOf: IsoDate,
): Message | undefined {
  switch (answerState(requirement, answer, asOf)) {
    case 'stale':
      return message('checklist.mark.stale');
    case 'expired': {
      const interval = intervalOf(requirement);
      const date = interval ? addDuration(answer.date, interval) : answer.date;
      return message('checklist.mark.expired', { date: formatDate(date) });
    }
    default:
      return undefined;
  }
}

/** A text that doesn't fit into a cell would come back cut. */
function checkLength(answer: RequirementAnswer, world: OpenChecklists): void {
  const texts = [
    evidenceText(answer.evidence),
    answer.reason,
    answer.assessor,
    answer.responsible,
    answer.note,
  ];
  // One more letter, should the text need a mark against formulas.
  if (texts.every((text) => (text ?? '').length < maxCellLength)) return;
  throw new AppError({
    message: message('checklist_export.too_long', {
      place: `${world.typed(answer.at.path)}:${answer.at.line}`,
      limit: maxCellLength,
    }),
    hints: [message('checklist_export.too_long.hint')],
  });
}

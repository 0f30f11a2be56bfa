import { basename, dirname } from 'node:path';
import { maxSpreadsheetBytes } from '../../documents/spreadsheet/limits.js';
import { readWorkbook } from '../../documents/spreadsheet/read-workbook.js';
import type { IsoDate } from '../../domain/dates.js';
import type { Diagnostic } from '../../domain/diagnostic.js';
import { FileProblem } from '../../domain/files.js';
import type { Message } from '../../domain/text.js';
import { checklistText, commonOf } from '../../intake/checklists/checklist-text.js';
import { type FoundForm, findForms } from '../../intake/checklists/find-forms.js';
import { type MergedAnswers, mergeAnswers } from '../../intake/checklists/merge-answers.js';
import { type FormReading, readForm } from '../../intake/checklists/read-form.js';
import {
  cellList,
  cellRemark,
  placeName,
  sheetRemark,
} from '../../intake/checklists/sheet-problem.js';
import { hasError } from '../../intake/problem.js';
import { fileProblem } from '../../intake/read-file.js';
import { message } from '../../messages/catalogue.js';
import type { RequirementCatalogue } from '../../packs/types.js';
import { openFolder } from '../../platform/files.js';
import { suggest } from '../suggest.js';
import { existingFile } from './existing-file.js';
import { type ChecklistAgency, type OpenChecklists, openChecklists } from './open-checklists.js';
import { fits } from './system-form.js';

export interface ImportOptions {
  readonly spreadsheets: readonly string[];
  readonly workspace: string;
  readonly asOf: IsoDate;
  /** Replace a file for another level or answers of a later day, and lose comments that people wrote into a file. */
  readonly force: boolean;
  readonly onProgress: (done: number, total: number) => void;
}

/** What an import does to one checklist. */
export interface ImportedChecklist {
  readonly form: FoundForm;
  readonly reading: FormReading;
  readonly merged: MergedAnswers;
  /** Requirements of the catalogue. */
  readonly count: number;
  /** The file as the person can open it, and what it will hold; undefined = it stays as it is. */
  readonly path: string;
  readonly text: string | undefined;
  /** What the file holds now; undefined = it isn't there. */
  readonly before: Uint8Array | undefined;
}

export interface ImportResult {
  /** Empty when there is an error among the diagnostics: then nothing may be written. */
  readonly checklists: readonly ImportedChecklist[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads sheets of answers and joins them with the workspace's checklists; nothing is written here. Everything is checked
 * first: one error in one sheet, and no checklist comes back. Throws `AppError` when the workspace can't be used.
 */
export async function importChecklists(options: ImportOptions): Promise<ImportResult> {
  const { workspace, asOf, onProgress } = options;
  const world = await openChecklists({ path: workspace, asOf, pack: undefined, onProgress });
  const diagnostics: Diagnostic[] = [];
  const checklists: ImportedChecklist[] = [];
  const taken = new Map<string, FoundForm>();
  for (const path of options.spreadsheets) {
    const found = await readForms(path);
    diagnostics.push(...found.diagnostics);
    for (const form of found.forms) {
      const { system, kind } = form.identity;
      const before = taken.get(`${kind} ${system}`);
      if (before) {
        diagnostics.push(secondSheet(form, before));
        continue;
      }
      taken.set(`${kind} ${system}`, form);
      const one = await importForm(form, found.from1904, world, options);
      diagnostics.push(...one.diagnostics);
      if (one.checklist) checklists.push(one.checklist);
    }
  }
  return { checklists: hasError(diagnostics) ? [] : checklists, diagnostics };
}

interface FormsOfFile {
  readonly forms: readonly FoundForm[];
  readonly from1904: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

async function readForms(path: string): Promise<FormsOfFile> {
  const none = (problem: Diagnostic) => ({ forms: [], from1904: false, diagnostics: [problem] });
  let bytes: Uint8Array;
  try {
    bytes = await openFolder(dirname(path)).read(basename(path), maxSpreadsheetBytes);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return none(fileProblem(new FileProblem(path, error.reason, error), maxSpreadsheetBytes));
  }
  const reading = await readWorkbook(bytes);
  if ('problem' in reading) {
    return none(sheetRemark('error', { file: path, sheet: '' }, reading.problem, reading.hint));
  }
  const { forms, diagnostics } = findForms(path, reading.workbook.sheets);
  return { forms, diagnostics, from1904: reading.workbook.from1904 };
}

function secondSheet(form: FoundForm, before: FoundForm): Diagnostic {
  const { system, kind } = form.identity;
  return atIdentity(
    form,
    message('checklist_sheet.second', {
      system,
      kind: message(`checklist.kind.${kind}`),
      other: `${before.file} ${placeName(identityPlace(before))}`,
    }),
    message('checklist_sheet.second.hint'),
  );
}

async function importForm(
  form: FoundForm,
  from1904: boolean,
  world: OpenChecklists,
  { asOf, force }: ImportOptions,
): Promise<{
  readonly checklist?: ImportedChecklist;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const target = targetOf(form, world);
  if ('code' in target) return { diagnostics: [target] };
  const { agency, catalogue } = target;
  const reading = readForm(form, { catalogue, asOf, from1904 });
  if (hasError(reading.diagnostics)) return { diagnostics: reading.diagnostics };
  const file = await existingFile(form, agency, world, force);
  if ('code' in file) return { diagnostics: [...reading.diagnostics, file] };
  const merged = mergeAnswers(file.answers, reading.answers, catalogue);
  if (merged.older.length > 0 && !force) {
    return { diagnostics: [...reading.diagnostics, olderAnswers(form, merged)] };
  }
  const common = commonOf(merged.answers, reading, file.defaults);
  const { system, pack, level, kind } = form.identity;
  const text =
    common && checklistText({ system, pack, level, kind, ...common, answers: merged.answers });
  const nothingNew = merged.added.length + merged.changed.length === 0 && !file.replaced;
  const checklist: ImportedChecklist = {
    form,
    reading,
    merged,
    count: catalogue.groups.reduce((sum, group) => sum + group.requirements.length, 0),
    path: world.typed(file.path),
    // A file that was written by hand stays as it is while it says the same.
    text: text === file.text || nothingNew ? undefined : text,
    before: file.bytes,
  };
  return { checklist, diagnostics: [...reading.diagnostics, ...cleared(form, reading, merged)] };
}

/** The agency and the catalogue that a sheet is about, or why it doesn't fit this workspace. */
function targetOf(
  form: FoundForm,
  world: OpenChecklists,
): { readonly agency: ChecklistAgency; readonly catalogue: RequirementCatalogue } | Diagnostic {
  const { agency: id, system: systemId, pack, level } = form.identity;
  const agency = world.agencies.find((each) => each.id === id);
  if (!agency) {
    const known = world.agencies.map((each) => each.id);
    return atIdentity(
      form,
      message('checklist_sheet.wrong_agency', { agency: id }),
      near(id, known) ?? message('checklist_sheet.wrong_agency.hint'),
    );
  }
  const system = agency.systems.find((each) => each.system.id === systemId);
  if (!system) {
    const known = agency.systems.map((each) => each.system.id);
    return atIdentity(
      form,
      message('checklist_sheet.wrong_system', { system: systemId, agency: id }),
      near(systemId, known) ?? message('checklist_sheet.wrong_system.hint'),
    );
  }
  const catalogue = world.catalogue(pack, level);
  if (!catalogue) {
    const packs = world.packs.filter((each) => each.requirements?.levels.length);
    return atIdentity(
      form,
      message('checklist_sheet.wrong_pack', { pack, level }),
      message('checklist_sheet.wrong_pack.hint', {
        packs: packs.map((each) => each.id).join(', '),
      }),
    );
  }
  if (fits(system, level)) return { agency, catalogue };
  const said = [system.approved, system.computed, system.declared].flatMap((each) => each ?? []);
  return atIdentity(
    form,
    message('checklist_sheet.wrong_level', {
      system: systemId,
      level,
      levels: [...new Set(said)].join(', '),
    }),
    message('checklist_sheet.wrong_level.hint'),
  );
}

function near(found: string, known: readonly string[]): Message | undefined {
  const name = suggest(found, known);
  return name === undefined ? undefined : message('cli.did_you_mean', { name });
}

/** Answers of an earlier day than those on file: most often a sheet left over from last year. */
function olderAnswers(form: FoundForm, { older }: MergedAnswers): Diagnostic {
  const named = older.slice(0, 10).join(', ');
  return atIdentity(
    form,
    message('checklist_sheet.older', {
      count: older.length,
      ids: older.length > 10 ? `${named}, …` : named,
    }),
    message('checklist_sheet.older.hint'),
  );
}

/** Answers given before whose cell was left empty: they stay, and that must be said. */
function cleared(form: FoundForm, { blank }: FormReading, { kept }: MergedAnswers): Diagnostic[] {
  const rows = kept.flatMap((id) => blank.get(id) ?? []).sort((a, b) => a - b);
  const [first] = rows;
  if (first === undefined) return [];
  const column = form.columns.get('answer') ?? 0;
  return [
    cellRemark(
      'warning',
      { file: form.file, sheet: form.sheet.name, row: first, column },
      message('checklist_sheet.cleared', { count: rows.length, cells: cellList(rows, column) }),
      message('checklist_sheet.cleared.hint'),
    ),
  ];
}

function identityPlace({ file, sheet, identityAt }: FoundForm) {
  return { file, sheet: sheet.name, ...identityAt };
}

function atIdentity(form: FoundForm, found: Message, hint: Message): Diagnostic {
  return cellRemark('error', identityPlace(form), found, hint);
}

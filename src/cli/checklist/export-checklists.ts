import { basename, extname, join } from 'node:path';
import { csvText } from '../../documents/spreadsheet/csv.js';
import { writeWorkbook } from '../../documents/spreadsheet/write-workbook.js';
import { AppError, type Diagnostic } from '../../domain/diagnostic.js';
import type { Language, Message } from '../../domain/text.js';
import type { ChecklistForm } from '../../intake/checklists/checklist-form.js';
import { checklistWorkbook } from '../../intake/checklists/checklist-workbook.js';
import { csvRows } from '../../intake/checklists/csv-rows.js';
import { message } from '../../messages/catalogue.js';
import { show } from '../print.js';
import { suggest } from '../suggest.js';
import { type ChecklistAgency, type OpenChecklists, openChecklists } from './open-checklists.js';
import { retyped } from './own-reading.js';
import { type FormOptions, formOf } from './system-form.js';

export interface ExportOptions extends FormOptions {
  readonly path: string;
  readonly systems: readonly string[];
  readonly pack: string | undefined;
  readonly format: 'xlsx' | 'csv';
  readonly out: string | undefined;
  readonly language: Language;
  readonly onProgress: (done: number, total: number) => void;
}

/** A file to be written. */
export interface ExportedFile {
  readonly path: string;
  readonly data: string | Uint8Array;
  readonly agency: string;
  readonly forms: readonly ChecklistForm[];
}

export interface ExportResult {
  readonly files: readonly ExportedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes the sheets of answers of the chosen systems; nothing is written here. Throws `AppError` when that can't be done. */
export async function exportChecklists(options: ExportOptions): Promise<ExportResult> {
  const { path, asOf, pack, onProgress } = options;
  const world = await openChecklists({ path, asOf, pack, onProgress });
  const chosen = chooseSystems(world, options.systems);
  const books: { readonly agency: ChecklistAgency; readonly forms: readonly ChecklistForm[] }[] =
    [];
  const diagnostics: Diagnostic[] = [];
  for (const { agency, systems } of chosen) {
    const forms = systems.map((each) => formOf(world, agency, each, options));
    books.push({ agency, forms: forms.map(({ form }) => form) });
    diagnostics.push(...agency.checklists.diagnostics.map((each) => retyped(each, world)));
    diagnostics.push(...forms.flatMap((each) => each.diagnostics));
  }
  const names = fileNames(books, options);
  const files: ExportedFile[] = [];
  for (const { agency, forms } of books) {
    if (options.format === 'csv') {
      for (const form of forms) {
        const rows = csvRows(form, options.language);
        files.push({
          path: names(agency, form),
          data: csvText(rows),
          agency: agency.id,
          forms: [form],
        });
      }
    } else {
      const data = await writeWorkbook(checklistWorkbook(forms, options.language));
      files.push({ path: names(agency, undefined), data, agency: agency.id, forms });
    }
  }
  const inventories = world.diagnostics.filter(({ file }) =>
    chosen.some(({ agency: { folder } }) => folder === '' || file?.startsWith(world.typed(folder))),
  );
  return { files, diagnostics: [...inventories, ...diagnostics] };
}

/** The systems that were named, or all, by agency. */
function chooseSystems(world: OpenChecklists, wanted: readonly string[]) {
  const all = world.agencies.flatMap((agency) => agency.systems.map(({ system }) => system.id));
  const unknown = wanted.find((id) => !all.includes(id));
  if (unknown !== undefined) {
    const near = suggest(unknown, all);
    throw new AppError({
      message: message('checklist_export.unknown_system', { id: unknown }),
      hints: [
        near === undefined
          ? message('checklist_export.unknown_system.hint')
          : message('cli.did_you_mean', { name: near }),
      ],
    });
  }
  const chosen = world.agencies
    .map((agency) => ({
      agency,
      systems: agency.systems.filter(
        ({ system }) => wanted.length === 0 || wanted.includes(system.id),
      ),
    }))
    .filter(({ systems }) => systems.length > 0);
  if (chosen.length > 0) return chosen;
  throw new AppError({
    message: message('checklist_export.no_system'),
    hints: [message('checklist_export.no_system.hint')],
    diagnostics: world.diagnostics,
  });
}

/** Where each file goes: a file when there is one, otherwise a folder of files named by agency or system. */
function fileNames(
  books: readonly { readonly agency: ChecklistAgency; readonly forms: readonly ChecklistForm[] }[],
  { format, kind, out }: ExportOptions,
) {
  const forms = books.flatMap((book) => book.forms);
  const single = format === 'csv' ? forms.length === 1 : books.length === 1;
  const end = kind === 'inspection' ? '-inspection' : '';
  const name = (id: string) => `checklist-${id}${end}.${format}`;
  const owner = (agency: ChecklistAgency, form: ChecklistForm | undefined) =>
    form?.system.id ?? (forms.length === 1 ? forms[0]?.system.id : undefined) ?? agency.id;
  return (agency: ChecklistAgency, form: ChecklistForm | undefined): string => {
    if (!single) return join(out ?? 'checklists', name(owner(agency, form)));
    if (out === undefined) return name(owner(agency, form));
    if (extname(out) === `.${format}`) return out;
    // A name without the format's ending is taken for a folder, as with several files.
    return join(out, name(owner(agency, form)));
  };
}

/** One line for each file and, below it, for each system. */
export function exportText(files: readonly ExportedFile[], language: Language): string {
  const say = (found: Message) => show(found, language);
  return files
    .flatMap(({ path, forms }) => [
      say(message('checklist_export.written', { path })),
      ...forms.map(({ system, level, levelSource, catalogue, answers }) =>
        say(
          message('checklist_export.system', {
            system: system.id,
            level,
            source: levelSource,
            answered: answers.length,
            count: catalogue.groups.reduce((sum, group) => sum + group.requirements.length, 0),
          }),
        ),
      ),
      say(message('checklist_export.next', { name: basename(path) })),
    ])
    .join('\n');
}

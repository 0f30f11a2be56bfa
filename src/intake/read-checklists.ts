import { maxDocumentBytes } from '../documents/limits.js';
import type { Checklist, ChecklistKind } from '../domain/checklists.js';
import { formatDate, type IsoDate } from '../domain/dates.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import { FileProblem, type Files } from '../domain/files.js';
import { message } from '../messages/catalogue.js';
import { checklistsFolder, handedIn } from './folder-names.js';
import { maxChecklistFiles } from './limits.js';
import { fileRemark, hasError, remarkAt } from './problem.js';
import { type ChecklistOptions, type ChecklistReading, readChecklist } from './read-checklist.js';
import { fileProblem, type InputFile, readDocumentFile } from './read-file.js';

/** A checklist with an error: what it would say about its system isn't known. */
export interface BrokenChecklist {
  /** Relative to the workspace. */
  readonly path: string;
  /** Null when the file doesn't tell: then any system of the agency may be meant. */
  readonly system: string | null;
}

export interface ChecklistsReading {
  /** At most one for each system and kind, in path order. */
  readonly checklists: readonly Checklist[];
  readonly broken: readonly BrokenChecklist[];
  /** A file can't be used at all. */
  readonly lost: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly inputs: readonly InputFile[];
  /** Every file that could be opened, as it was read. */
  readonly readings: readonly ChecklistReading[];
}

/**
 * The checklists of one agency, from the folder `checklists` in its own. `folder` is the agency's, relative to the
 * workspace; empty when the workspace is that folder. What is wrong in one file never hides the others. Throws only what
 * is a bug.
 */
export async function readChecklists(
  files: Files,
  folder: string,
  options: ChecklistOptions & { readonly asOf: IsoDate },
): Promise<ChecklistsReading> {
  const own = folder === '' ? checklistsFolder : `${folder}/${checklistsFolder}`;
  const listing = await listFolder(files, own);
  if (!listing) return noChecklists;
  if ('problem' in listing) return { ...noChecklists, ...whole(own, listing.problem) };
  const names = listing.files.filter((name) => name.endsWith('.yaml'));
  const readings: ChecklistReading[] = [];
  const inputs: InputFile[] = [];
  const unopened: { readonly path: string; readonly problem: Diagnostic }[] = [];
  for (const name of names.slice(0, maxChecklistFiles)) {
    const path = `${own}/${name}`;
    const file = await readDocumentFile(files, path);
    if ('problem' in file) {
      unopened.push({ path, problem: file.problem });
      continue;
    }
    inputs.push(file.input);
    readings.push(readChecklist(file.bytes, path, options));
  }
  const doubled = doubledFiles(readings);
  const future = readings.map((each) => withoutFuture(each, options.asOf));
  const checklists = future.flatMap(({ checklist }) =>
    checklist && !doubled.some(({ document }) => document.path === checklist.path)
      ? [checklist]
      : [],
  );
  return {
    checklists,
    broken: [
      ...unopened.map(({ path }) => ({ path, system: null })),
      ...(names.length > maxChecklistFiles ? [{ path: own, system: null }] : []),
      ...misnamed(listing.files).map((name) => ({ path: `${own}/${name}`, system: null })),
      ...readings
        .filter((each) => hasError(each.diagnostics) || doubled.includes(each))
        .map(({ document, system }) => ({ path: document.path, system: system ?? null })),
    ],
    lost: unopened.length > 0 || doubled.length > 0 || readings.some(({ checklist }) => !checklist),
    diagnostics: [
      ...unopened.map(({ problem }) => problem),
      ...readings.flatMap((each) => each.diagnostics),
      ...doubled.flatMap((each) => doubledProblem(each, doubled)),
      ...future.flatMap((each) => each.remarks),
      ...strays(own, listing),
      ...(names.length > maxChecklistFiles ? [tooMany(own, names.length)] : []),
    ],
    inputs,
    readings,
  };
}

/** Of an agency without the folder. */
export const noChecklists: ChecklistsReading = {
  checklists: [],
  broken: [],
  lost: false,
  diagnostics: [],
  inputs: [],
  readings: [],
};

async function listFolder(files: Files, folder: string) {
  try {
    const listing = await files.list(folder);
    return listing && handedIn(listing);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return { problem: fileProblem(error, maxDocumentBytes) };
  }
}

function whole(path: string, problem: Diagnostic) {
  return { broken: [{ path, system: null }], lost: true, diagnostics: [problem] };
}

/** Files that speak about the same system in the same role. */
function doubledFiles(readings: readonly ChecklistReading[]): readonly ChecklistReading[] {
  const byKey = new Map<string, ChecklistReading[]>();
  for (const reading of readings) {
    if (!reading.checklist) continue;
    const key = keyOf(reading.checklist);
    byKey.set(key, [...(byKey.get(key) ?? []), reading]);
  }
  return [...byKey.values()].filter((each) => each.length > 1).flat();
}

function keyOf({
  system,
  kind,
}: {
  readonly system: string;
  readonly kind: ChecklistKind;
}): string {
  return `${kind} ${system}`;
}

function doubledProblem(
  { checklist, document }: ChecklistReading,
  doubled: readonly ChecklistReading[],
): Diagnostic[] {
  if (!checklist) return [];
  const others = doubled.flatMap(({ checklist: other }) =>
    other && other !== checklist && keyOf(other) === keyOf(checklist) ? [other.path] : [],
  );
  const found = message('checklist.two_files', {
    system: checklist.system,
    kind: message(`checklist.kind.${checklist.kind}`),
    others: others.join(', '),
  });
  return [remarkAt(document, '/system', 'error', found, message('checklist.two_files.hint'))];
}

/** Without the answers of days after `asOf`: on that day they weren't given yet. */
function withoutFuture(
  { checklist, document }: ChecklistReading,
  asOf: IsoDate,
): { readonly checklist?: Checklist; readonly remarks: readonly Diagnostic[] } {
  if (!checklist) return { remarks: [] };
  const future = checklist.answers.filter(({ date }) => date > asOf);
  if (future.length === 0) return { checklist, remarks: [] };
  const answers = checklist.answers.filter(({ date }) => date <= asOf);
  const hint = message('checklist.future.hint');
  const written = document.value as { readonly answers: readonly { readonly date?: string }[] };
  const isOwn = ({ at }: Checklist['answers'][number]) =>
    written.answers[Number(at.pointer.split('/')[2])]?.date !== undefined;
  const shared = future.filter((each) => !isOwn(each));
  const remarks = future.filter(isOwn).map(({ requirement, date, at }) =>
    remarkAt(
      document,
      `${at.pointer}/date`,
      'warning',
      message('checklist.future', {
        id: requirement,
        date: formatDate(date),
        asOf: formatDate(asOf),
      }),
      hint,
    ),
  );
  const [first] = shared;
  if (first) {
    const found = message('checklist.future_file', {
      count: shared.length,
      date: formatDate(first.date),
      asOf: formatDate(asOf),
    });
    remarks.unshift(remarkAt(document, '/date', 'warning', found, hint));
  }
  return { checklist: { ...checklist, answers }, remarks };
}

/** Meant as checklists, but not read: what they say about a system isn't known. */
function misnamed(names: readonly string[]): readonly string[] {
  return names.filter((name) => !name.endsWith('.yaml') && /\.ya?ml(?:\.txt)?$/i.test(name));
}

/** Remarks on what stands in the folder and isn't read. */
function strays(
  folder: string,
  listing: { readonly folders: readonly string[]; readonly files: readonly string[] },
): Diagnostic[] {
  const files = listing.files
    .filter((name) => !name.endsWith('.yaml'))
    .map((name) =>
      fileRemark(
        'warning',
        `${folder}/${name}`,
        message('submission.stray', { name }),
        strayHint(name),
      ),
    );
  const folders = listing.folders.map((name) =>
    fileRemark(
      'warning',
      `${folder}/${name}`,
      message('submission.stray_folder', { name }),
      undefined,
    ),
  );
  return [...files, ...folders];
}

function strayHint(name: string) {
  if (/\.(?:xlsx|xlsm|ods|csv)$/i.test(name)) return message('checklist.stray.import', { name });
  if (/\.ya?ml(?:\.txt)?$/i.test(name)) {
    return message('submission.stray.rename', {
      name: name.replace(/\.ya?ml(?:\.txt)?$/i, '.yaml'),
    });
  }
  return message('checklist.stray.other');
}

function tooMany(folder: string, count: number): Diagnostic {
  const found = message('checklist.too_many', { count, limit: maxChecklistFiles });
  return fileRemark('error', folder, found, message('checklist.too_many.hint'));
}

import type { Declarations } from '../conditions/declarations.js';
import { maxDocumentBytes } from '../documents/limits.js';
import type { Schemas } from '../documents/schemas.js';
import type { IsoDate } from '../domain/dates.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import { FileProblem, type Files, type FolderListing } from '../domain/files.js';
import { message } from '../messages/catalogue.js';
import type { Agency } from './agencies.js';
import {
  checklistsFolder,
  endpointsFolder,
  handedIn,
  inventoryFile,
  looksLikeInventory,
} from './folder-names.js';
import { fileRemark, remarkAt } from './problem.js';
import type { CatalogueLookup } from './read-checklist.js';
import { noChecklists, readChecklists } from './read-checklists.js';
import { readEndpointFiles } from './read-endpoint-files.js';
import { fileProblem, type InputFile, readDocumentFile } from './read-file.js';
import { type InventoryReading, readInventory } from './read-inventory.js';
import { strayDiagnostics } from './stray-files.js';
import type { AgencySubmission } from './submission.js';

export interface SubmissionOptions {
  readonly schemas: Schemas;
  /** Facts of the classification in force; undefined = facts aren't checked. */
  readonly declarations?: Declarations | undefined;
  /** The catalogue that a checklist answers; undefined = requirement ids aren't checked. */
  readonly requirements?: CatalogueLookup | undefined;
  /** Packs whose catalogues weren't read, because they don't bind: answers on them are taken as they are. */
  readonly unreadPacks?: readonly string[];
  readonly asOf: IsoDate;
}

export interface SubmissionReading {
  readonly submission: AgencySubmission;
  /** There when an inventory file could be opened. */
  readonly inventory?: InventoryReading;
}

/**
 * What one agency handed in, from its folder. Never throws: even a failure that nobody foresaw becomes an error of this
 * agency, because it must not stop the other agencies' audit.
 */
export async function readSubmission(
  files: Files,
  folder: string,
  agency: Agency,
  due: IsoDate | undefined,
  options: SubmissionOptions,
): Promise<SubmissionReading> {
  try {
    const listing = await files.list(folder);
    const seen = listing ? handedIn(listing) : { folders: [], files: [] };
    return await readFolder({ files, folder, agency, due, ...options }, seen);
  } catch (error) {
    const problem =
      error instanceof FileProblem
        ? fileProblem(error, maxDocumentBytes)
        : fileRemark(
            'error',
            folder,
            message('submission.failed', {
              detail: error instanceof Error ? error.message : String(error),
            }),
            message('submission.failed.hint'),
          );
    return {
      submission: {
        ...notSubmitted(agency),
        status: 'partly',
        endpointFilesLost: true,
        diagnostics: [problem],
      },
    };
  }
}

interface Context extends SubmissionOptions {
  readonly files: Files;
  readonly folder: string;
  readonly agency: Agency;
  readonly due: IsoDate | undefined;
}

async function readFolder(context: Context, seen: FolderListing): Promise<SubmissionReading> {
  const { folder, agency } = context;
  const strays = strayDiagnostics(folder, seen);
  const hasInventory = seen.files.includes(inventoryFile);
  const file = hasInventory ? await openInventory(context) : missingInventory(folder, seen);
  const inventory = file.reading?.inventory;
  const endpoints = await readEndpointFiles(
    context.files,
    folder,
    seen.folders.includes(endpointsFolder),
    inventory,
    file.reading?.document,
  );
  const checklists = seen.folders.includes(checklistsFolder)
    ? await readChecklists(context.files, folder, {
        schemas: context.schemas,
        agency: agency.id,
        systems: inventory?.systems.map(({ id }) => id),
        requirements: context.requirements,
        unreadPacks: context.unreadPacks,
        asOf: context.asOf,
      })
    : noChecklists;
  const empty = [endpoints, checklists].every(
    ({ inputs, diagnostics }) => inputs.length === 0 && diagnostics.length === 0,
  );
  if (!hasInventory && empty && strays.length === 0) return { submission: notSubmitted(agency) };

  const submittedOn = inventory?.submittedOn ?? null;
  const submission: AgencySubmission = {
    agency,
    status: inventory && endpoints.complete && !checklists.lost ? 'submitted' : 'partly',
    late: submittedOn !== null && context.due !== undefined && submittedOn > context.due,
    submittedOn,
    inventory: inventory ?? null,
    endpointFiles: endpoints.files,
    endpointFilesLost: endpoints.lost,
    checklists: checklists.checklists,
    brokenChecklists: checklists.broken,
    diagnostics: [
      ...file.diagnostics,
      ...endpoints.diagnostics,
      ...checklists.diagnostics,
      ...(file.reading ? handInDate(file.reading, context) : []),
      ...strays,
    ],
    inputs: [...checklists.inputs, ...endpoints.inputs, ...file.inputs],
  };
  return file.reading ? { submission, inventory: file.reading } : { submission };
}

interface InventoryFile {
  readonly reading?: InventoryReading;
  readonly diagnostics: readonly Diagnostic[];
  readonly inputs: readonly InputFile[];
}

async function openInventory({
  files,
  folder,
  agency,
  schemas,
  declarations,
}: Context): Promise<InventoryFile> {
  const path = `${folder}/${inventoryFile}`;
  const file = await readDocumentFile(files, path);
  if ('problem' in file) return { diagnostics: [file.problem], inputs: [] };
  const reading = readInventory(file.bytes, path, { schemas, agency: agency.id, declarations });
  return { reading, diagnostics: reading.diagnostics, inputs: [file.input] };
}

function missingInventory(folder: string, seen: FolderListing): InventoryFile {
  const near = seen.files.find(looksLikeInventory);
  const hint = near
    ? message('submission.no_inventory.rename', { found: near, name: inventoryFile })
    : message('submission.no_inventory.hint', { name: inventoryFile });
  const found = message('submission.no_inventory', { name: inventoryFile });
  return { diagnostics: [fileRemark('error', folder, found, hint)], inputs: [] };
}

/** Remarks on the day of handing in. A day left out can't be called late, so somebody must look. */
function handInDate(
  { inventory, document }: InventoryReading,
  { due, asOf }: Context,
): Diagnostic[] {
  if (!inventory) return [];
  const { submittedOn } = inventory;
  if (submittedOn === undefined) {
    if (due === undefined) return [];
    const found = message('submission.undated', { due });
    return [
      remarkAt(document, '/submitted_on', 'warning', found, message('submission.undated.hint')),
    ];
  }
  if (submittedOn <= asOf) return [];
  const found = message('submission.dated_after_audit', { submitted: submittedOn, asOf });
  return [remarkAt(document, '/submitted_on', 'warning', found, message('inventory.dates.hint'))];
}

/** The submission of an agency that handed in nothing. */
export function notSubmitted(agency: Agency): AgencySubmission {
  return {
    agency,
    status: 'not_submitted',
    late: false,
    submittedOn: null,
    inventory: null,
    endpointFiles: [],
    endpointFilesLost: false,
    checklists: [],
    brokenChecklists: [],
    diagnostics: [],
    inputs: [],
  };
}

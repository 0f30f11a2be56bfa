import type { ParsedDocument } from '../documents/document.js';
import { readDocument, type Schemas, suggestion } from '../documents/schemas.js';
import type { IsoDate } from '../domain/dates.js';
import { AppError, type Diagnostic } from '../domain/diagnostic.js';
import type { Files } from '../domain/files.js';
import type { Letterhead } from '../domain/letterhead.js';
import { message } from '../messages/catalogue.js';
import type { Agency } from './agencies.js';
import { hasError, remarkAt } from './problem.js';
import { readAgencies } from './read-agencies.js';
import { type InputFile, readDocumentFile } from './read-file.js';
import { pathInside } from './workspace-path.js';

/** Name of the file that makes a folder a workspace. */
export const workspaceFile = 'tuanthu.yaml';

/** One audit's set-up: what `tuanthu.yaml` and the list of agencies say. */
export interface Workspace extends WorkspaceSettings {
  /** In the order of the list, bodies that no longer exist included. */
  readonly agencies: readonly Agency[];
  /** Both files. */
  readonly inputs: readonly InputFile[];
  /** Warnings on both files; there is no error among them. */
  readonly diagnostics: readonly Diagnostic[];
  /** Place of a value of `tuanthu.yaml`, by JSON Pointer. */
  readonly locate: ParsedDocument['locate'];
}

/** What `tuanthu.yaml` says, with its defaults. */
export interface WorkspaceSettings {
  readonly title: string;
  /** Ids of rule packs; the order decides which of two packs gives a part that both have. */
  readonly packs: readonly string[];
  /** Hand-in deadline. */
  readonly due?: IsoDate;
  readonly parameters: Readonly<Record<string, number | boolean | string>>;
  /** Path of the list of agencies, relative to the workspace. */
  readonly agenciesPath: string;
  /** Folder with one folder per agency id, relative to the workspace. */
  readonly submissions: string;
  /** Path of the file with reported figures, relative to the workspace. */
  readonly indicatorsPath: string;
  /** `tuanthu.yaml` names that file, so that it must be there. */
  readonly indicatorsNamed: boolean;
  /** Who issues reports. */
  readonly letterhead?: Letterhead;
}

export interface SettingsReading {
  /** Absent when there is an error. */
  readonly settings?: WorkspaceSettings;
  readonly diagnostics: readonly Diagnostic[];
  /** Place of a value, by JSON Pointer. */
  readonly locate: ParsedDocument['locate'];
}

export interface WorkspaceReading {
  /** Absent when there is an error. */
  readonly workspace?: Workspace;
  readonly diagnostics: readonly Diagnostic[];
  /** The files that could be opened. */
  readonly inputs: readonly InputFile[];
}

/**
 * The workspace that `files` was opened on. Throws `AppError` (exit 2) with every reason when `tuanthu.yaml` or the list
 * of agencies is missing or wrong: without them nobody knows who had to hand in. `knownPacks` are the ids that `packs`
 * may name; undefined = any.
 */
export async function readWorkspace(
  files: Files,
  schemas: Schemas,
  knownPacks?: readonly string[],
): Promise<Workspace> {
  const { workspace, diagnostics } = await inspectWorkspace(files, schemas, knownPacks);
  if (workspace) return workspace;
  throw new AppError({
    message: message('workspace.unusable'),
    hints: [message('workspace.unusable.hint')],
    diagnostics,
  });
}

/** Like `readWorkspace`, for checking: what is wrong comes back as diagnostics. */
export async function inspectWorkspace(
  files: Files,
  schemas: Schemas,
  knownPacks?: readonly string[],
): Promise<WorkspaceReading> {
  const file = await readDocumentFile(files, workspaceFile);
  if ('problem' in file) return { diagnostics: [file.problem], inputs: [] };
  const { settings, diagnostics, locate } = readSettings(
    file.bytes,
    workspaceFile,
    schemas,
    knownPacks,
  );
  if (!settings) return { diagnostics, inputs: [file.input] };

  const list = await readDocumentFile(files, settings.agenciesPath);
  if ('problem' in list) {
    return { diagnostics: [...diagnostics, list.problem], inputs: [file.input] };
  }
  const reading = readAgencies(list.bytes, settings.agenciesPath, schemas);
  const inputs = [file.input, list.input];
  const all = [...diagnostics, ...reading.diagnostics];
  if (!reading.agencies) return { diagnostics: all, inputs };
  const workspace = { ...settings, agencies: reading.agencies, inputs, diagnostics: all, locate };
  return { workspace, diagnostics: all, inputs };
}

/** Reads `tuanthu.yaml` from bytes. Paths that leave the workspace and packs that aren't known are errors. */
export function readSettings(
  bytes: Uint8Array,
  path: string,
  schemas: Schemas,
  knownPacks?: readonly string[],
): SettingsReading {
  const document = readDocument(bytes, path, schemas, 'workspace');
  const { locate } = document;
  if (document.value === undefined) return { diagnostics: document.diagnostics, locate };
  const written = document.value as WrittenSettings;
  const agenciesPath = pathInside(written.agencies ?? 'agencies.yaml');
  const submissions = pathInside(written.submissions ?? 'agencies');
  const indicatorsPath = pathInside(written.indicators ?? 'indicators.yaml');
  const diagnostics = [
    ...document.diagnostics,
    ...(agenciesPath ? [] : [outside(document, 'agencies', written.agencies)]),
    ...(submissions ? [] : [outside(document, 'submissions', written.submissions)]),
    ...(indicatorsPath ? [] : [outside(document, 'indicators', written.indicators)]),
    ...(knownPacks ? unknownPacks(document, written.packs, knownPacks) : []),
  ];
  if (!agenciesPath || !submissions || !indicatorsPath || hasError(diagnostics)) {
    return { diagnostics, locate };
  }
  const due = written.collection?.due;
  const settings = {
    title: written.title,
    packs: written.packs,
    ...(due !== undefined && { due }),
    parameters: written.parameters ?? {},
    agenciesPath,
    submissions,
    indicatorsPath,
    indicatorsNamed: written.indicators !== undefined,
    ...(written.letterhead && { letterhead: written.letterhead }),
  };
  return { settings, diagnostics, locate };
}

/** The file as it is written; the schema vouches for it. */
interface WrittenSettings {
  readonly title: string;
  readonly packs: readonly string[];
  readonly agencies?: string;
  readonly submissions?: string;
  readonly indicators?: string;
  readonly collection?: { readonly due: IsoDate };
  readonly parameters?: Readonly<Record<string, number | boolean | string>>;
  readonly letterhead?: Letterhead;
}

function unknownPacks(
  document: ParsedDocument,
  packs: readonly string[],
  known: readonly string[],
): Diagnostic[] {
  return packs.flatMap((id, i) => {
    if (known.includes(id)) return [];
    const found = message('workspace.unknown_pack', { id });
    const hint =
      suggestion(id, known) ?? message('workspace.known_packs', { packs: known.join(', ') });
    return [remarkAt(document, `/packs/${i}`, 'error', found, hint)];
  });
}

function outside(document: ParsedDocument, key: string, path = ''): Diagnostic {
  const found = message('workspace.path_outside', { key, path });
  return remarkAt(document, `/${key}`, 'error', found, message('workspace.path_outside.hint'));
}

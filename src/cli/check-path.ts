import { basename, dirname, join, sep } from 'node:path';
import { parseDocument } from '../documents/document.js';
import { maxDocumentBytes } from '../documents/limits.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import { FileProblem, type FolderListing } from '../domain/files.js';
import { type DocumentKind, documentKind } from '../intake/document-kind.js';
import { checklistsFolder, inventoryFile } from '../intake/folder-names.js';
import { fileRemark } from '../intake/problem.js';
import { readAgencies } from '../intake/read-agencies.js';
import { readChecklist } from '../intake/read-checklist.js';
import { readChecklists } from '../intake/read-checklists.js';
import { fileProblem, readDocumentFile } from '../intake/read-file.js';
import { readIndicators, readIndicatorsFile } from '../intake/read-indicators.js';
import { readInventory } from '../intake/read-inventory.js';
import { readSubmissions } from '../intake/read-submissions.js';
import { inspectWorkspace, readSettings, workspaceFile } from '../intake/read-workspace.js';
import { message } from '../messages/catalogue.js';
import { readPack } from '../packs/read-pack.js';
import { openFolder } from '../platform/files.js';
import { placeOfInventory, type Rulebook } from './rulebook.js';
import { checkMapping, checkMappings } from './sources/check-mappings.js';

/** A file that was read and checked. `ok`: there is no error in it. */
export interface CheckedFile {
  readonly path: string;
  readonly kind: DocumentKind | 'pack';
  readonly ok: boolean;
}

export interface PathCheck {
  readonly files: readonly CheckedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks what a path names: a workspace, a rule pack, an agency's folder, or one file of those. Paths in the result begin
 * with the path as it was typed. What can't be read or recognised is an error in the result.
 */
export async function checkPath(path: string, rules: Rulebook): Promise<PathCheck> {
  try {
    const listing = await openFolder(path).list('');
    return listing ? await checkFolder(path, listing, rules) : await checkFile(path, rules);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return problems(fileProblem(new FileProblem(path, error.reason, error), maxDocumentBytes));
  }
}

async function checkFolder(
  path: string,
  listing: FolderListing,
  rules: Rulebook,
): Promise<PathCheck> {
  if (listing.files.includes(workspaceFile)) return checkWorkspace(path, rules);
  if (listing.files.includes('pack.yaml')) return checkPack(path, listing, rules);
  if (listing.files.includes(inventoryFile)) return checkHandIn(path, rules);
  const found = message('validate.unknown_folder', { path });
  return problems(fileRemark('error', path, found, message('validate.unknown_folder.hint')));
}

/** An agency's inventory and checklists. Endpoint exports aren't understood here. */
async function checkHandIn(path: string, rules: Rulebook): Promise<PathCheck> {
  const inventory = await checkFile(join(path, inventoryFile), rules);
  const context = await checklistContext(join(path, inventoryFile), rules);
  const found = await readChecklists(openFolder(path), '', { ...context, asOf: rules.asOf });
  const checklists = relocate(
    path,
    found.inputs.map((input) => [input.path, 'checklist']),
    found.diagnostics,
  );
  return {
    files: [...inventory.files, ...checklists.files],
    diagnostics: [...inventory.diagnostics, ...checklists.diagnostics],
  };
}

/** What the checklists beside an inventory are checked against. Without a readable inventory, any system will do. */
async function checklistContext(inventory: string, rules: Rulebook) {
  const { schemas } = rules;
  const { agency, packs } = await placeOfInventory(inventory, rules);
  const file = await readDocumentFile(openFolder(dirname(inventory)), inventoryFile);
  const read =
    'problem' in file ? undefined : readInventory(file.bytes, inventoryFile, { schemas, agency });
  return {
    schemas,
    agency: agency ?? read?.inventory?.agency ?? '',
    systems: read?.inventory?.systems.map(({ id }) => id),
    requirements: await rules.cataloguesOf(packs),
  };
}

async function checkWorkspace(path: string, rules: Rulebook): Promise<PathCheck> {
  const files = openFolder(path);
  const { workspace, diagnostics, inputs } = await inspectWorkspace(
    files,
    rules.schemas,
    rules.packs,
  );
  const read: (readonly [path: string, kind: DocumentKind])[] = inputs.map((input) => [
    input.path,
    input.path === workspaceFile ? 'workspace' : 'agencies',
  ]);
  if (!workspace) return relocate(path, read, diagnostics);
  const facts = await rules.factsOf(workspace.packs);
  const { schemas, asOf } = rules;
  const requirements = await rules.cataloguesOf(workspace.packs);
  const options = { schemas, asOf, declarations: facts.declarations, requirements };
  const submissions = await readSubmissions(files, workspace, options, rules.onProgress);
  for (const { inputs: handedIn } of submissions.agencies) {
    for (const input of handedIn) {
      if (input.path.endsWith(`/${inventoryFile}`)) read.push([input.path, 'inventory']);
      if (input.path.split('/').at(-2) === checklistsFolder) read.push([input.path, 'checklist']);
    }
  }
  const packs = await rules.targetsOf(workspace.packs);
  const mappings = await checkMappings(files, schemas);
  for (const mapping of mappings.paths) read.push([mapping, 'source']);
  const indicators = await readIndicatorsFile(files, workspace, { schemas, packs, asOf });
  if (indicators.input) read.push([indicators.input.path, 'indicators']);
  return relocate(path, read, [
    ...diagnostics,
    ...indicators.diagnostics,
    ...facts.diagnostics,
    ...mappings.diagnostics,
    ...submissions.diagnostics,
    ...submissions.agencies.flatMap((each) => each.diagnostics),
  ]);
}

/** A pack's files refer to each other, so that naming one of them checks all. Its id is the folder's real name. */
async function checkPack(
  path: string,
  listing: FolderListing,
  rules: Rulebook,
): Promise<PathCheck> {
  const { folder, name } = rules.splitFolder(path);
  const { diagnostics } = await readPack(openFolder(folder), name, rules.schemas);
  const own = diagnostics.map((each) => {
    const file = each.file?.startsWith(`${name}/`) ? each.file.slice(name.length + 1) : each.file;
    return file === undefined ? each : { ...each, file };
  });
  const yaml = listing.files.filter((file) => file.endsWith('.yaml'));
  return relocate(
    path,
    yaml.map((file) => [file, 'pack']),
    own,
  );
}

async function checkFile(path: string, rules: Rulebook): Promise<PathCheck> {
  const [folder, name] = [dirname(path), basename(path)];
  const files = openFolder(folder);
  const file = await readDocumentFile(files, name);
  if ('problem' in file) return relocate(folder, [], [withTypedPath(file.problem, path)]);
  const siblings = await files.list('').catch(() => undefined);
  if (siblings?.files.includes('pack.yaml')) return checkPack(folder, siblings, rules);

  const { value, diagnostics } = parseDocument(file.bytes, name);
  const kind = documentKind(name, rules.splitFolder(folder).name, value);
  if (kind === undefined) {
    const unknown = fileRemark(
      'error',
      name,
      message('validate.unknown_file', { name }),
      message('validate.unknown_file.hint'),
    );
    return relocate(folder, [], value === undefined ? diagnostics : [unknown]);
  }
  return relocate(folder, [[name, kind]], await checkDocument(kind, file.bytes, path, rules));
}

/** The problems of one document; files in them are named without their folder. */
async function checkDocument(
  kind: DocumentKind,
  bytes: Uint8Array,
  path: string,
  rules: Rulebook,
): Promise<readonly Diagnostic[]> {
  const { schemas } = rules;
  const name = basename(path);
  switch (kind) {
    case 'workspace':
      return readSettings(bytes, name, schemas, rules.packs).diagnostics;
    case 'agencies':
      return readAgencies(bytes, name, schemas).diagnostics;
    case 'source': {
      const { diagnostics } = await checkMapping(path, bytes, schemas);
      return diagnostics.map((each) => ({ ...each, file: name }));
    }
    case 'indicators': {
      const { packs } = await placeOfInventory(path, rules);
      const targets = await rules.targetsOf(packs);
      const { asOf } = rules;
      return readIndicators(bytes, name, { schemas, packs: targets, asOf }).diagnostics;
    }
    case 'checklist': {
      const beside = join(dirname(path), '..', inventoryFile);
      return readChecklist(bytes, name, await checklistContext(beside, rules)).diagnostics;
    }
    case 'inventory': {
      const { agency, packs } = await placeOfInventory(path, rules);
      const facts = await rules.factsOf(packs);
      const { declarations } = facts;
      const reading = readInventory(bytes, name, { schemas, agency, declarations });
      return [...reading.diagnostics, ...facts.diagnostics];
    }
  }
}

function relocate(
  folder: string,
  read: readonly (readonly [path: string, kind: CheckedFile['kind']])[],
  found: readonly Diagnostic[],
): PathCheck {
  const broken = new Set(found.filter((each) => each.severity === 'error').map(({ file }) => file));
  const typed = (file: string): string => join(folder, file).replaceAll(sep, '/');
  return {
    files: read.map(([path, kind]) => ({ path: typed(path), kind, ok: !broken.has(path) })),
    diagnostics: found.map((each) =>
      each.file === undefined ? each : { ...each, file: typed(each.file) },
    ),
  };
}

/** A problem with opening a file names it as it was typed. */
function withTypedPath(problem: Diagnostic, path: string): Diagnostic {
  const { key, params } = problem.message;
  return { ...problem, message: { key, params: { ...params, path } } };
}

function problems(...diagnostics: readonly Diagnostic[]): PathCheck {
  return { files: [], diagnostics };
}

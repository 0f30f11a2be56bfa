import type { ParsedDocument } from '../documents/document.js';
import { suggestion } from '../documents/schemas.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import { FileProblem, type Files } from '../domain/files.js';
import { nfc } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { endpointsFolder, handedIn } from './folder-names.js';
import type { EndpointReport, Inventory } from './inventory.js';
import { maxEndpointBytes, maxEndpointFiles } from './limits.js';
import { fileRemark, hasError, remarkAt } from './problem.js';
import { fileProblem, type InputFile } from './read-file.js';
import type { EndpointFile } from './submission.js';

export interface EndpointFilesReading {
  /** In path order. */
  readonly files: readonly EndpointFile[];
  readonly inputs: readonly InputFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether every file that is there or promised can be used, and there is one, unless the agency has no endpoints. */
  readonly complete: boolean;
  /** A file that is there or promised can't be used. */
  readonly lost: boolean;
}

/**
 * The endpoint exports in an agency's folder: each is digested, none is understood here. Files that are empty, too large
 * or can't be read are left out with an error; the rest goes on. `document` locates the inventory's records.
 */
export async function readEndpointFiles(
  files: Files,
  folder: string,
  exists: boolean,
  inventory: Inventory | undefined,
  document: ParsedDocument | undefined,
): Promise<EndpointFilesReading> {
  const place = `${folder}/${endpointsFolder}`;
  const diagnostics: Diagnostic[] = [];
  const names = exists ? await listExports(files, place, diagnostics) : [];
  const reports = new Map((inventory?.endpointReports ?? []).map((each) => [each.file, each]));
  const found: EndpointFile[] = [];
  const inputs: InputFile[] = [];
  for (const name of names) {
    const path = `${place}/${name}`;
    const input = await digest(files, path, diagnostics);
    if (!input) continue;
    inputs.push(input);
    const exportedOn = reports.get(`${endpointsFolder}/${nfc(name)}`)?.exportedOn;
    found.push(exportedOn === undefined ? { path } : { path, exportedOn });
  }
  if (document) {
    for (const report of reports.values()) {
      diagnostics.push(...missingReport(report, names, document));
    }
  }
  const none = found.length === 0 && inventory?.declaredEndpoints?.count !== 0;
  const lost = hasError(diagnostics);
  if (none && diagnostics.length === 0 && inventory) {
    const hint = message('submission.no_endpoints.hint', { folder: `${place}/` });
    diagnostics.push(fileRemark('warning', folder, message('submission.no_endpoints'), hint));
  }
  return { files: found, inputs, diagnostics, complete: !none && !lost, lost };
}

async function listExports(
  files: Files,
  place: string,
  diagnostics: Diagnostic[],
): Promise<readonly string[]> {
  const listing = await files.list(place).catch((error: unknown) => {
    if (!(error instanceof FileProblem)) throw error;
    diagnostics.push(fileProblem(error, maxEndpointBytes));
    return undefined;
  });
  if (!listing) return [];
  const seen = handedIn(listing);
  for (const name of seen.folders) {
    const found = message('submission.endpoint_subfolder', { name });
    const hint = message('submission.endpoint_subfolder.hint', { folder: `${place}/` });
    diagnostics.push(fileRemark('error', `${place}/${name}`, found, hint));
  }
  if (seen.files.length <= maxEndpointFiles) return seen.files;
  const found = message('submission.too_many_endpoint_files', {
    count: seen.files.length,
    limit: maxEndpointFiles,
  });
  diagnostics.push(
    fileRemark('error', place, found, message('submission.too_many_endpoint_files.hint')),
  );
  return seen.files.slice(0, maxEndpointFiles);
}

async function digest(
  files: Files,
  path: string,
  diagnostics: Diagnostic[],
): Promise<InputFile | undefined> {
  try {
    const { sha256, bytes } = await files.digest(path, 0);
    if (bytes > maxEndpointBytes) throw new FileProblem(path, 'too_large');
    if (bytes > 0) return { path, sha256, bytes };
    diagnostics.push(
      fileRemark('error', path, message('fleet.empty'), message('fleet.empty.hint')),
    );
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    diagnostics.push(fileProblem(error, maxEndpointBytes));
  }
  return undefined;
}

/** An export whose date the inventory gives but which isn't there: the agency thinks that it handed it in. */
function missingReport(
  { file, at }: EndpointReport,
  names: readonly string[],
  document: ParsedDocument,
): Diagnostic[] {
  const known = names.map((name) => `${endpointsFolder}/${nfc(name)}`);
  if (known.includes(file)) return [];
  const found = message('submission.report_missing', { file });
  const hint =
    suggestion(file, known) ??
    message('submission.report_missing.hint', { folder: `${endpointsFolder}/` });
  return [remarkAt(document, `${at.pointer}/file`, 'error', found, hint)];
}

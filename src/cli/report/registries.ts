import { AppError } from '../../domain/diagnostic.js';
import { message } from '../../messages/catalogue.js';
import { openFolder } from '../../platform/files.js';
import type { ReportFormat } from '../../reports/format.js';
import type { ReportDocument } from '../../reports/report-document.js';
import { suggest } from '../suggest.js';

const reports = new URL('../../reports/', import.meta.url);

/** What is in a folder of `reports/`, by id: each file is one, and only these can be loaded. */
async function filesIn(folder: 'formats' | 'documents'): Promise<ReadonlyMap<string, string>> {
  const listing = await openFolder(new URL(`${folder}/`, reports)).list('');
  return new Map(
    (listing?.files ?? [])
      .filter((file) => /^[a-z0-9-]+\.(js|ts)$/.test(file))
      .map((file) => [file.replace(/\.(js|ts)$/, ''), new URL(`${folder}/${file}`, reports).href]),
  );
}

/** Ids of the report formats, in order of name. */
export async function formatIds(): Promise<readonly string[]> {
  return [...(await filesIn('formats')).keys()];
}

/** Ids of the documents, in order of name. */
export async function documentIds(): Promise<readonly string[]> {
  return [...(await filesIn('documents')).keys()];
}

/** Loads a format. Throws `AppError` (exit 2) naming the known ones when there is none of that id. */
export async function loadFormat(id: string): Promise<ReportFormat> {
  const files = await filesIn('formats');
  const place = files.get(id);
  if (place === undefined) throw unknown('report.unknown_format', id, [...files.keys()]);
  const loaded = (await import(place)) as { readonly format: ReportFormat };
  return loaded.format;
}

/** Loads a document. Throws `AppError` (exit 2) naming the known ones when there is none of that id. */
export async function loadDocument(id: string): Promise<ReportDocument> {
  const files = await filesIn('documents');
  const place = files.get(id);
  if (place === undefined) throw unknown('report.unknown_document', id, [...files.keys()]);
  const loaded = (await import(place)) as { readonly document: ReportDocument };
  return loaded.document;
}

function unknown(
  key: 'report.unknown_format' | 'report.unknown_document',
  id: string,
  known: readonly string[],
): AppError {
  const near = suggest(id, known);
  return new AppError({
    message: message(key, { id }),
    hints: [
      ...(near === undefined ? [] : [message('cli.did_you_mean', { name: near })]),
      message('cli.allowed', { allowed: known.join(', ') }),
    ],
  });
}

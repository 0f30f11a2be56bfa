import { AppError } from '../../domain/diagnostic.js';
import { message } from '../../messages/catalogue.js';
import { openFolder } from '../../platform/files.js';
import type { ReportFormat } from '../../reports/format.js';
import type { ReportDocument } from '../../reports/report-document.js';
import { suggest } from '../suggest.js';

const reports = new URL('../../reports/', import.meta.url);

/** Ids of what is in a folder of `reports/`: each file is one, and only these can be loaded. */
async function idsIn(folder: 'formats' | 'documents'): Promise<readonly string[]> {
  const listing = await openFolder(new URL(`${folder}/`, reports)).list('');
  return (listing?.files ?? [])
    .filter((file) => /^[a-z0-9-]+\.(js|ts)$/.test(file))
    .map((file) => file.replace(/\.(js|ts)$/, ''));
}

/** Ids of the report formats, in order of name. */
export function formatIds(): Promise<readonly string[]> {
  return idsIn('formats');
}

/** Loads a format. Throws `AppError` (exit 2) naming the known ones when there is none of that id. */
export async function loadFormat(id: string): Promise<ReportFormat> {
  const known = await idsIn('formats');
  if (!known.includes(id)) throw unknown('report.unknown_format', id, known);
  const loaded = (await import(`../../reports/formats/${id}.js`)) as {
    readonly format: ReportFormat;
  };
  return loaded.format;
}

/** Loads a document. Throws `AppError` (exit 2) naming the known ones when there is none of that id. */
export async function loadDocument(id: string): Promise<ReportDocument> {
  const known = await documentIds();
  if (!known.includes(id)) throw unknown('report.unknown_document', id, known);
  const loaded = (await import(`../../reports/documents/${id}.js`)) as {
    readonly document: ReportDocument;
  };
  return loaded.document;
}

/** Ids of the documents. */
export async function documentIds(): Promise<readonly string[]> {
  const files = await idsIn('documents');
  return files.filter((id) => !id.startsWith('official-'));
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

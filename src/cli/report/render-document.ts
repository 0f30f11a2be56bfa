import type { DocumentModel } from '../../reports/document.js';
import { reportAssets } from './assets.js';
import { loadFormat } from './registries.js';

/** A document as the bytes of a format of pages; throws for a format of data, which is a bug. */
export async function renderDocument(
  id: string,
  document: DocumentModel,
): Promise<string | Uint8Array> {
  const format = await loadFormat(id);
  if (format.kind !== 'document') throw new TypeError(`${id} doesn't write documents`);
  return format.render(document, reportAssets());
}

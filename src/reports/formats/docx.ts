import type { DocumentFormat } from '../format.js';

/** The same document for Word, to be edited before it is signed. */
export const format: DocumentFormat = {
  kind: 'document',
  id: 'docx',
  extension: '.docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  async render(document, assets) {
    const { renderDocx } = await import('../docx/render-docx.js');
    return renderDocx(document, await assets.fonts());
  },
};

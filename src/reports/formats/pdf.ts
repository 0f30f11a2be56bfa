import type { DocumentFormat } from '../format.js';

/** A printed document in the form that Vietnamese offices use. */
export const format: DocumentFormat = {
  kind: 'document',
  id: 'pdf',
  extension: '.pdf',
  mediaType: 'application/pdf',
  async render(document, assets) {
    const { renderPdf } = await import('../pdf/render-pdf.js');
    return renderPdf(document, await assets.fonts());
  },
};

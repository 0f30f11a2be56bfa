import type { DocumentFormat } from '../format.js';

/** The document as Markdown: for wikis and repositories, and to be read as it is. */
export const format: DocumentFormat = {
  kind: 'document',
  id: 'md',
  extension: '.md',
  mediaType: 'text/markdown; charset=utf-8',
  async render(document) {
    const { documentMarkdown } = await import('../markdown/document-markdown.js');
    return documentMarkdown(document);
  },
};

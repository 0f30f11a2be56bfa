import type { DataFormat } from '../format.js';

/**
 * A small web application in one file: every finding in both languages, tables that sort, filter and search, a screen for
 * each agency, system, finding and article. It loads nothing and sends nothing.
 */
export const format: DataFormat = {
  id: 'html',
  kind: 'data',
  extension: '.html',
  mediaType: 'text/html',
  async render(report, assets) {
    const { webPage } = await import('../web/web-page.js');
    return webPage(await assets.webPage(), report);
  },
};

import type { DataFormat } from '../format.js';

/** XCCDF 1.2 (NIST) with results, as OpenSCAP reads it. */
export const format: DataFormat = {
  id: 'xccdf',
  kind: 'data',
  extension: '.xml',
  mediaType: 'application/xml',
  async render(report) {
    const { xccdf } = await import('../xccdf/xccdf.js');
    return xccdf(report);
  },
};

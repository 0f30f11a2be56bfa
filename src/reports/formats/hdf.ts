import type { DataFormat } from '../format.js';

/** The Heimdall Data Format of MITRE SAF, as `inspecjs` and Heimdall read it. */
export const format: DataFormat = {
  id: 'hdf',
  kind: 'data',
  extension: '.json',
  mediaType: 'application/json',
  async render(report) {
    const { hdfReport } = await import('../hdf/hdf-report.js');
    const { interchangeJson } = await import('../outcomes/interchange-json.js');
    return interchangeJson(hdfReport(report));
  },
};

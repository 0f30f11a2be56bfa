import type { DataFormat } from '../format.js';

/** JUnit XML, for gates of pipelines: targets only. */
export const format: DataFormat = {
  id: 'junit',
  kind: 'data',
  extension: '.xml',
  mediaType: 'application/xml',
  async render(report) {
    const { junit } = await import('../junit/junit.js');
    return junit(report);
  },
};

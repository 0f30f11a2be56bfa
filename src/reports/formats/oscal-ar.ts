import type { DataFormat } from '../format.js';

/** OSCAL assessment results (NIST), as JSON. */
export const format: DataFormat = {
  id: 'oscal-ar',
  kind: 'data',
  extension: '.json',
  mediaType: 'application/oscal+json',
  async render(report) {
    const { assessmentResults } = await import('../oscal/assessment-results.js');
    const { interchangeJson } = await import('../outcomes/interchange-json.js');
    return interchangeJson(assessmentResults(report));
  },
};

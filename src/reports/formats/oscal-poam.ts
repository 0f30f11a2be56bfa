import type { DataFormat } from '../format.js';

/** An OSCAL plan of action and milestones (NIST), as JSON. */
export const format: DataFormat = {
  id: 'oscal-poam',
  kind: 'data',
  extension: '.json',
  mediaType: 'application/oscal+json',
  async render(report) {
    const { poam } = await import('../oscal/poam.js');
    const { interchangeJson } = await import('../outcomes/interchange-json.js');
    return interchangeJson(poam(report));
  },
};

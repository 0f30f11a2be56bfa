import type { DataFormat } from '../format.js';
import { assessmentJson } from '../published-json.js';

/** The assessment as `audit --json` prints it (`schemas/assessment.schema.json`), in both languages. */
export const format: DataFormat = {
  id: 'json',
  kind: 'data',
  extension: '.json',
  mediaType: 'application/json',
  async render({ assessment }) {
    return `${JSON.stringify(assessmentJson(assessment), null, 2)}\n`;
  },
};

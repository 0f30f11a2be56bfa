import type { Assessment } from '../audit/assessment.js';
import type { Message } from '../domain/text.js';
import { formatMessage } from '../messages/format.js';

/**
 * The assessment as published data: every message keeps its key and parameters and gets its text in both languages, so
 * that the file can be read without the program.
 */
export function assessmentJson(assessment: Assessment): unknown {
  return publishedJson(assessment);
}

/** Any published data with the texts of its messages. */
export function publishedJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(publishedJson);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  if (isMessage(value)) {
    return {
      key: value.key,
      params: value.params,
      vi: formatMessage(value, 'vi'),
      en: formatMessage(value, 'en'),
    };
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, publishedJson(item)]));
}

function isMessage(value: object): value is Message {
  return Object.keys(value).length === 2 && 'key' in value && 'params' in value;
}

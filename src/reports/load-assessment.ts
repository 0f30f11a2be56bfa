import type { Assessment } from '../audit/assessment.js';
import type { ParsedDocument } from '../documents/document.js';
import type { Schemas } from '../documents/schemas.js';
import { AppError } from '../domain/diagnostic.js';
import { message } from '../messages/catalogue.js';
import { isKnownMessage } from '../messages/format.js';

/**
 * The assessment in a file that `audit --json` wrote. Throws `AppError` (exit 2) with every reason when the file isn't one,
 * or is of a version that this program doesn't know.
 */
export function loadAssessment(document: ParsedDocument, schemas: Schemas): Assessment {
  const problems =
    document.value === undefined ? document.diagnostics : schemas.check(document, 'assessment');
  if (problems.length > 0) {
    throw new AppError({
      message: message('report.not_an_assessment', { path: document.path }),
      hints: [message('report.not_an_assessment.hint')],
      diagnostics: problems,
    });
  }
  return unpublished(document.value) as Assessment;
}

/**
 * Published data as the program holds it: a message is its key and parameters again. One whose key this version doesn't
 * have keeps the text that was published with it.
 */
function unpublished(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpublished);
  if (value === null || typeof value !== 'object') return value;
  if (isPublishedMessage(value)) {
    const { key, params, vi, en } = value;
    return isKnownMessage(key)
      ? { key, params }
      : message('finding.pack_text', { text: { vi, en } });
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unpublished(item)]));
}

interface PublishedMessage {
  readonly key: string;
  readonly params: object;
  readonly vi: string;
  readonly en: string;
}

function isPublishedMessage(value: object): value is PublishedMessage {
  return (
    Object.keys(value).length === 4 &&
    'key' in value &&
    'params' in value &&
    'vi' in value &&
    'en' in value
  );
}

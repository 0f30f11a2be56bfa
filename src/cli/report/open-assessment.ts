import { basename, dirname, join } from 'node:path';
import type { Assessment } from '../../audit/assessment.js';
import { maxJsonBytes, parseJsonDocument } from '../../documents/json-document.js';
import { loadSchemas } from '../../documents/schemas.js';
import { AppError } from '../../domain/diagnostic.js';
import { FileProblem } from '../../domain/files.js';
import { message } from '../../messages/catalogue.js';
import { openFolder } from '../../platform/files.js';
import { isFolder } from '../../platform/write-new.js';
import { loadAssessment } from '../../reports/load-assessment.js';
import { bundled } from '../bundled.js';

/** Name of the assessment in a run's folder. */
const assessmentFile = 'assessment.json';

/**
 * The assessment in a file that `audit --json` wrote, or in a run's folder. Throws `AppError` (exit 2) when it can't be read
 * or isn't one.
 */
export async function openAssessment(path: string): Promise<Assessment> {
  const file = (await isFolder(path)) ? join(path, assessmentFile) : path;
  let bytes: Uint8Array;
  try {
    bytes = await openFolder(dirname(file)).read(basename(file), maxJsonBytes);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    throw new AppError({
      message: message(`file.${error.reason}`, { path: file, limit: '512 MB' }),
      hints: [message('report.not_an_assessment.hint')],
      cause: error,
    });
  }
  const schemas = await loadSchemas(bundled, 'schemas');
  return loadAssessment(parseJsonDocument(bytes, file), schemas);
}

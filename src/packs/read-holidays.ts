import { camelKeys } from '../documents/camel-keys.js';
import { maxDocumentBytes } from '../documents/limits.js';
import { readDocument, type Schemas } from '../documents/schemas.js';
import type { Files } from '../domain/files.js';
import type { Holidays } from '../domain/working-days.js';

/** In the order of `Date.getUTCDay`. */
const weekDays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The bundled list of days off, by which limits in working days are counted. Throws when it is broken: a broken installation. */
export async function readHolidays(bundled: Files, schemas: Schemas): Promise<Holidays> {
  const path = 'rules/catalogues/holidays.yaml';
  const bytes = await bundled.read(path, maxDocumentBytes);
  const { value } = readDocument(bytes, path, schemas, 'holidays');
  if (value === undefined) throw new Error(`broken catalogue: ${path}`);
  const written = camelKeys(value, new Set()) as Omit<Holidays, 'weekend'> & {
    readonly weekend: readonly string[];
  };
  const { everyYear, dates, weekend } = written;
  return { everyYear, dates, weekend: weekend.map((day) => weekDays.indexOf(day)) };
}

import type { Language } from '../../domain/text.js';
import { missingHeaders, recognisedBy } from '../../fleet/column-uses.js';
import { observedFactNames } from '../../fleet/observation.js';
import { formatMessage, localized } from '../../messages/format.js';
import { diagnosticJson } from '../diagnostics.js';
import type { InspectedFile } from './inspect-files.js';

/** What a file was found to be, for `--json`. */
export function inspectionJson(
  { path, part, shape, uses, report, diagnostics }: InspectedFile,
  language: Language,
) {
  const source = shape && 'source' in shape ? shape.source : undefined;
  const layout = shape?.kind === 'table' ? shape.layout : undefined;
  const unrecognised = shape?.kind === 'unrecognised' ? shape : undefined;
  return {
    path,
    part: part ?? null,
    kind: shape?.kind ?? null,
    source: source
      ? { id: source.id, title: localized(source.title, language), certainty: source.certainty }
      : null,
    recognised_by: source && layout ? recognisedBy(source, layout.headers) : [],
    layout: layout
      ? { encoding: layout.encoding, delimiter: layout.delimiter, header_line: layout.skip }
      : shape?.kind === 'json'
        ? { form: shape.layout.form, records: shape.layout.records.join('.') }
        : null,
    columns: uses ?? [],
    headers_seen: unrecognised?.headers ?? [],
    nearest: unrecognised?.nearest
      ? {
          id: unrecognised.nearest.id,
          missing: missingHeaders(unrecognised.nearest, unrecognised.headers),
        }
      : null,
    rows: report
      ? {
          read: report.rowsRead,
          used: report.rowsUsed,
          refused: report.refused.map(({ reason, count, rows }) => ({
            reason,
            text: formatMessage({ key: `fleet.refused.${reason}`, params: {} }, language),
            count,
            first_rows: rows,
          })),
        }
      : null,
    date_order: report?.dateOrder ?? null,
    future_dates: report?.futureDates ?? null,
    odd_words: report?.oddWords ?? [],
    first_rows: (report?.rows ?? []).map((row) => ({
      row: row['row_no'],
      facts: Object.fromEntries(
        observedFactNames.flatMap((fact) => {
          const value = row[fact];
          return value === null || value === undefined ? [] : [[fact, value]];
        }),
      ),
    })),
    diagnostics: diagnostics.map((each) => diagnosticJson(each, language)),
  };
}

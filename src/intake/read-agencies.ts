import { camelKeys } from '../documents/camel-keys.js';
import type { ParsedDocument } from '../documents/document.js';
import { readDocument, type Schemas, suggestion } from '../documents/schemas.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import { message } from '../messages/catalogue.js';
import type { Agency } from './agencies.js';
import { hasError, placeText, remarkAt } from './problem.js';

export interface AgenciesReading {
  /** Absent when there is an error. */
  readonly agencies?: readonly Agency[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the list of agencies from bytes, in its order. What is wrong with it becomes diagnostics. */
export function readAgencies(bytes: Uint8Array, path: string, schemas: Schemas): AgenciesReading {
  const document = readDocument(bytes, path, schemas, 'agencies');
  if (document.value === undefined) return { diagnostics: document.diagnostics };
  const written = camelKeys(document.value, new Set()) as {
    readonly agencies: readonly Omit<Agency, 'at'>[];
  };
  const agencies = written.agencies.map((agency, i): Agency => {
    const pointer = `/agencies/${i}`;
    return { ...agency, at: { path, line: document.locate(pointer).line, pointer } };
  });
  const diagnostics = [
    ...document.diagnostics,
    ...duplicates(agencies, document),
    ...agencies.flatMap((agency) => timeProblems(agency, document)),
    ...relations(agencies, 'parent', document),
    ...relations(agencies, 'successor', document),
  ];
  return hasError(diagnostics) ? { diagnostics } : { agencies, diagnostics };
}

function duplicates(agencies: readonly Agency[], document: ParsedDocument): Diagnostic[] {
  const firsts = new Map<string, string>();
  return agencies.flatMap(({ id, at }) => {
    const place = `${at.pointer}/id`;
    const first = firsts.get(id);
    if (first === undefined) {
      firsts.set(id, place);
      return [];
    }
    const found = message('agencies.duplicate_id', { id, other: placeText(document, first) });
    return [remarkAt(document, place, 'error', found, message('agencies.duplicate_id.hint'))];
  });
}

function timeProblems(
  { validFrom, validTo, successor, at }: Agency,
  document: ParsedDocument,
): Diagnostic[] {
  if (validFrom !== undefined && validTo !== undefined && validTo < validFrom) {
    const found = message('agencies.ends_before_start', { from: validFrom, to: validTo });
    const hint = message('agencies.ends_before_start.hint');
    return [remarkAt(document, `${at.pointer}/valid_to`, 'error', found, hint)];
  }
  if (successor !== undefined && validTo === undefined) {
    const found = message('agencies.successor_without_end', { successor });
    const hint = message('agencies.successor_without_end.hint');
    return [remarkAt(document, `${at.pointer}/successor`, 'warning', found, hint)];
  }
  return [];
}

/** Ids in `key` that no agency bears, and chains of them that come back to where they began. */
function relations(
  agencies: readonly Agency[],
  key: 'parent' | 'successor',
  document: ParsedDocument,
): Diagnostic[] {
  const next = new Map(agencies.map((agency) => [agency.id, agency[key]]));
  return agencies.flatMap((agency) => {
    const other = agency[key];
    if (other === undefined) return [];
    const place = `${agency.at.pointer}/${key}`;
    if (!next.has(other)) {
      const hint = suggestion(other, [...next.keys()]) ?? message('agencies.unknown_agency.hint');
      const found = message('agencies.unknown_agency', { key, id: other });
      return [remarkAt(document, place, 'error', found, hint)];
    }
    if (!returns(agency.id, next)) return [];
    const hint = message('agencies.circle.hint');
    return [
      remarkAt(document, place, 'error', message('agencies.circle', { key, id: agency.id }), hint),
    ];
  });
}

function returns(start: string, next: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let at = next.get(start); at !== undefined && !seen.has(at); at = next.get(at)) {
    if (at === start) return true;
    seen.add(at);
  }
  return false;
}

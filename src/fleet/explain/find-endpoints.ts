import type { FleetEngine, Row } from '../engines/engine.js';
import { numberIn, textIn } from './row-values.js';

/** An endpoint by which name a person may know it. */
export interface FoundEndpoint {
  /** Its number in the database. */
  readonly gid: number;
  readonly id: string;
  readonly agency: string;
  readonly name: string;
}

/** What a person typed, and the agency within which it is looked for; every agency when undefined. */
export interface AskedEndpoint {
  readonly text: string;
  readonly agency?: string | undefined;
}

/** So many hits are told apart by reading; more only show that the word says too little. */
export const maxHits = 20;

/** Names that are shown when nothing is found. */
const maxNear = 3;

const macPattern = /^[0-9A-F]{2}([:.-]?[0-9A-F]{2}){5}$/;

const order = 'ORDER BY e.agency, e.name, e.endpoint_id';

/**
 * Endpoints with that id, or of which any source row has that host name, full name, serial number, hardware id, MAC address
 * or id in a console or directory, compared as identities are: without case, diacritics, blanks at the ends. An id that fits
 * exactly is the only hit. At most `maxHits` + 1.
 */
export async function findEndpoints(
  engine: FleetEngine,
  { text, agency }: AskedEndpoint,
): Promise<readonly FoundEndpoint[]> {
  const mac = text.trim().toUpperCase();
  const rows = await engine.rows({
    sql: `WITH asked AS (SELECT CAST($text AS VARCHAR) AS t, CAST($mac AS VARCHAR) AS mac, CAST($agency AS VARCHAR) AS agency),
      form AS (SELECT *, lower(trim(t)) AS id, fold(t) AS folded, rtrim(fold(t), '.') AS full_name, host_form(t) AS host,
        serial_form(t) AS serial, uuid_form(t) AS uuid FROM asked),
      -- A name with a dot is a full one: its first part alone may be another machine's.
      hit AS (SELECT DISTINCT member.gid FROM form, subject JOIN member USING (obs_id)
        WHERE CASE WHEN contains(full_name, '.') THEN fold(subject.fqdn) = full_name OR fold(subject.host) = full_name
            ELSE subject.host_key = form.host END
          OR serial_form(subject.serial) = form.serial OR uuid_form(subject.hardware_uuid) = form.uuid
          OR list_contains(subject.macs, form.mac)
          OR fold(subject.vendor_id) = folded OR trim(fold(subject.directory_id), '{} ') = trim(folded, '{} '))
      SELECT e.gid, e.endpoint_id, e.agency, e.name, e.endpoint_id = form.id AS exact
      FROM endpoint e, form
      WHERE (form.agency IS NULL OR e.agency = form.agency)
        AND (e.endpoint_id = form.id OR e.gid IN (SELECT gid FROM hit))
      QUALIFY exact OR NOT bool_or(exact) OVER () ${order} LIMIT ${maxHits + 1}`,
    params: {
      text,
      mac: macPattern.test(mac) ? mac.replace(/[:.-]/g, '') : null,
      agency: agency ?? null,
    },
  });
  return rows.map(found);
}

/** The endpoints whose names are nearest to what was typed, by edit distance: at most two fifths of its length away. */
export async function nearEndpoints(
  engine: FleetEngine,
  { text, agency }: AskedEndpoint,
): Promise<readonly FoundEndpoint[]> {
  const rows = await engine.rows({
    sql: `WITH asked AS (SELECT fold(CAST($text AS VARCHAR)) AS t, CAST($agency AS VARCHAR) AS agency),
      away AS (SELECT e.*, levenshtein(fold(e.name), asked.t) AS distance, greatest(1, length(asked.t) * 2 // 5) AS allowed
        FROM endpoint e, asked WHERE asked.agency IS NULL OR e.agency = asked.agency)
      SELECT e.gid, e.endpoint_id, e.agency, e.name FROM away e WHERE distance <= allowed
      ORDER BY distance, e.agency, e.name, e.endpoint_id LIMIT ${maxNear}`,
    params: { text, agency: agency ?? null },
  });
  return rows.map(found);
}

function found(row: Row): FoundEndpoint {
  return {
    gid: numberIn(row, 'gid') ?? -1,
    id: textIn(row, 'endpoint_id') ?? '',
    agency: textIn(row, 'agency') ?? '',
    name: textIn(row, 'name') ?? '',
  };
}

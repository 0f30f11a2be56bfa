import type { FleetEngine, Row } from '../engines/engine.js';
import { rungIds } from '../stages/identify.js';
import { itemsIn, numberIn, textIn, truthIn } from './row-values.js';
import type { SourceRow } from './source-rows.js';

/** Why rows are one machine, why others are not, and what is doubtful about it. */
export interface IdentityExplanation {
  /** The rung of the identity ladder that gives the machine its id; null when only a name is left. */
  readonly rung: string | null;
  readonly key: string | null;
  /** Keys that joined groups of rows, strongest rung first. `rows`: numbers of the rows that share the key. */
  readonly merges: readonly {
    readonly rung: string;
    readonly key: string;
    readonly rows: readonly number[];
  }[];
  /** Keys shared with other endpoints that a stronger key tells apart: not merged. */
  readonly keptApart: readonly {
    readonly rung: string;
    readonly key: string;
    readonly others: readonly {
      readonly id: string;
      readonly agency: string;
      readonly name: string;
    }[];
  }[];
  /**
   * Ids of its rows that several machines bear: a maker's placeholder, clones, a copied disk image. Not used to identify.
   * `rung`: `hardware_uuid`, `serial`, `directory_id`, `vendor_id` or `machine_id` (of an installation, never used).
   */
  readonly shared: readonly {
    readonly rung: string;
    readonly key: string;
    readonly machines: number;
  }[];
  /** Its hardware id is a placeholder, so that only its name tells it from others. */
  readonly placeholderOnly: boolean;
  /** Agencies in whose exports it stands, the one that has it first: that of the newest evidence. */
  readonly agencies: readonly { readonly agency: string; readonly rows: number }[];
  readonly sound: boolean;
}

/** Other machines that are named for one key. */
const maxOthers = 10;

const strongestFirst = `list_position([${rungIds.map((id) => `'${id}'`).join(', ')}], rung), key`;

/** Explains one endpoint's identity from the tables of the stage `identify`. */
export async function explainIdentity(
  engine: FleetEngine,
  endpoint: Row,
  rows: readonly SourceRow[],
): Promise<IdentityExplanation> {
  const params = { gid: numberIn(endpoint, 'gid') ?? -1 };
  const merges = await engine.rows({
    sql: `SELECT m.rung, m.key, list(DISTINCT key.obs_id) AS rows
      FROM (SELECT DISTINCT rung, key FROM merge WHERE gid = $gid) m
        JOIN key USING (rung, key) JOIN member USING (obs_id)
      WHERE member.gid = $gid GROUP BY m.rung, m.key ORDER BY ${strongestFirst}`,
    params,
  });
  const apart = await engine.rows({
    sql: `WITH own AS (SELECT DISTINCT key.rung, key.key FROM key JOIN member USING (obs_id)
        JOIN conflict ON conflict.gid = member.gid AND conflict.rung = key.rung WHERE member.gid = $gid)
      SELECT own.rung, own.key, list(DISTINCT struct_pack(id := e.endpoint_id, agency := e.agency, name := e.name)) AS others
      FROM own JOIN key USING (rung, key) JOIN member USING (obs_id) JOIN endpoint e ON e.gid = member.gid
      WHERE member.gid <> $gid GROUP BY own.rung, own.key ORDER BY ${strongestFirst}`,
    params,
  });
  const shared = await engine.rows({
    sql: `WITH form AS (SELECT member.gid, uuid_form(hardware_uuid) AS hardware_uuid, serial_form(serial) AS serial,
        device_form(directory_id) AS directory_id, device_form(machine_id) AS machine_id,
        console_of(file.source) || '|' || subject.agency || '|' || vendor_form(vendor_id) AS vendor_id
        FROM subject JOIN member USING (obs_id) JOIN file USING (file_id)),
      id AS (UNPIVOT form ON hardware_uuid, serial, directory_id, vendor_id, machine_id INTO NAME rung VALUE key),
      unusable AS (SELECT 'hardware_uuid' AS rung, id AS key FROM shared_uuid UNION ALL SELECT 'serial', id FROM shared_serial
        UNION ALL SELECT 'directory_id', id FROM shared_directory UNION ALL SELECT 'vendor_id', id FROM shared_vendor
        UNION ALL SELECT rung, key FROM id WHERE rung = 'machine_id' GROUP BY rung, key HAVING count(DISTINCT gid) > 1)
      SELECT rung, key, count(DISTINCT gid) AS machines FROM id JOIN unusable USING (rung, key)
      GROUP BY rung, key HAVING bool_or(gid = $gid) ORDER BY rung, key`,
    params,
  });
  const numberOf = new Map(rows.map(({ obsId, no }) => [obsId, no]));
  const home = textIn(endpoint, 'agency') ?? '';
  const best = textIn(endpoint, 'identity_key');
  return {
    rung: best?.slice(0, best.indexOf(':')) ?? null,
    key: best?.slice(best.indexOf(':') + 1) ?? null,
    merges: merges.map((row) => ({
      ...rungAndKey(row),
      rows: itemsIn<number | bigint>(row, 'rows')
        .flatMap((id) => numberOf.get(Number(id)) ?? [])
        .sort((a, b) => a - b),
    })),
    keptApart: apart.map((row) => ({
      ...rungAndKey(row),
      others: itemsIn<{ id: string; agency: string; name: string }>(row, 'others')
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, maxOthers)
        .map(({ id, agency, name }) => ({ id, agency, name })),
    })),
    shared: shared.map((row) => ({ ...rungAndKey(row), machines: numberIn(row, 'machines') ?? 0 })),
    placeholderOnly: truthIn(endpoint, 'placeholder_only') === true,
    agencies: [
      home,
      ...new Set(rows.map(({ agency }) => agency).filter((each) => each !== home)),
    ].map((agency) => ({ agency, rows: rows.filter((row) => row.agency === agency).length })),
    sound: truthIn(endpoint, 'identity_sound') === true,
  };
}

function rungAndKey(row: Row): { readonly rung: string; readonly key: string } {
  return { rung: textIn(row, 'rung') ?? '', key: textIn(row, 'key') ?? '' };
}

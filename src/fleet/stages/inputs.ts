import { binder } from '../binder.js';
import type { Statement } from '../engines/engine.js';
import type { FleetInput } from '../judge-fleet.js';

/** What inventories say of agencies and of machines outside the count, as tables `agency` and `exclusion`. */
export function inputTables(input: Pick<FleetInput, 'agencies' | 'exclusions'>): Statement[] {
  const agencies = binder();
  const agencyRows = input.agencies.map(
    ({ id, level }) =>
      `(${agencies.value(id)}, ${agencies.value(level ?? null)}, ${agencies.value(level !== undefined)})`,
  );
  const exclusions = binder();
  const text = (value: string | undefined) => exclusions.value(value ?? null);
  // The forms in which the endpoints' own names and hardware ids are compared; `given` as the inventory writes it.
  const exclusionRows = input.exclusions.map(
    (each) =>
      `(${text(each.agency)}, host_form(${text(each.host)}), serial_form(${text(each.serial)}), uuid_form(${text(each.hardwareUuid)}),
        ${text(each.reason)}, ${text(each.host ?? each.serial ?? each.hardwareUuid)})`,
  );
  const insert = (
    table: string,
    rows: readonly string[],
    params: Statement['params'],
  ): Statement[] =>
    rows.length === 0
      ? []
      : [{ sql: `INSERT INTO ${table} VALUES ${rows.join(', ')}`, ...(params && { params }) }];
  return [
    { sql: 'CREATE TABLE agency (id VARCHAR, level INTEGER, level_known BOOLEAN)' },
    ...insert('agency', agencyRows, agencies.params),
    {
      sql: 'CREATE TABLE exclusion (agency VARCHAR, host VARCHAR, serial VARCHAR, hardware_uuid VARCHAR, reason VARCHAR, given VARCHAR)',
    },
    ...insert('exclusion', exclusionRows, exclusions.params),
  ];
}

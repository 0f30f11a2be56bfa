import { message } from '../../messages/catalogue.js';
import { rowItem } from './check-item.js';
import type { PartyConflict } from './parties.js';
import type { CheckItem, MissingAgency, OwnerParties, ReportRow } from './report.js';
import type { ReportScope, SystemEntry } from './scope.js';

/** EXTRA-01: agencies whose systems the figures lack. */
export function agenciesHandedIn(missing: readonly MissingAgency[]): CheckItem[] {
  return missing.map(({ id, name, reason }) => ({
    outcome: 'fail',
    message: message(`annual_report.item.missing.${reason}`, { name }),
    agency: id,
    system: null,
    field: null,
    at: null,
  }));
}

/** EXTRA-02: what the form asks and no inventory says. */
export function fieldsGiven(
  parties: readonly OwnerParties[],
  rows: readonly ReportRow[],
): CheckItem[] {
  return [
    ...parties.flatMap(partyGaps),
    ...rows.flatMap((row) =>
      (['owner', 'operating_unit', 'plan_status'] as const).flatMap((field) => {
        if (row[field] !== null) return [];
        const { name } = row;
        return [rowItem(row, field, message(`annual_report.item.no_${field}`, { name }))];
      }),
    ),
  ];
}

function partyGaps({ name: owner, parts, at }: OwnerParties): CheckItem[] {
  const name = owner ?? message('annual_report.owner_unknown');
  return parts.flatMap(({ id, title, fields }) =>
    fields
      .filter(({ value, blank_allowed }) => value === null && !blank_allowed)
      .map(({ id: field, label }) => ({
        outcome: 'fail' as const,
        message: message('annual_report.item.party_gap', { name, part: title, label }),
        agency: null,
        system: null,
        field: `${id}.${field}`,
        at,
      })),
  );
}

/** EXTRA-03: a plan's state entered by hand. That nothing is carried out needs no support. */
export function plansSupported(rows: readonly ReportRow[]): CheckItem[] {
  return rows
    .filter((row) => row.plan_source === 'declared' && row.plan_status !== 'not_started')
    .map((row) =>
      rowItem(
        row,
        'plan_status',
        message('annual_report.item.plan_unsupported', { name: row.name }),
      ),
    );
}

/** EXTRA-04: a dossier not begun has no word in the form. */
export function dossiersBegun(rows: readonly ReportRow[]): CheckItem[] {
  return rows
    .filter((row) => row.approval_status === 'not_started')
    .map((row) =>
      rowItem(
        row,
        'approval_status',
        message('annual_report.item.not_started', { name: row.name }),
      ),
    );
}

/** EXTRA-05: one party described in different ways. */
export function partiesAgree(conflicts: readonly PartyConflict[]): CheckItem[] {
  return conflicts.map(({ party, field, agency, found, kept, at }) => ({
    outcome: 'fail',
    message: message('annual_report.item.conflict', { name: party, found, kept }),
    agency,
    system: null,
    field,
    at,
  }));
}

/** EXTRA-06: one id, several entries; only one is in the figures. */
export function idsUnique({ duplicates }: ReportScope): CheckItem[] {
  return duplicates.flatMap((entries) =>
    entries.map(({ system, agency }) => ({
      outcome: 'fail' as const,
      message: message('annual_report.item.duplicate', {
        id: system.id,
        agencies: [...new Set(entries.map((each) => each.agency.id))].join(', '),
      }),
      agency: agency.id,
      system: system.id,
      field: null,
      at: system.at,
    })),
  );
}

/** EXTRA-07: column 5 is filled. */
export function levelsProposed(rows: readonly ReportRow[]): CheckItem[] {
  return rows
    .filter((row) => row.proposed_level === null)
    .map((row) =>
      rowItem(
        row,
        'proposed_level',
        message('annual_report.item.no_proposed_level', { name: row.name }),
      ),
    );
}

/** EXTRA-08: column 6 can be told for the date of the data. */
export function statusKnown(rows: readonly ReportRow[]): CheckItem[] {
  return rows
    .filter((row) => row.approval_status === null)
    .map((row) =>
      rowItem(
        row,
        'approval_status',
        message('annual_report.item.status_unknown', { name: row.name }),
        'unknown',
      ),
    );
}

/** EXTRA-09: a retired system has its date. */
export function retirementsDated(entries: readonly SystemEntry[]): CheckItem[] {
  return entries.map(({ system, agency }) => ({
    outcome: 'unknown',
    message: message('annual_report.item.retired_undated', { name: system.name }),
    agency: agency.id,
    system: system.id,
    field: 'retired_on',
    at: system.at,
  }));
}

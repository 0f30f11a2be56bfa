import type { OrganisationParty } from '../../intake/inventory.js';
import type { AnnualReportForm, PartyFieldId, PartyForm } from '../../packs/annual-report-form.js';
import type { OwnerParties, Place, ReportParty } from './report.js';
import { nameKey } from './same-name.js';
import type { SystemEntry } from './scope.js';
import type { AnnualReportOptions, ReportingAgency } from './source.js';

/** Two inventories that say different things of one party. */
export interface PartyConflict {
  readonly party: string;
  readonly field: keyof OrganisationParty;
  readonly agency: string;
  readonly found: string;
  readonly kept: string;
  readonly at: Place;
}

export interface ReportedParties {
  readonly owners: readonly OwnerParties[];
  readonly conflicts: readonly PartyConflict[];
}

/** What one inventory says of a party. */
interface Statement {
  readonly party: OrganisationParty;
  readonly agency: ReportingAgency;
  readonly role: PartyForm['id'];
}

/**
 * Section 2: each owner of `entries`, and of `agencies` though it owns nothing, with its specialised units. What several
 * inventories say of one party is put together; where they differ the first in the agencies' order stands.
 */
export function reportParties(
  form: AnnualReportForm,
  agencies: readonly ReportingAgency[],
  entries: readonly SystemEntry[],
  only: Pick<AnnualReportOptions, 'owner' | 'agency'> = {},
): ReportedParties {
  const statements = agencies.flatMap(statementsOf);
  const names = new Map<string, string | null>();
  const named = [
    ...entries.map((entry) => entry.owner),
    ...statements.flatMap(({ role, party, agency }) =>
      role === 'owner' && (only.agency ?? agency.id) === agency.id ? party.name : [],
    ),
  ];
  for (const name of named) {
    const key = name === null ? '' : nameKey(name);
    if (only.owner !== undefined && key !== nameKey(only.owner)) continue;
    if (!names.has(key)) names.set(key, name);
  }
  const found = [...names].map(([key, name]) => {
    const own = entries.filter(
      (entry) => (entry.owner === null ? '' : nameKey(entry.owner)) === key,
    );
    const units = unitNames(key, own, agencies);
    const about = statements.filter(isAbout('owner', key));
    const owner = merge(name, about);
    const specialised = units.map((unit) =>
      merge(
        unit,
        statements.filter(isAbout('specialised_unit', unit === null ? '' : nameKey(unit))),
      ),
    );
    return {
      owner: {
        name,
        systems: own.length,
        agencies: [...new Set(own.map((entry) => entry.agency.id))],
        parts: [
          partOf(form, 'owner', owner.party),
          ...specialised.map(({ party }) => partOf(form, 'specialised_unit', party)),
        ],
        at: placeOf([...about.map(({ agency }) => agency), ...own.map(({ agency }) => agency)]),
      },
      conflicts: [owner, ...specialised].flatMap(({ conflicts }) => conflicts),
    };
  });
  const conflicts = found.flatMap((each) => each.conflicts);
  const keyOf = ({ agency, field, party }: PartyConflict) => `${agency} ${field} ${nameKey(party)}`;
  return {
    owners: found.map((each) => each.owner),
    conflicts: [...new Map(conflicts.map((each) => [keyOf(each), each])).values()],
  };
}

function placeOf([agency]: readonly ReportingAgency[]): Place | null {
  const path = agency?.inventory?.path;
  return path === undefined ? null : { path, line: 1, pointer: '/organisation' };
}

function statementsOf(agency: ReportingAgency): Statement[] {
  const { owner, specialisedUnit } = agency.inventory?.organisation ?? {};
  return [
    ...(owner ? [{ party: owner, agency, role: 'owner' as const }] : []),
    ...(specialisedUnit
      ? [{ party: specialisedUnit, agency, role: 'specialised_unit' as const }]
      : []),
  ];
}

function isAbout(role: PartyForm['id'], key: string) {
  return (each: Statement): boolean => each.role === role && nameKey(each.party.name) === key;
}

/** The specialised units named for an owner: by inventories that are about it, and by its systems. [null] = none is named. */
function unitNames(
  owner: string,
  own: readonly SystemEntry[],
  agencies: readonly ReportingAgency[],
): readonly (string | null)[] {
  const about = agencies.filter(({ id, inventory }) => {
    const name = inventory?.organisation?.owner?.name;
    return name === undefined ? own.some((each) => each.agency.id === id) : nameKey(name) === owner;
  });
  const names = [
    ...about.flatMap(({ inventory }) => inventory?.organisation?.specialisedUnit?.name ?? []),
    ...own.flatMap(({ system }) => system.specialisedUnit ?? []),
  ];
  const distinct = new Map(names.reverse().map((name) => [nameKey(name), name]));
  return distinct.size === 0 ? [null] : [...distinct.values()].reverse();
}

const detailKeys = [
  'mandateDocument',
  'headName',
  'headPosition',
  'address',
  'phone',
  'email',
] as const;

function merge(
  name: string | null,
  statements: readonly Statement[],
): { readonly party: Partial<OrganisationParty>; readonly conflicts: readonly PartyConflict[] } {
  const party: { -readonly [Key in keyof OrganisationParty]?: string } =
    name === null ? {} : { name };
  const conflicts: PartyConflict[] = [];
  for (const { party: said, agency, role } of statements) {
    for (const field of detailKeys) {
      const found = said[field];
      if (found === undefined) continue;
      const kept = party[field];
      if (kept === undefined) party[field] = found;
      else if (nameKey(kept) !== nameKey(found)) {
        const at = {
          path: agency.inventory?.path ?? '',
          line: 1,
          pointer: `/organisation/${role}`,
        };
        conflicts.push({ party: said.name, field, agency: agency.id, found, kept, at });
      }
    }
  }
  return { party, conflicts };
}

function partOf(
  { parties }: AnnualReportForm,
  id: PartyForm['id'],
  party: Partial<OrganisationParty>,
): ReportParty {
  const form = parties.find((each) => each.id === id);
  return {
    id,
    title: form?.title ?? { vi: id, en: id },
    fields: (form?.fields ?? []).map((field) => {
      const parts = fieldParts(field.id, party);
      return {
        id: field.id,
        label: field.label,
        blank_allowed: field.blankAllowed ?? false,
        value: parts.includes(null) ? null : parts.join(', '),
        parts,
      };
    }),
  };
}

function fieldParts(id: PartyFieldId, party: Partial<OrganisationParty>): (string | null)[] {
  switch (id) {
    case 'name':
      return [party.name ?? null];
    case 'mandate_document':
      return [party.mandateDocument ?? null];
    case 'head':
      return [party.headName ?? null, party.headPosition ?? null];
    case 'address':
      return [party.address ?? null];
    case 'contact':
      return [party.phone ?? null, party.email ?? null];
  }
}

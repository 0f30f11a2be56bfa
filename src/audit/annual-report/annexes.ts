import type { OperatingUnit } from '../../intake/inventory.js';
import type { AnnexId, AnnualReportForm } from '../../packs/annual-report-form.js';
import type { RequirementItem } from '../../systems/judge-requirements.js';
import type { OperatingUnitRow, ReportAnnexes, RequirementRow } from './report-annexes.js';
import { nameKey } from './same-name.js';
import type { SystemEntry } from './scope.js';

/** Annexes A to D for the systems reported: what Art. 36 cl. 1, 3, 7, 9 and 10 ask and the form doesn't show. */
export function reportAnnexes(
  form: AnnualReportForm,
  entries: readonly SystemEntry[],
): ReportAnnexes {
  const head = (id: AnnexId) => {
    const annex = form.annexes.find((each) => each.id === id);
    return {
      title: annex?.title ?? { vi: id, en: id },
      official: false as const,
      empty: annex?.empty ?? null,
      columns: annex?.columns ?? [],
    };
  };
  return {
    A: { ...head('A'), rows: operatingUnits(entries) },
    B: {
      ...head('B'),
      unsaid: entries.filter(({ system }) => system.nationalSecurity === undefined).length,
      rows: entries.flatMap(({ system: { id, name, nationalSecurity: grounds } }) =>
        grounds?.candidate
          ? [{ system: id, name, basis: grounds.basis ?? null, state: grounds.state ?? null }]
          : [],
      ),
    },
    C: {
      ...head('C'),
      rows: entries.map(({ system: { id, name, regulationCompliance: found } }) => ({
        system: id,
        name,
        checked_on: found?.checkedOn ?? null,
        nonconformities: found?.nonconformities ?? null,
        fixed: found?.fixed ?? null,
        conclusion: found?.conclusion ?? null,
      })),
    },
    D: {
      ...head('D'),
      unanswered: entries
        .filter((entry) => answered(entry).length === 0)
        .map(({ system: { id, name } }) => ({ system: id, name })),
      rows: entries.flatMap((entry) => answered(entry).map((item) => requirementRow(entry, item))),
    },
  };
}

/** Each operating unit that a system names, or that the inventories describe, with what the first of them says of it. */
function operatingUnits(entries: readonly SystemEntry[]): readonly OperatingUnitRow[] {
  const inventories = [...new Set(entries.map(({ agency }) => agency.inventory))];
  const described = inventories.flatMap((each) => each?.organisation?.operatingUnits ?? []);
  const units = new Map<string, OperatingUnit>();
  for (const unit of described) {
    const known = units.get(nameKey(unit.name));
    units.set(nameKey(unit.name), { ...unit, ...known });
  }
  const systems = new Map<string, string[]>();
  for (const { system } of entries) {
    const { operatingUnit: name } = system;
    if (name === undefined) continue;
    const key = nameKey(name);
    if (!units.has(key)) units.set(key, { name });
    systems.set(key, [...(systems.get(key) ?? []), system.name]);
  }
  return [...units].map(([key, unit]) => ({
    name: unit.name,
    mandate_document: unit.mandateDocument ?? null,
    head: unit.head ?? null,
    address: unit.address ?? null,
    contact: unit.contact ?? null,
    systems: systems.get(key) ?? [],
  }));
}

/** The mandatory requirements of a system, as soon as one of them is answered. */
function answered({ judgement }: SystemEntry): readonly RequirementItem[] {
  const items = (judgement?.requirements?.items ?? []).filter(
    ({ requirement }) => !requirement.optional,
  );
  return items.some((item) => item.self || item.inspection) ? items : [];
}

function requirementRow({ system }: SystemEntry, item: RequirementItem): RequirementRow {
  const { requirement, state, self, inspection } = item;
  return {
    system: system.id,
    name: system.name,
    requirement: requirement.id,
    title: requirement.title,
    state,
    due: inspection?.due ?? self?.due ?? null,
    responsible: inspection?.responsible ?? self?.responsible ?? null,
  };
}

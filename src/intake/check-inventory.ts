import type { Declarations } from '../conditions/declarations.js';
import type { ParsedDocument } from '../documents/document.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import { parseInstant } from '../domain/instants.js';
import type { InformationSystem } from '../domain/systems.js';
import { message } from '../messages/catalogue.js';
import { checkFacts } from './check-facts.js';
import type { Inventory } from './inventory.js';
import { placeText, remarkAt } from './problem.js';

/**
 * What is wrong with one inventory beyond its schema and without looking at other files: ids given twice, dates that
 * can't go together, and, when declarations are given, facts that they don't allow. Never throws.
 */
export function checkInventory(
  inventory: Inventory,
  document: ParsedDocument,
  declarations: Declarations | undefined,
): Diagnostic[] {
  return [
    ...repeats(document, '/systems', inventory.systems, 'inventory.duplicate_system'),
    ...repeatedReports(inventory, document),
    ...lateExports(inventory, document),
    ...inventory.systems.flatMap((system) => [
      ...repeats(
        document,
        `${system.at.pointer}/components`,
        system.components,
        'inventory.duplicate_component',
      ),
      ...repeats(
        document,
        `${system.at.pointer}/incidents`,
        system.incidents,
        'inventory.duplicate_incident',
      ),
      ...contradictingDates(system, document),
      ...incidentMoments(system, document),
      ...(declarations ? systemFacts(system, document, declarations) : []),
    ]),
  ];
}

function repeats(
  document: ParsedDocument,
  pointer: string,
  records: readonly { readonly id: string }[],
  key:
    | 'inventory.duplicate_system'
    | 'inventory.duplicate_component'
    | 'inventory.duplicate_incident',
): Diagnostic[] {
  const firsts = new Map<string, string>();
  return records.flatMap(({ id }, i) => {
    const place = `${pointer}/${i}/id`;
    const first = firsts.get(id);
    if (first === undefined) {
      firsts.set(id, place);
      return [];
    }
    const found = message(key, { id, other: placeText(document, first) });
    return [remarkAt(document, place, 'error', found, message('inventory.duplicate.hint'))];
  });
}

function repeatedReports({ endpointReports }: Inventory, document: ParsedDocument): Diagnostic[] {
  const seen = new Set<string>();
  return endpointReports.flatMap(({ file, at }) => {
    if (!seen.has(file)) {
      seen.add(file);
      return [];
    }
    const found = message('inventory.duplicate_report', { file });
    const hint = message('inventory.duplicate_report.hint');
    return [remarkAt(document, `${at.pointer}/file`, 'error', found, hint)];
  });
}

function lateExports(
  { endpointReports, submittedOn }: Inventory,
  document: ParsedDocument,
): Diagnostic[] {
  return endpointReports
    .filter(({ exportedOn }) => submittedOn !== undefined && exportedOn > submittedOn)
    .map(({ exportedOn, at }) =>
      remarkAt(
        document,
        `${at.pointer}/exported_on`,
        'warning',
        message('inventory.export_after_submission', {
          exported: exportedOn,
          submitted: submittedOn ?? '',
        }),
        message('inventory.dates.hint'),
      ),
    );
}

/** Pairs of dates that no real course of events gives. Only warned of: each of the two may be the slip. */
function contradictingDates(system: InformationSystem, document: ParsedDocument): Diagnostic[] {
  const { approval, dossier, delegation, at } = system;
  const decided = approval?.date;
  if (decided === undefined) return [];
  const place = `${at.pointer}/approval/date`;
  const found: Diagnostic[] = [];
  const appraised = dossier?.appraisal?.date;
  const warn = (text: Diagnostic['message']): void => {
    found.push(remarkAt(document, place, 'warning', text, message('inventory.dates.hint')));
  };
  if (appraised !== undefined && decided < appraised) {
    warn(message('inventory.approval_before_appraisal', { decided, appraised }));
  }
  if (delegation?.until !== undefined && delegation.until < decided) {
    warn(message('inventory.delegation_ended', { decided, until: delegation.until }));
  }
  return found;
}

/** Moments that no clock shows, and reports that come before what they report. */
function incidentMoments(
  { incidents, at }: InformationSystem,
  document: ParsedDocument,
): Diagnostic[] {
  return incidents.flatMap((incident, i) => {
    const { detectedAt, firstNoticeAt, resultReportedAt } = incident;
    const detected = parseInstant(detectedAt);
    const moments = [
      ['detected_at', detectedAt],
      ['first_notice_at', firstNoticeAt],
      ['result_reported_at', resultReportedAt],
    ] as const;
    return moments.flatMap(([key, moment]) => {
      if (moment === undefined) return [];
      const place = `${at.pointer}/incidents/${i}/${key}`;
      const value = parseInstant(moment);
      if (value === undefined) {
        const found = message('inventory.bad_instant', { key, found: moment });
        return [remarkAt(document, place, 'error', found, message('inventory.bad_instant.hint'))];
      }
      if (detected === undefined || value >= detected) return [];
      const found = message('inventory.reported_before_detected', { key });
      return [remarkAt(document, place, 'warning', found, message('inventory.dates.hint'))];
    });
  });
}

function systemFacts(
  { facts, components, at }: InformationSystem,
  document: ParsedDocument,
  declarations: Declarations,
): Diagnostic[] {
  return [
    ...checkFacts(document, `${at.pointer}/facts`, facts, declarations),
    ...components.flatMap((component, i) =>
      checkFacts(document, `${at.pointer}/components/${i}/facts`, component.facts, declarations),
    ),
  ];
}

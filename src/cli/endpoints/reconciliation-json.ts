import type { AgencyReconciliation, Reconciliation } from '../../audit/reconcile-endpoints.js';
import type { Language } from '../../domain/text.js';
import { type ListedMachine, machineLists, type SideCounts } from '../../fleet/reconcile.js';
import { formatMessage, localized } from '../../messages/format.js';
import { diagnosticJson } from '../diagnostics.js';

/** What only one side knows, for `--json`: whole lists, texts in one language, null for what isn't known. */
export function reconciliationJson(found: Reconciliation, language: Language) {
  return {
    as_of: found.asOf,
    stale_days: found.staleDays,
    agencies: found.agencies.map((each) => agencyJson(each, language)),
    diagnostics: found.diagnostics.map((each) => diagnosticJson(each, language)),
  };
}

function agencyJson(agency: AgencyReconciliation, language: Language) {
  const { endpoints, sides, merges } = agency;
  return {
    id: agency.id,
    name: agency.name,
    sources: agency.sources.map((each) => ({
      source: each.source,
      title: localized(each.title, language),
      role: each.role,
      side: each.register ? 'register' : 'console',
      files: each.files,
      rows: each.rows,
      refused: each.refused,
      newest: each.newest,
      exported_on: each.exportedOn,
      date: each.date,
    })),
    days_apart: endpoints.days_apart ?? null,
    overlap: agency.overlap,
    found: endpoints.found,
    in_scope: endpoints.in_scope,
    unreported: endpoints.unreported,
    declared: endpoints.declared,
    self_reported: endpoints.self_reported,
    excluded: endpoints.excluded,
    machines: sidesJson(sides.all),
    by_machine: sides.byMachine.map((each) => ({ machine: each.machine, ...sidesJson(each) })),
    coverage: { seen: sides.all.bothActive, of: sides.all.registerActive },
    estimate: agency.estimate,
    merges: {
      rows: merges.rows,
      machines: merges.machines,
      merged: merges.merged,
      repeated: merges.repeated,
      doubtful: merges.doubtful,
    },
    warnings: agency.warnings.map((each) => ({
      code: each.key,
      message: formatMessage(each, language),
    })),
    lists: Object.fromEntries(
      machineLists.map((list) => [list, agency.lists[list].map(machineJson)]),
    ),
  };
}

function sidesJson(counts: SideCounts) {
  return {
    found: counts.found,
    out_of_scope: counts.outOfScope,
    register: counts.register,
    register_active: counts.registerActive,
    register_stale: counts.register - counts.registerActive,
    console: counts.console,
    both: counts.both,
    only_register: counts.onlyRegister,
    only_console: counts.onlyConsole,
    stale: counts.stale,
  };
}

function machineJson({ id, name, machine, sources, lastSeen, stale, exclusion }: ListedMachine) {
  return { id, name, machine, sources, last_seen: lastSeen, stale, exclusion };
}

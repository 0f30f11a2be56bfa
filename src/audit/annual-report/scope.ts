import type { InformationSystem } from '../../domain/systems.js';
import type { DataPeriod } from './period.js';
import { nameKey } from './same-name.js';
import type { AnnualReportOptions, ReportingAgency, SystemJudgement } from './source.js';

/** A system that may be reported, with whose inventory says so. */
export interface SystemEntry {
  readonly agency: ReportingAgency;
  readonly system: InformationSystem;
  readonly judgement: SystemJudgement | undefined;
  /** As the system says, else its agency's inventory; null = nobody says. */
  readonly owner: string | null;
}

export interface ReportScope {
  /** One for each system, in the order of the agencies and their inventories. */
  readonly entries: readonly SystemEntry[];
  /** Entries of the same id, of which at most one is among `entries`. */
  readonly duplicates: readonly (readonly SystemEntry[])[];
  /** Retired systems without a date: nobody can tell whether they belong here, so they don't. */
  readonly retiredUndated: readonly SystemEntry[];
}

/**
 * The systems under management: all that aren't retired, and those retired within the data period or after it, which were
 * still there on its last day. Of several entries of one id the owner's own counts, else the first.
 */
export function reportScope(
  agencies: readonly ReportingAgency[],
  period: DataPeriod,
  { owner, agency }: Pick<AnnualReportOptions, 'owner' | 'agency'>,
): ReportScope {
  const ownerKey = owner === undefined ? undefined : nameKey(owner);
  const wanted = (entry: SystemEntry): boolean =>
    (agency === undefined || entry.agency.id === agency) &&
    (ownerKey === undefined || (entry.owner !== null && nameKey(entry.owner) === ownerKey));
  const all = agencies.flatMap(entriesOf);
  const undated = all.filter(({ system }) => system.lifecycle === 'retired' && !system.retiredOn);
  const counted = all.filter(
    ({ system: { lifecycle, retiredOn } }) =>
      lifecycle !== 'retired' || (retiredOn !== undefined && retiredOn >= period.start),
  );
  const groups = groupById(counted);
  return {
    entries: groups
      .flatMap((group) => {
        const candidates = agency === undefined ? group : group.filter(wanted);
        return candidates.find(isOwners) ?? candidates[0] ?? [];
      })
      .filter(wanted),
    duplicates: groups.filter((group) => group.length > 1 && group.some(wanted)),
    retiredUndated: undated.filter(wanted),
  };
}

/** The owner's name as a system says it, else its agency's inventory. */
function entriesOf(agency: ReportingAgency): SystemEntry[] {
  const { inventory, judged } = agency;
  return (inventory?.systems ?? []).map((system) => ({
    agency,
    system,
    judgement: judged.get(system),
    owner: system.owner?.name ?? inventory?.organisation?.owner?.name ?? null,
  }));
}

function isOwners({ system, agency }: SystemEntry): boolean {
  return system.owner?.agency === agency.id;
}

function groupById(entries: readonly SystemEntry[]): readonly (readonly SystemEntry[])[] {
  const groups = new Map<string, SystemEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.system.id);
    if (group) group.push(entry);
    else groups.set(entry.system.id, [entry]);
  }
  return [...groups.values()];
}

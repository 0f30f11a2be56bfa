import type { Finding } from '../domain/rules.js';
import { findingId } from '../domain/rules.js';
import type { FleetResult } from '../fleet/judge-fleet.js';
import { message } from '../messages/catalogue.js';
import { outcomeFact } from '../packs/judge-endpoint.js';
import type { EndpointChecks, EndpointSignal } from '../packs/types.js';
import type { RequirementItem } from '../systems/judge-requirements.js';
import { idList } from '../systems/requirement-findings.js';
import { bothLanguages, systemSubject } from '../systems/system-finding.js';
import type { JudgedSystem } from './read-province.js';

/** What one agency's endpoint reports say about a signal: machines in scope, at least, that fail one of its checks. */
export interface SignalCount {
  readonly signal: EndpointSignal;
  readonly failing: number;
  readonly checked: number;
}

/**
 * An agency's signals, by id; one that no machine answers is left out. A machine that fails two checks of a signal is
 * counted once at most: the number is the largest of the checks', a lower bound of the machines.
 */
export function signalCounts(
  fleet: FleetResult,
  agency: string,
  { signals = [] }: Pick<EndpointChecks, 'signals'>,
): ReadonlyMap<string, SignalCount> {
  const row = fleet.checks.find((each) => each['agency'] === agency);
  if (!row) return new Map();
  const count = (check: string, outcome: string) => Number(row[`${outcomeFact(check)}_${outcome}`]);
  const counts = signals.map((signal) => ({
    signal,
    failing: Math.max(...signal.checks.map((check) => count(check, 'fail'))),
    checked: Math.max(...signal.checks.map((check) => count(check, 'fail') + count(check, 'pass'))),
  }));
  return new Map(
    counts.filter(({ checked }) => checked > 0).map((each) => [each.signal.id, each] as const),
  );
}

/** Requirements that the agency itself says are met although its endpoint reports show machines that fail. */
export function contradicted(
  items: readonly RequirementItem[],
  signals: ReadonlyMap<string, SignalCount>,
): readonly RequirementItem[] {
  return items.filter(
    ({ state, requirement, inspection }) =>
      state === 'met' &&
      inspection?.answer !== 'met' &&
      (signals.get(requirement.endpointSignal ?? '')?.failing ?? 0) > 0,
  );
}

/**
 * One finding for each signal that speaks against a system's self-assessment. The answers stand: an agency's machine need
 * not be one of this system's, so a report can throw doubt on an answer but not overrule it.
 */
export function contradictionFindings(
  { system, result: { requirements } }: JudgedSystem,
  signals: ReadonlyMap<string, SignalCount>,
): readonly Finding[] {
  if (requirements?.use !== 'audit') return [];
  const doubtful = contradicted(requirements.items, signals);
  const subject = systemSubject(system);
  return [...signals.values()].flatMap(({ signal, failing, checked }): Finding[] => {
    const items = doubtful.filter(({ requirement }) => requirement.endpointSignal === signal.id);
    if (items.length === 0) return [];
    const rule = 'requirements-contradicted';
    return [
      {
        id: `${findingId(rule, subject)}:${signal.id}`,
        rule,
        subject,
        outcome: 'unknown',
        severity: 'medium',
        citations: items.slice(0, 3).map(({ requirement }) => ({
          text: `TCVN 14423:2026, mục ${requirement.clause}`,
          certainty: requirement.certainty,
        })),
        message: message('system.finding.requirements_contradicted', {
          ids: idList(items.map(({ requirement }) => requirement.id)),
          failing,
          checked,
          signal: signal.title,
        }),
        evidence: items
          .slice(0, 3)
          .flatMap(({ self }) =>
            self ? [{ path: self.at.path, row: self.at.line, pointer: self.at.pointer }] : [],
          ),
        remediation: bothLanguages('system.remediation.requirements_contradicted'),
        due: null,
      },
    ];
  });
}

import {
  type Citation,
  type Evidence,
  type Finding,
  findingId,
  type Subject,
} from '../domain/rules.js';
import type { InformationSystem } from '../domain/systems.js';
import type { LocalizedText, Message } from '../domain/text.js';
import type { MessageKey } from '../messages/catalogue.js';
import { text } from '../messages/format.js';

/**
 * Rules of the program's own on one system, beside those of the packs, with the key of their title. Their findings come
 * from how a level is worked out, not from a pack's condition.
 */
export const ownRules = {
  'level-open': 'system.rule.level_open',
  'level-gates': 'system.rule.level_gates',
  'level-facts': 'system.rule.level_facts',
  'level-no-pack': 'system.rule.level_no_pack',
  'level-error': 'system.rule.level_error',
  'approval-no-pack': 'system.rule.approval_no_pack',
  'standing-no-pack': 'system.rule.standing_no_pack',
  'level-kept': 'system.rule.level_kept',
  'requirements-open': 'system.rule.requirements_open',
  'requirements-differ': 'system.rule.requirements_differ',
  'requirements-contradicted': 'system.rule.requirements_contradicted',
  'checklist-unused': 'system.rule.checklist_unused',
} as const satisfies Readonly<Record<string, MessageKey>>;

/** A finding on a system, without what follows from the system itself. */
export interface SystemFinding {
  readonly rule: string;
  readonly outcome: Finding['outcome'];
  readonly severity: Finding['severity'];
  readonly citations: readonly Citation[];
  readonly message: Message;
  /** What decided, each with the part of the entry that says it; the entry as a whole when empty. */
  readonly notes: readonly { readonly pointer?: string; readonly note: Message }[];
  readonly remediation: LocalizedText | null;
}

/** The finding with its subject, its stable id and its places in the inventory. */
export function systemFinding(system: InformationSystem, found: SystemFinding): Finding {
  const { rule, outcome, severity, citations, message, notes, remediation } = found;
  const subject = systemSubject(system);
  const { path, line, pointer } = system.at;
  const place: Evidence = { path, row: line, pointer };
  const evidence = notes.map(
    ({ pointer: below = '', note }): Evidence => ({ ...place, pointer: pointer + below, note }),
  );
  return {
    id: findingId(rule, subject),
    rule,
    subject,
    outcome,
    severity,
    citations,
    message,
    evidence: evidence.length > 0 ? evidence : [place],
    remediation,
    due: null,
  };
}

/** A system as the subject of a finding. */
export function systemSubject({ id, name, agency }: InformationSystem): Subject {
  return { kind: 'system', id, name, agency };
}

/** A catalogue text without parameters, as a text of both languages. */
export function bothLanguages(key: MessageKey): LocalizedText {
  return { vi: text(key, 'vi'), en: text(key, 'en') };
}

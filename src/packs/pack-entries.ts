import type { Condition } from '../conditions/condition.js';
import { factsNeeded } from '../conditions/facts-needed.js';
import type { FactDeclaration } from '../domain/facts.js';
import type { Certainty, Level, Severity } from '../domain/rules.js';
import type { LocalizedText, Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { levelProposed } from './computed-facts.js';
import { outcomeDeclarations } from './judge-endpoint.js';
import { obligationEntries } from './obligation-entries.js';
import type { ClassificationFact, Parameter, Rule, RulePack, Target } from './types.js';

/** What an id of a pack may stand for. */
export type EntryKind =
  | 'criterion'
  | 'gate'
  | 'harm_row'
  | 'adjustment'
  | 'procedure_flag'
  | 'flag'
  | 'advisory'
  | 'rule'
  | 'check'
  | 'verdict_step'
  | 'target'
  | 'transition_case'
  | 'obligation'
  | 'parameter'
  | 'fact'
  | 'note';

/** The facts that a condition is about: each part of a pack declares its own. */
export type FactScope = 'classification' | 'approval' | 'endpoint' | 'obligation' | 'transition';

export interface EntryCondition {
  readonly role: 'applies_when' | 'condition' | 'warn_when' | 'ask_when' | 'done_when';
  readonly condition: Condition;
}

/** One thing of a pack that has an id, with everything that can be said about it. */
export interface PackEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly title: Message;
  /** `certainty` null: the pack gives a place but doesn't say how sure it is. */
  readonly citations: readonly { readonly text: string; readonly certainty: Certainty | null }[];
  readonly level?: Level;
  readonly severity?: Severity | 'block' | 'review';
  readonly certainty?: Certainty;
  readonly scope?: FactScope;
  readonly conditions: readonly EntryCondition[];
  /** Explanations and messages of the pack, in the order to be read. */
  readonly texts: readonly Message[];
  readonly remediation?: LocalizedText;
  readonly fact?: ClassificationFact;
  readonly parameter?: Parameter;
  readonly target?: Target;
}

/** Everything with an id in a pack, in the order of its parts. */
export function packEntries(pack: RulePack): readonly PackEntry[] {
  return [
    ...classificationEntries(pack),
    ...approvalEntries(pack),
    ...endpointEntries(pack),
    ...(pack.targets ?? []).map((target) => ({
      ...entry(target.id, 'target', target.title),
      citations: target.citations,
      texts: said(target.note),
      target,
    })),
    ...transitionEntries(pack),
    ...obligationEntries(pack),
    ...pack.notes.map((note) => ({
      ...entry(note.id, 'note', note.text),
      certainty: note.certainty,
    })),
  ];
}

/** The entries whose conditions ask about a fact of the same part of the pack. */
export function askers(entries: readonly PackEntry[], fact: PackEntry): readonly PackEntry[] {
  return entries.filter(
    (each) =>
      each.scope === fact.scope &&
      each.conditions.some(({ condition }) => factsNeeded(condition).includes(fact.id)),
  );
}

/** The facts that conditions of one part of a pack may ask about, computed ones included. */
export function factsInScope(pack: RulePack, scope: FactScope): readonly FactDeclaration[] {
  if (scope === 'approval') return pack.approval?.facts ?? [];
  if (scope === 'transition') return pack.transition?.facts ?? [];
  if (scope === 'obligation') return pack.obligations?.facts ?? [];
  if (scope === 'endpoint') {
    const part = pack.endpointChecks;
    return part ? [...part.facts, ...outcomeDeclarations(part.checks)] : [];
  }
  return [...(pack.classification?.facts ?? []), levelProposed];
}

function entry(id: string, kind: EntryKind, title: LocalizedText, citation?: string): PackEntry {
  return {
    id,
    kind,
    title: packText(title),
    citations: citation === undefined ? [] : [{ text: citation, certainty: null }],
    conditions: [],
    texts: [],
  };
}

function packText(text: LocalizedText): Message {
  return message('finding.pack_text', { text });
}

function said(...texts: readonly (LocalizedText | undefined)[]): readonly Message[] {
  return texts.flatMap((each) => (each ? [packText(each)] : []));
}

function when(role: EntryCondition['role'], condition: Condition | undefined): EntryCondition[] {
  return condition ? [{ role, condition }] : [];
}

function classificationEntries({ classification: table }: RulePack): readonly PackEntry[] {
  if (!table) return [];
  const scope = 'classification' as const;
  return [
    ...table.facts.map((fact) => factEntry(fact, scope)),
    ...table.gates.map((gate) => ({
      ...entry(gate.id, 'gate', gate.message),
      citations: [{ text: gate.citation, certainty: 'text' as const }],
      scope,
      conditions: when('condition', gate.condition),
    })),
    ...table.criteria.map((criterion) => ({
      ...entry(criterion.id, 'criterion', criterion.title),
      citations: [{ text: criterion.citation, certainty: criterion.certainty }],
      level: criterion.level,
      scope,
      conditions: when('condition', criterion.condition),
      texts: said(criterion.explanation),
    })),
    ...table.harmMatrix.rows.map((row) => ({
      ...entry(row.id, 'harm_row', table.harmMatrix.note, row.citation),
      level: row.level,
      scope,
      conditions: when('condition', row.condition),
    })),
    ...table.adjustments.map((adjustment) => ({
      ...entry(adjustment.id, 'adjustment', adjustment.explanation),
      citations: [{ text: adjustment.citation, certainty: adjustment.certainty }],
    })),
    ...table.procedureFlags.map((flag) => ({
      ...entry(
        flag.id,
        'procedure_flag',
        table.flags.find((each) => each.id === flag.flag)?.title ?? {
          vi: flag.flag,
          en: flag.flag,
        },
        flag.citation,
      ),
      scope,
      conditions: when('condition', flag.condition),
      texts: said(flag.note),
    })),
    ...table.flags.map((flag) => ({
      ...entry(flag.id, 'flag', flag.title, flag.citation),
      texts: said(flag.effect),
    })),
    ...table.advisories.map((advisory) => ({
      ...entry(advisory.id, 'advisory', advisory.message),
      severity: advisory.severity,
      scope,
      conditions: when('condition', advisory.condition),
      texts: advisory.whenComputed ? [message('explain.nothing_fits')] : [],
    })),
  ];
}

function approvalEntries({ approval }: RulePack): readonly PackEntry[] {
  if (!approval) return [];
  return [
    ...approval.facts.map((fact) => factEntry(fact, 'approval')),
    ...approval.rules.map((rule) => ruleEntry(rule, 'rule', 'approval')),
  ];
}

function transitionEntries({ transition }: RulePack): readonly PackEntry[] {
  return (transition?.cases ?? []).map((each) => ({
    ...entry(each.id, 'transition_case', each.title),
    citations: each.citations,
    scope: 'transition',
    conditions: when('condition', each.when),
    texts: said(each.note),
  }));
}

function endpointEntries({ endpointChecks: part }: RulePack): readonly PackEntry[] {
  if (!part) return [];
  return [
    ...part.parameters.map((parameter) => ({
      ...entry(parameter.id, 'parameter', parameter.title, parameter.citation),
      parameter,
    })),
    ...part.facts.map((fact) => factEntry(fact, 'endpoint')),
    ...part.checks.map((check) => {
      const rule = ruleEntry(check, 'check', 'endpoint');
      const texts = [...rule.texts, ...said(check.warning)];
      return {
        ...rule,
        conditions: [...rule.conditions, ...when('warn_when', check.warnWhen)],
        texts,
      };
    }),
    ...part.verdict.map((step) => ({
      ...entry(step.id, 'verdict_step', step.title, step.citation),
      scope: 'endpoint' as const,
      conditions: when('condition', step.when),
    })),
  ];
}

function ruleEntry(rule: Rule, kind: 'rule' | 'check', scope: FactScope): PackEntry {
  return {
    ...entry(rule.id, kind, rule.title),
    citations: rule.citations,
    severity: rule.severity,
    scope,
    conditions: [...when('applies_when', rule.appliesWhen), ...when('condition', rule.condition)],
    texts: said(rule.message.fail, rule.message.unknown),
    remediation: rule.remediation,
  };
}

function factEntry(fact: ClassificationFact, scope: FactScope): PackEntry {
  return {
    ...entry(fact.id, 'fact', fact.question, fact.citation),
    scope,
    conditions: when('ask_when', fact.askWhen),
    texts: said(fact.note),
    fact,
  };
}

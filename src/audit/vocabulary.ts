import type { Finding } from '../domain/rules.js';
import type { LocalizedText } from '../domain/text.js';
import type { MessageKey } from '../messages/catalogue.js';
import { formatMessage, text } from '../messages/format.js';
import { type EntryKind, packEntries } from '../packs/pack-entries.js';
import type { RulesInForce } from '../packs/read-packs.js';
import type { RulePack } from '../packs/types.js';
import { ownRules } from '../systems/system-finding.js';
import type { Vocabulary } from './assessment.js';
import { handInRules } from './hand-in-findings.js';

/** What findings and outcomes may be of. */
const ruleKinds: ReadonlySet<EntryKind> = new Set([
  'gate',
  'procedure_flag',
  'advisory',
  'rule',
  'check',
  'transition_case',
  'obligation',
]);

/** Those whose title says what must be so. */
const askingKinds: ReadonlySet<EntryKind> = new Set(['rule', 'check', 'obligation']);

/**
 * What the ids of an assessment stand for. Where two packs use the same id the one in force speaks; of requirements only
 * those that the findings name are kept.
 */
export function vocabulary(
  packs: readonly RulePack[],
  rules: RulesInForce,
  findings: readonly Finding[],
): Vocabulary {
  const ordered = [...rules.packs, ...packs.filter((pack) => !rules.packs.includes(pack))];
  const named = new Set(findings.map(({ rule }) => rule));
  const catalogues = ordered.flatMap(({ requirements }) => requirements?.levels ?? []);
  const groups = catalogues.flatMap((each) => each.groups);
  return {
    targets: firstOfEach(ordered.flatMap(({ targets }) => targets ?? [])).map(({ id, title }) => ({
      id,
      title,
    })),
    rules: firstOfEach([
      ...ordered
        .flatMap(packEntries)
        .filter(({ kind }) => ruleKinds.has(kind))
        .map(({ id, kind, title }) => ({ id, title: bound(title), asks: askingKinds.has(kind) })),
      ...Object.entries(ownRules).map(([id, key]) => ({
        id,
        title: ownTitle(key),
        asks: false,
      })),
      ...Object.entries(handInRules).map(([id, { title }]) => ({
        id,
        title: ownTitle(title),
        asks: false,
      })),
    ]),
    criteria: firstOfEach(
      ordered.flatMap(({ classification }) => classification?.criteria ?? []),
    ).map(({ id, level, title, citation, certainty }) => ({
      id,
      level,
      title,
      citation,
      certainty,
    })),
    requirements: firstOfEach(
      groups.flatMap(({ slug, requirements }) =>
        requirements
          .filter(({ id }) => named.has(id))
          .map(({ id, title, statement }) => ({ id, group: slug, title, statement })),
      ),
    ),
    groups: firstOfEach(groups.map(({ slug, title }) => ({ id: slug, title }))),
    facts: firstOfEach(
      ordered.flatMap((pack) =>
        (pack.classification?.facts ?? []).map((fact) => ({ ...fact, pack: pack.id })),
      ),
    ).map(({ id, type, itemType, values, unit, question, citation, pack }) => ({
      id,
      type,
      ...(itemType !== undefined && { item_type: itemType }),
      ...(values !== undefined && {
        values: values.map(({ value, label }) => ({ value, label })),
      }),
      ...(unit !== undefined && { unit }),
      question,
      ...(citation !== undefined && { citation }),
      pack,
    })),
  };
}

function firstOfEach<T extends { readonly id: string }>(items: readonly T[]): T[] {
  const found = new Map<string, T>();
  for (const item of items) if (!found.has(item.id)) found.set(item.id, item);
  return [...found.values()];
}

function bound(title: Parameters<typeof formatMessage>[0]): LocalizedText {
  return { vi: formatMessage(title, 'vi'), en: formatMessage(title, 'en') };
}

function ownTitle(key: MessageKey): LocalizedText {
  return { vi: text(key, 'vi'), en: text(key, 'en') };
}

import { handInRules } from '../audit/hand-in-findings.js';
import { exitCode } from '../domain/diagnostic.js';
import type { Message } from '../domain/text.js';
import { type MessageKey, message } from '../messages/catalogue.js';
import {
  atOtherLevels,
  catalogueIds,
  findGroups,
  findPoints,
  findRequirements,
  placedRequirements,
} from '../packs/find-requirements.js';
import { askers, type PackEntry, packEntries } from '../packs/pack-entries.js';
import type { RulePack } from '../packs/types.js';
import { ownRules } from '../systems/system-finding.js';
import type { CatalogueExplanation } from './requirement-explanation.js';

/**
 * Something that `explain` can explain: an entry of a pack, something of its catalogues, a rule of the program's own, or
 * an exit code.
 */
export type Explanation =
  | CatalogueExplanation
  | {
      readonly kind: 'pack_entry';
      readonly pack: RulePack;
      readonly entry: PackEntry;
      /** For a fact: the entries whose conditions ask it. */
      readonly askedBy: readonly PackEntry[];
    }
  | {
      readonly kind: 'own_rule';
      readonly id: string;
      readonly title: Message;
      readonly remediation: Message | null;
    }
  | {
      readonly kind: 'exit_code';
      readonly id: string;
      readonly title: Message;
      readonly remediation: Message;
    };

/**
 * Everything of that id, whatever its case, packs first and in their order; empty when there is nothing. What catalogues
 * hold is found only in packs that were read with them.
 */
export function findExplanations(id: string, packs: readonly RulePack[]): readonly Explanation[] {
  const wanted = id.normalize('NFC').toLowerCase();
  const fromPacks = packs.flatMap((pack): Explanation[] => {
    const entries = packEntries(pack);
    return entries
      .filter((entry) => entry.id.toLowerCase() === wanted)
      .map((entry) => ({
        kind: 'pack_entry',
        pack,
        entry,
        askedBy: entry.kind === 'fact' ? askers(entries, entry) : [],
      }));
  });
  const others = [...programRules(), ...exitCodes()];
  return [
    ...fromPacks,
    ...fromCatalogues(id, packs),
    ...others.filter((each) => each.id.toLowerCase() === wanted),
  ];
}

function fromCatalogues(id: string, packs: readonly RulePack[]): readonly CatalogueExplanation[] {
  const all = placedRequirements(packs);
  return [
    ...findRequirements(id, packs).map((placed) => ({
      kind: 'requirement' as const,
      placed,
      elsewhere: atOtherLevels(placed, all),
    })),
    ...findGroups(id, packs).map((placed) => ({ kind: 'requirement_group' as const, placed })),
    ...findPoints(id, packs).map((placed) => ({
      kind: 'mapping_point' as const,
      placed,
      served: all.filter(
        ({ pack, requirement }) =>
          pack.id === placed.pack.id && requirement.points.includes(placed.point.id),
      ).length,
    })),
  ];
}

/** Every id that can be explained, each once. */
export function explainableIds(packs: readonly RulePack[]): readonly string[] {
  return [
    ...new Set([
      ...packs.flatMap((pack) => packEntries(pack).map((entry) => entry.id)),
      ...catalogueIds(packs),
      ...programRules().map((each) => each.id),
      ...exitCodes().map((each) => each.id),
    ]),
  ];
}

type OtherExplanation = Extract<Explanation, { readonly kind: 'own_rule' | 'exit_code' }>;

/** Rules that no pack states: how the program tells that facts, packs or hand-ins are missing or wrong. */
function programRules(): readonly OtherExplanation[] {
  const plain = (key: MessageKey): Message => ({ key, params: {} });
  return [
    ...Object.entries(handInRules).map(([id, rule]) => ({
      kind: 'own_rule' as const,
      id,
      title: plain(rule.title),
      remediation: plain(rule.remediation),
    })),
    ...Object.entries(ownRules).map(([id, title]) => ({
      kind: 'own_rule' as const,
      id,
      title: plain(title),
      remediation: null,
    })),
  ];
}

function exitCodes(): readonly OtherExplanation[] {
  return Object.values(exitCode).map((code) => ({
    kind: 'exit_code',
    id: String(code),
    title: message(`help.exit.${code}`),
    remediation: message(`explain.exit.${code}`),
  }));
}

import { isDeepStrictEqual } from 'node:util';
import { compareIds } from '../domain/order.js';
import type { LocalizedText } from '../domain/text.js';
import { type CatalogueDiff, diffRequirements } from './diff-requirements.js';
import type { RulePack } from './types.js';

/** What has changed from one pack to another, usually two editions of one body of rules. */
export interface PackDiff {
  readonly from: PackEdition;
  readonly to: PackEdition;
  /** Parts that at least one of them has, in the packs' own order. */
  readonly parts: readonly PartDiff[];
  /** By level; annexes last. Empty unless the packs were read with their catalogues. */
  readonly requirements: readonly CatalogueDiff[];
}

export interface PackEdition {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
  readonly title: LocalizedText;
}

export type DiffPart = keyof typeof parts;

export interface PartDiff {
  readonly part: DiffPart;
  readonly unchanged: number;
  readonly added: readonly DiffItem[];
  readonly removed: readonly DiffItem[];
  readonly changed: readonly (DiffItem & { readonly changes: readonly FieldChange[] })[];
}

export interface DiffItem {
  readonly id: string;
  readonly title: LocalizedText | null;
}

/** A member of an item that differs; undefined on the side that lacks it. */
export interface FieldChange {
  /** As in the code: `condition`, `level`, `citations` … */
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

interface Item {
  readonly id: string;
}

/** The lists of a pack whose items have ids. A list that a pack lacks is empty. */
const parts = {
  instruments: (pack) => pack.instruments,
  facts: (pack) => pack.classification?.facts,
  gates: (pack) => pack.classification?.gates,
  criteria: (pack) => pack.classification?.criteria,
  harm_rows: (pack) => pack.classification?.harmMatrix.rows,
  adjustments: (pack) => pack.classification?.adjustments,
  procedure_flags: (pack) => pack.classification?.procedureFlags,
  flags: (pack) => pack.classification?.flags,
  advisories: (pack) => pack.classification?.advisories,
  procedure_levels: (pack) =>
    pack.classification?.procedure.levels.map((each) => ({ ...each, id: String(each.level) })),
  approval_facts: (pack) => pack.approval?.facts,
  rules: (pack) => pack.approval?.rules,
  obligations: (pack) => pack.obligations?.obligations,
  transition_cases: (pack) => pack.transition?.cases,
  parameters: (pack) => pack.endpointChecks?.parameters,
  endpoint_facts: (pack) => pack.endpointChecks?.facts,
  checks: (pack) => pack.endpointChecks?.checks,
  verdict_steps: (pack) => pack.endpointChecks?.verdict,
  targets: (pack) => pack.targets,
  notes: (pack) => pack.notes,
} as const satisfies Readonly<Record<string, (pack: RulePack) => readonly Item[] | undefined>>;

/** Compares two packs by the ids of what they hold. Pure; the order of items inside a list is no difference. */
export function diffPacks(from: RulePack, to: RulePack): PackDiff {
  return {
    from: edition(from),
    to: edition(to),
    parts: (Object.keys(parts) as DiffPart[]).flatMap((part) => {
      const [before, after] = [parts[part](from), parts[part](to)];
      const found = diffItems(part, before ?? [], after ?? []);
      return (before?.length ?? 0) + (after?.length ?? 0) === 0 ? [] : [found];
    }),
    requirements: diffRequirements(from.requirements, to.requirements),
  };
}

function edition({ id, version, digest, title }: RulePack): PackEdition {
  return { id, version, digest, title };
}

function diffItems(part: DiffPart, before: readonly Item[], after: readonly Item[]): PartDiff {
  const earlier = new Map(before.map((each) => [each.id, each]));
  const later = new Map(after.map((each) => [each.id, each]));
  const pairs = [...earlier.values()].flatMap((each) => {
    const other = later.get(each.id);
    return other ? [{ item: other, changes: changes(each, other) }] : [];
  });
  return {
    part,
    unchanged: pairs.filter((pair) => pair.changes.length === 0).length,
    added: inOrder(after.filter(({ id }) => !earlier.has(id)).map(named)),
    removed: inOrder(before.filter(({ id }) => !later.has(id)).map(named)),
    changed: inOrder(
      pairs
        .filter((pair) => pair.changes.length > 0)
        .map((pair) => ({ ...named(pair.item), changes: pair.changes })),
    ),
  };
}

function changes(before: Item, after: Item): readonly FieldChange[] {
  const [a, b] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((field) => !isDeepStrictEqual(a.get(field), b.get(field)))
    .map((field) => ({ field, from: a.get(field), to: b.get(field) }));
}

/** Whatever an item calls its name: facts have a question, notes a text, gates and advisories a message. */
const titleFields = ['title', 'question', 'text', 'message', 'explanation'];

function named(item: Item): DiffItem {
  const members = new Map(Object.entries(item));
  const title = titleFields.map((field) => members.get(field)).find(isText) ?? null;
  return { id: item.id, title };
}

/** A text in both languages. */
export function isText(value: unknown): value is LocalizedText {
  return typeof value === 'object' && value !== null && 'vi' in value && 'en' in value;
}

function inOrder<Each extends Item>(items: readonly Each[]): readonly Each[] {
  return [...items].sort((a, b) => compareIds(a.id, b.id));
}

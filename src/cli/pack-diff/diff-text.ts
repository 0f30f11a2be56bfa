import type { Language, Message } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { formatMessage, localized, text } from '../../messages/format.js';
import type { FieldChange, PackDiff, PartDiff } from '../../packs/diff-packs.js';
import type { CatalogueDiff } from '../../packs/diff-requirements.js';
import type { RulePack } from '../../packs/types.js';
import { type Styles, safe } from '../print.js';
import { paragraph, tableText } from '../table.js';
import { fieldLines, fieldName } from './field-text.js';
import { catalogueName, catalogueText } from './requirements-text.js';

/** The two packs that a diff is of: conditions are put into words by their facts. */
export interface DiffedPacks {
  readonly from: RulePack;
  readonly to: RulePack;
}

export interface DiffTextOptions {
  readonly language: Language;
  readonly width: number;
  readonly styles: Styles;
  /** List the requirements even where two standards have none in common. */
  readonly whole: boolean;
}

/** What has changed, for a terminal: counts first, then every change; what is unchanged is only counted. */
export function packDiffText(
  diff: PackDiff,
  packs: DiffedPacks,
  { language, width, styles, whole }: DiffTextOptions,
): string {
  const room = Math.min(width, 100);
  const line = (said: Message) => paragraph(formatMessage(said, language), room, '');
  const { from, to, requirements } = diff;
  return [
    styles.heading(safe(`${from.id} ${from.version} → ${to.id} ${to.version}`)),
    '',
    countTable(diff, language, room, styles),
    ...(requirements.length === 0 ? [] : ['', line(message('diff.answers'))]),
    ...unlisted(requirements, whole).flatMap((each) => ['', line(each)]),
    ...diff.parts.flatMap((part) => partText(part, packs, language, room, styles)),
    ...requirements.flatMap((each) =>
      isListed(each, whole) ? catalogueText(each, language, room, styles) : [],
    ),
  ].join('\n');
}

/** Listed one by one: what both packs have, in editions of one standard; everything where a level is asked for. */
function isListed({ comparable, from, to }: CatalogueDiff, whole: boolean): boolean {
  return whole || (comparable && from !== null && to !== null);
}

/** Why catalogues are counted only: two standards have nothing in common. One sentence for all levels alike. */
function unlisted(requirements: readonly CatalogueDiff[], whole: boolean): readonly Message[] {
  const levels = new Map<string, { from: string; to: string; levels: number[] }>();
  for (const { from, to, comparable, annex, level } of requirements) {
    if (comparable || !from || !to || annex) continue;
    const key = `${from.standard} ${to.standard}`;
    const known = levels.get(key) ?? { from: from.standard, to: to.standard, levels: [] };
    known.levels.push(level);
    levels.set(key, known);
  }
  return [
    ...[...levels.values()].map((each) =>
      message('diff.other_standard', {
        levels: each.levels.join(', '),
        from: each.from,
        to: each.to,
      }),
    ),
    ...(requirements.some((each) => !isListed(each, whole)) ? [message('diff.unlisted')] : []),
  ];
}

function countTable(diff: PackDiff, language: Language, width: number, styles: Styles): string {
  const column = (key: 'unchanged' | 'moved' | 'changed' | 'added' | 'removed') => ({
    title: text(`diff.column.${key}`, language),
    align: 'right' as const,
  });
  const withCatalogues = diff.requirements.length > 0;
  const columns = [
    { title: text('diff.column.part', language), wrap: true },
    column('unchanged'),
    ...(withCatalogues ? [column('moved')] : []),
    column('changed'),
    column('added'),
    column('removed'),
  ];
  const count = (list: readonly unknown[]) => String(list.length);
  const rows = [
    ...diff.parts.map((part) => [
      text(`diff.part.${part.part}`, language),
      String(part.unchanged),
      ...(withCatalogues ? [''] : []),
      count(part.changed),
      count(part.added),
      count(part.removed),
    ]),
    ...diff.requirements.map((each) => [
      formatMessage(catalogueName(each), language),
      String(each.unchanged),
      count(each.moved),
      count(each.changed),
      count(each.added),
      count(each.removed),
    ]),
  ];
  return tableText(columns, rows, width, styles.heading);
}

function partText(
  part: PartDiff,
  packs: DiffedPacks,
  language: Language,
  width: number,
  styles: Styles,
): readonly string[] {
  const item = (mark: string, { id, title }: PartDiff['added'][number]) => {
    const said = title ? `${id}  ${localized(title, language)}` : id;
    return paragraph(said, width, '    ', `${mark} `);
  };
  const lines = [
    ...part.changed.flatMap((each) => [
      item('~', each),
      ...each.changes.flatMap((change) => changeLines(change, part, packs, language, width)),
    ]),
    ...part.added.map((each) => styles.good(item('+', each))),
    ...part.removed.map((each) => styles.bad(item('-', each))),
  ];
  if (lines.length === 0) return [];
  return ['', styles.heading(text(`diff.part.${part.part}`, language)), ...lines];
}

/** `cấp độ: 2 → 3` where both sides are short, otherwise one below the other. */
function changeLines(
  { field, from, to }: FieldChange,
  { part }: PartDiff,
  packs: DiffedPacks,
  language: Language,
  width: number,
): readonly string[] {
  const before = fieldLines(from, field, part, packs.from, language);
  const after = fieldLines(to, field, part, packs.to, language);
  const name = fieldName(field, language);
  const short = `${name}: ${before.join()} → ${after.join()}`;
  if (before.length === 1 && after.length === 1 && short.length <= shortChange) {
    return [paragraph(short, width, '      ', '    ')];
  }
  const block = (mark: string, texts: readonly string[]) =>
    texts.map((each, i) => {
      const depth = /^ */.exec(each)?.[0] ?? '';
      const indent = `        ${depth}`;
      return paragraph(each.trim(), width, indent, i === 0 ? `      ${mark} ` : indent);
    });
  return [paragraph(`${name}:`, width, '    '), ...block('-', before), ...block('+', after)];
}

/** Letters of a change that may stand on one line. */
const shortChange = 60;

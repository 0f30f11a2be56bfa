import { type IsoDate, isInForce } from '../domain/dates.js';
import type { Language, Message } from '../domain/text.js';
import { type MessageKey, message } from '../messages/catalogue.js';
import { formatMessage, localized, text } from '../messages/format.js';
import { type EntryKind, packEntries } from '../packs/pack-entries.js';
import type { RulePack } from '../packs/types.js';
import { certaintyWord, citationText, packCounts, packParts, periodTexts } from './pack-words.js';
import { type Styles, safe, show } from './print.js';
import { paragraph, tableText } from './table.js';

/** What people are told about one by one; facts, steps of the procedure and thresholds are only counted. */
const listed = [
  'criterion',
  'rule',
  'check',
  'target',
  'obligation',
] as const satisfies readonly EntryKind[];

/** What is in a pack, for `--json`: texts in one language. */
export function packJson(pack: RulePack, asOf: IsoDate, language: Language) {
  const entries = packEntries(pack);
  return {
    as_of: asOf,
    id: pack.id,
    version: pack.version,
    title: localized(pack.title, language),
    description: localized(pack.description, language),
    effective: pack.effective,
    in_force: isInForce(pack.effective, asOf),
    digest: pack.digest,
    parts: packParts(pack),
    instruments: pack.instruments.map((instrument) => ({
      id: instrument.id,
      number: instrument.number,
      kind: instrument.kind,
      title: localized(instrument.title, language),
      issued: instrument.issued ?? null,
      effective: instrument.effective ?? null,
      certainty: instrument.certainty ?? null,
    })),
    counts: {
      ...countKinds(pack),
      requirement: packCounts(pack).requirements,
      annex_requirement: packCounts(pack).annex_requirements,
    },
    catalogues: catalogues(pack).map(({ annex, catalogue, requirements }) => ({
      level: catalogue.level,
      annex,
      standard: catalogue.standard,
      section: catalogue.section,
      use: catalogue.use,
      groups: catalogue.groups.length,
      requirements: requirements.length,
      suggested: requirements.filter(({ optional }) => optional).length,
    })),
    entries: entries
      .filter(({ kind }) => (listed as readonly EntryKind[]).includes(kind))
      .map((entry) => ({
        id: entry.id,
        kind: entry.kind,
        level: entry.level ?? null,
        severity: entry.severity ?? null,
        title: formatMessage(entry.title, language),
        citations: entry.citations,
      })),
    notes: pack.notes.map((note) => ({
      id: note.id,
      certainty: note.certainty,
      text: localized(note.text, language),
    })),
  };
}

function countKinds(pack: RulePack): Readonly<Partial<Record<EntryKind, number>>> {
  const counts: Partial<Record<EntryKind, number>> = {};
  for (const { kind } of packEntries(pack)) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** What is in a pack, for a terminal of `width` columns. */
export function packText(
  pack: RulePack,
  asOf: IsoDate,
  language: Language,
  width: number,
  styles: Styles,
): string {
  const room = Math.min(width, 100);
  const inForce = isInForce(pack.effective, asOf);
  const word = text(inForce ? 'pack.in_force' : 'pack.not_in_force', language);
  const period = periodTexts(pack.effective, language).join(' ');
  const section = (key: MessageKey, body: string): readonly string[] =>
    body === '' ? [] : ['', styles.heading(text(key, language)), body];
  return [
    styles.heading(`${safe(pack.id)} ${safe(pack.version)}`),
    paragraph(localized(pack.title, language), room, ''),
    `${period} · ${(inForce ? styles.good : styles.caution)(word)}`,
    '',
    paragraph(localized(pack.description, language), room, ''),
    ...section('pack.heading.instruments', instruments(pack, language, room, styles)),
    ...section('pack.heading.counts', counts(pack, language, room)),
    ...listed.flatMap((kind) =>
      section(`pack.heading.${kind}`, entryTable(pack, kind, language, room, styles)),
    ),
    ...section('pack.heading.catalogues', catalogueTable(pack, language, room, styles)),
    ...section('pack.heading.notes', notes(pack, language, room)),
    '',
    paragraph(text('pack.more', language), room, ''),
  ].join('\n');
}

function instruments(pack: RulePack, language: Language, width: number, styles: Styles): string {
  const dated = pack.instruments.some(({ effective }) => effective);
  const columns = [
    { title: text('pack.column.number', language) },
    { title: text('pack.column.title', language), wrap: true },
    ...(dated ? [{ title: text('pack.column.period', language) }] : []),
    { title: text('pack.column.certainty', language), wrap: true },
  ];
  const rows = pack.instruments.map(({ number, title, effective, certainty }) => [
    number,
    localized(title, language),
    ...(dated ? [effective ? periodTexts(effective, language) : ''] : []),
    certainty ? formatMessage(certaintyWord(certainty), language) : '',
  ]);
  return tableText(columns, rows, width, styles.heading);
}

function counts(pack: RulePack, language: Language, width: number): string {
  const said = Object.entries(countKinds(pack)).map(([kind, count]) =>
    show(
      message('pack.count', { kind: message(`explain.kind.${kind as EntryKind}`), count }),
      language,
    ),
  );
  const { requirements, annex_requirements: ofAnnex } = packCounts(pack);
  const catalogued = [
    message('pack.count', { kind: message('explain.kind.requirement'), count: requirements }),
    message('pack.count_annex', { count: ofAnnex }),
  ].filter((_, i) => [requirements, ofAnnex][i] !== 0);
  return paragraph(
    [...said, ...catalogued.map((each) => show(each, language))].join('; '),
    width,
    '',
  );
}

function catalogues({ requirements }: RulePack) {
  return (['levels', 'annex'] as const).flatMap((key) =>
    (requirements?.[key] ?? []).map((catalogue) => ({
      annex: key === 'annex',
      catalogue,
      requirements: catalogue.groups.flatMap((group) => group.requirements),
    })),
  );
}

function catalogueTable(pack: RulePack, language: Language, width: number, styles: Styles): string {
  const all = catalogues(pack);
  if (all.length === 0) return '';
  const column = (key: 'catalogue' | 'standard' | 'section' | 'use') => ({
    title: text(`pack.column.${key}`, language),
  });
  const count = (key: 'groups' | 'requirements' | 'suggested') => ({
    title: text(`pack.column.${key}`, language),
    align: 'right' as const,
  });
  const columns = [
    { ...column('catalogue'), wrap: true },
    { ...column('standard'), wrap: true },
    column('section'),
    count('groups'),
    count('requirements'),
    count('suggested'),
    { ...column('use'), wrap: true },
  ];
  const rows = all.map(({ annex, catalogue, requirements }) => [
    formatMessage(
      message(annex ? 'pack.catalogue.annex' : 'pack.catalogue.level', { level: catalogue.level }),
      language,
    ),
    catalogue.standard,
    catalogue.section,
    String(catalogue.groups.length),
    String(requirements.length),
    String(requirements.filter(({ optional }) => optional).length),
    text(`pack.use.${catalogue.use}`, language),
  ]);
  return tableText(columns, rows, width, styles.heading);
}

function entryTable(
  pack: RulePack,
  kind: (typeof listed)[number],
  language: Language,
  width: number,
  styles: Styles,
): string {
  const entries = packEntries(pack).filter((entry) => entry.kind === kind);
  if (entries.length === 0) return '';
  const ofLevel = entries.some((entry) => entry.level !== undefined);
  const sorted = ofLevel ? [...entries].sort((a, b) => (a.level ?? 0) - (b.level ?? 0)) : entries;
  const mark = ({ level, severity, target }: (typeof entries)[number]): string => {
    if (target) return `${String(target.atLeastPercent)}%`;
    if (level !== undefined) return String(level);
    return severity ? formatMessage(severityWord(severity), language) : '';
  };
  const marks = {
    criterion: 'level',
    rule: 'severity',
    check: 'severity',
    target: 'at_least',
    obligation: 'severity',
  } as const;
  const columns = [
    { title: text('pack.column.id', language) },
    { title: text(`pack.column.${marks[kind]}`, language) },
    { title: text('pack.column.title', language), wrap: true },
    { title: text('pack.column.citation', language), wrap: true },
  ];
  const rows = sorted.map((entry) => [
    entry.id,
    mark(entry),
    formatMessage(entry.title, language),
    entry.citations.map((citation) => citationText(citation, language)),
  ]);
  return tableText(columns, rows, width, styles.heading);
}

/** A severity of a rule, or of an advisory, in words. */
export function severityWord(severity: string): Message {
  return severity === 'block' || severity === 'review'
    ? message(`explain.severity.${severity}`)
    : { key: `report.severity.${severity}`, params: {} };
}

function notes(pack: RulePack, language: Language, width: number): string {
  return pack.notes
    .map((note) => {
      const certainty = formatMessage(certaintyWord(note.certainty), language);
      const said = `${note.id} (${certainty}): ${localized(note.text, language)}`;
      return paragraph(said, width, '  ', '- ');
    })
    .join('\n');
}

import type { AnnualReport } from '../../audit/annual-report/report.js';
import { formatDate } from '../../domain/dates.js';
import type { Language } from '../../domain/text.js';
import { formatNumber } from '../../messages/format.js';
import type { Annex, Block, DocumentModel, TableBlock } from '../document.js';
import { officialFoot } from '../official/official-foot.js';
import { officialHead } from '../official/official-head.js';
import { heading, note, paragraph, type Speaker, speaker } from '../official/official-text.js';
import type { ReportLetterhead } from '../report-model.js';
import type { FormModel } from './form-model.js';
import type { FormCell, FormTable } from './form-table.js';
import { partyBlocks } from './party-blocks.js';

/** Tables that stand upright in the body; section 2 is written as lines, as the form has it. */
const inBody = ['summary', 'parties'];

/**
 * The annual report (Form 08, Decree 331/2026) as a document to be signed: head, sections 1 and 2, notes; section 3 with its
 * twelve columns, annexes A to D and the checks follow across the page. What no inventory says is a dotted blank.
 */
export function formDocument(
  model: FormModel,
  report: AnnualReport,
  letterhead: ReportLetterhead,
  language: Language,
): DocumentModel {
  const say = speaker(language);
  const { form, parameters } = report;
  const year = String(parameters.report_year);
  const subject = say('annual_report.paper.subject', { title: form.title, year });
  const issued = { letterhead, language, asOfDate: parameters.sent_on ?? parameters.as_of };
  const addressee = say('annual_report.addressee');
  return {
    id: 'annual-report',
    language,
    title: `${model.title} - ${model.subtitle}`,
    date: parameters.as_of,
    head: officialHead(issued, {
      documentType: say('annual_report.paper.type'),
      abbreviation: say('annual_report.paper.sign'),
      subject,
      marks: [
        say('annual_report.paper.form', { form: form.number }),
        model.subtitle,
        ...model.marks,
      ],
      addressees: form.addressees.map(({ text }) => text[language]),
      // Of one owner's report that owner is the issuing body, whoever draws it up.
      ...(parameters.owner !== null && {
        issuedBy: { superior: null, issuer: parameters.owner },
      }),
    }),
    body: [
      {
        kind: 'fields',
        items: model.head
          .filter(({ label }) => label !== addressee)
          .map(({ label, values }) => ({ label, value: values.join('; ') })),
      },
      ...(model.missing === null ? [] : [note(model.missing)]),
      ...model.tables.flatMap((table) => sectionBlocks(table, report, language, say)),
      heading(1, model.notesTitle),
      { kind: 'list', ordered: false, items: model.notes },
    ],
    foot: officialFoot(issued),
    annexes: model.tables
      .filter(({ id }) => !inBody.includes(id))
      .map((table) => annexOf(table, language)),
  };
}

/** What the body has of a table: all of it, its lines, or where it stands; nothing of the annexes. */
function sectionBlocks(
  table: FormTable,
  report: AnnualReport,
  language: Language,
  say: Speaker,
): readonly Block[] {
  switch (table.id) {
    case 'summary':
      return [heading(1, table.title), tableBlock(table, language)];
    case 'parties':
      return [heading(1, table.title), ...partyBlocks(report, language)];
    case 'systems': {
      const { label } = parted(table);
      const [count, columns] = [table.rows.length, table.columns.length];
      return [
        heading(1, table.title),
        paragraph(say('annual_report.paper.attached', { count, columns, label })),
      ];
    }
    default:
      return [];
  }
}

function annexOf(table: FormTable, language: Language): Annex {
  return {
    ...parted(table),
    landscape: true,
    body: [...table.remarks.map((remark) => note(remark)), tableBlock(table, language)],
  };
}

/** `Phụ lục A. Đơn vị vận hành` in its two parts; the sheet's name where a title has none. */
function parted({ title, sheet }: FormTable): { readonly label: string; readonly title: string } {
  return title.startsWith(`${sheet}. `)
    ? { label: sheet, title: title.slice(sheet.length + 2) }
    : { label: sheet, title };
}

/** Columns so narrow hold a number, a date, a word. */
const narrow = 15;

function tableBlock(table: FormTable, language: Language): TableBlock {
  return {
    kind: 'table',
    caption: null,
    numbered: table.numbered,
    compact: table.columns.length > 3,
    columns: table.columns.map(({ title, width }, index) => ({
      title,
      weight: width,
      ...((width <= narrow || (table.id === 'summary' && index === 2)) && { align: 'center' }),
    })),
    rows: table.rows.map((row) => row.map((cell) => cellText(cell, language))),
    empty: table.empty,
  };
}

function cellText(cell: FormCell, language: Language): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return formatNumber(cell, language);
  return 'date' in cell ? formatDate(cell.date) : cell.join('; ');
}

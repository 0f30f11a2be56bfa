import { rowHeight } from '../../documents/spreadsheet/row-height.js';
import type {
  CellContent,
  CellModel,
  CellStyle,
  RowModel,
  SheetModel,
} from '../../documents/spreadsheet/workbook.js';
import type { Language, Message } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { formatMessage, text } from '../../messages/format.js';
import type { ChecklistForm } from './checklist-form.js';
import { identityText } from './form.js';
import { groupTitle } from './form-rows.js';
import { metPart, type ProgressLine, progressLines, unanswered } from './progress.js';
import * as looks from './sheet-looks.js';

const widths = [52, 11, 10, 13, 13, 12, 13, 11, 12];
const lastColumn = 'I';

/** The first sheet: what this is, how to fill it in, and progress that counts along. `sheets` are the forms' sheet names. */
export function guideSheet(
  forms: readonly ChecklistForm[],
  sheets: readonly string[],
  name: string,
  language: Language,
): SheetModel {
  const [first] = forms;
  const rows: RowModel[] = [];
  const merged: string[] = [];
  const add = (row: RowModel, whole = false): void => {
    rows.push(row);
    if (whole) merged.push(`A${rows.length}:${lastColumn}${rows.length}`);
  };
  const say = (found: Message, style: CellStyle, size = 1): void => {
    const said = formatMessage(found, language);
    const width = (widths.reduce((sum, each) => sum + each, 0) * 10) / (style.size ?? 10);
    const height = rowHeight([{ text: said, width }]) * ((style.size ?? 10) / 10) * size;
    add(
      { height, cells: [{ value: said, style: { wrap: true, valign: 'center', ...style } }] },
      true,
    );
  };
  const gap = (): void => add({ height: 9, cells: [] });

  if (first) {
    say(message(`checklist.guide.title.${first.kind}`), {
      bold: true,
      size: 16,
      colour: looks.colours.dark,
    });
    say(message('checklist.guide.agency', { agency: first.agency.name }), { bold: true, size: 11 });
    say(basis(first), {});
    say(message('checklist.guide.prevails'), { italic: true, colour: looks.colours.warning });
    gap();
    say(message('checklist.guide.how'), { bold: true, size: 12, colour: looks.colours.dark });
    for (const step of steps) say(message(step), { indent: 1 });
    gap();
  }
  say(message('checklist.guide.progress'), { bold: true, size: 12, colour: looks.colours.dark });
  say(message('checklist.guide.counted'), { italic: true, colour: '404040' });
  add(titles('checklist.guide.systems', language));
  const progress = forms.map((form, i) => progressLines(form, sheets[i] ?? '', language));
  for (const [i, form] of forms.entries()) {
    const line = progress[i]?.all;
    if (line) add(progressRow(systemLabel(form, language), line, rows.length + 1, false));
  }
  for (const [i, form] of forms.entries()) {
    const lines = progress[i];
    if (!lines) continue;
    gap();
    say(message('checklist.guide.by_group', { system: form.system.name }), {
      bold: true,
      size: 11,
      colour: looks.colours.dark,
    });
    add(titles('checklist.guide.groups', language));
    for (const [g, group] of form.catalogue.groups.entries()) {
      const line = lines.groups[g];
      if (line) add(progressRow(groupTitle(group, language), line, rows.length + 1, false));
    }
    add(progressRow(text('checklist.guide.total', language), lines.all, rows.length + 1, true));
  }
  gap();
  add({ cells: [{ value: identityText('guide'), style: looks.faint }] });
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows,
    merged,
    locked: true,
    gridLines: false,
    tabColour: '548235',
    print: { landscape: true, area: `$A$1:$${lastColumn}$${rows.length}` },
  };
}

const steps = [
  'checklist.guide.step.answer',
  'checklist.guide.step.evidence',
  'checklist.guide.step.reason',
  'checklist.guide.step.fix',
  'checklist.guide.step.defaults',
  'checklist.guide.step.again',
  'checklist.guide.step.keep',
  'checklist.guide.step.import',
] as const;

function basis({ catalogue, pack }: ChecklistForm): Message {
  return message('checklist.guide.basis', {
    standard: catalogue.standard,
    pack: pack.id,
    version: pack.version,
  });
}

function systemLabel(form: ChecklistForm, language: Language): string {
  return formatMessage(
    message('checklist.guide.system', {
      name: form.system.name,
      id: form.system.id,
      level: form.level,
      source: form.levelSource,
    }),
    language,
  );
}

const titleKeys = [
  'total',
  'met',
  'unproven',
  'partly_met',
  'not_met',
  'not_applicable',
  'unanswered',
  'part',
] as const;

function titles(
  first: 'checklist.guide.systems' | 'checklist.guide.groups',
  language: Language,
): RowModel {
  return {
    height: 46,
    cells: [
      text(first, language),
      ...titleKeys.map((key) => text(`checklist.guide.column.${key}`, language)),
    ].map((value) => ({ value, style: looks.heading })),
  };
}

/** A line of a progress table that stands in row `row` of the sheet (counted from 1). */
function progressRow(
  label: string,
  { now, formulas }: ProgressLine,
  row: number,
  total: boolean,
): RowModel {
  const style: CellStyle = {
    border: looks.colours.line,
    valign: 'center',
    ...(total && { bold: true, fill: looks.colours.group }),
  };
  const number: CellStyle = { ...style, align: 'center' };
  const counted = (value: number, formula: string, fill?: string): CellModel => ({
    value,
    formula,
    style: { ...number, ...(fill !== undefined && !total && { fill }) },
  });
  const part: CellContent = metPart(now) ?? '–';
  return {
    height: rowHeight([{ text: label, width: widths[0] ?? 50 }]),
    cells: [
      { value: label, style: { ...style, wrap: true } },
      { value: now.total, style: number },
      counted(now.met, formulas.met, looks.colours.met),
      counted(now.unproven, formulas.unproven),
      counted(now.partlyMet, formulas.partlyMet, looks.colours.partlyMet),
      counted(now.notMet, formulas.notMet, looks.colours.notMet),
      counted(now.notApplicable, formulas.notApplicable, looks.colours.notApplicable),
      counted(unanswered(now), `B${row}-C${row}-E${row}-F${row}-G${row}`),
      {
        value: part,
        formula: `IF(B${row}=G${row},"–",(C${row}-D${row})/(B${row}-G${row}))`,
        style: { ...number, bold: true, format: '0%' },
      },
    ],
  };
}

import { columnName } from '../../documents/spreadsheet/cell-name.js';
import { rowHeight } from '../../documents/spreadsheet/row-height.js';
import type {
  CellContent,
  CellStyle,
  RowModel,
  SheetModel,
} from '../../documents/spreadsheet/workbook.js';
import type { Language } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { formatMessage } from '../../messages/format.js';
import type { RequirementCatalogue } from '../../packs/types.js';
import { plain } from './answer-sheet.js';
import { columnTitle } from './columns.js';
import { identityText } from './form.js';
import { groupTitle, requirementCells } from './form-rows.js';
import * as looks from './sheet-looks.js';

const columns = ['number', 'requirement', 'content', 'type', 'hints', 'interval', 'note'] as const;
const widths = [5, 11.5, 62, 10, 40, 9, 40];

/** Requirements of an annex on a sheet of their own, with room for notes. They aren't counted and not read back. */
export function annexSheet(
  annex: RequirementCatalogue,
  name: string,
  language: Language,
): SheetModel {
  let number = 0;
  const rows: RowModel[] = [
    {
      height: 24,
      cells: [
        styled(
          formatMessage(
            message('checklist.annex.title', {
              annex: annex.section,
              standard: annex.standard,
              level: annex.level,
            }),
            language,
          ),
          { bold: true, size: 14, colour: looks.colours.dark, valign: 'center' },
        ),
        ...columns.slice(1).map(() => null),
        styled(identityText('annex'), looks.faint),
      ],
    },
    {
      height: 18,
      cells: [
        styled(formatMessage(message('checklist.annex.note'), language), {
          italic: true,
          colour: looks.colours.warning,
          valign: 'center',
        }),
      ],
    },
    { height: 22, cells: columns.map((key) => styled(columnTitle(key, language), looks.heading)) },
    ...annex.groups.flatMap((group) => [
      {
        height: 19,
        cells: columns.map((_, i) =>
          styled(i === 0 ? groupTitle(group, language) : null, looks.group),
        ),
      },
      ...group.requirements.map((requirement): RowModel => {
        number += 1;
        const said = requirementCells({ ...requirement, id: requirement.clause }, language);
        const cells: CellContent[] = [
          number,
          said.requirement,
          said.content,
          said.type,
          said.hints,
          said.interval === '' ? null : said.interval,
          null,
        ];
        return {
          height: rowHeight(
            cells.map((value, i) => ({ text: plain(value), width: widths[i] ?? 10 })),
          ),
          cells: cells.map((value, i) =>
            styled(
              value,
              i === columns.length - 1
                ? looks.open
                : { ...looks.asked, ...([0, 1, 3, 5].includes(i) && { align: 'center' }) },
            ),
          ),
        };
      }),
    ]),
  ];
  return {
    name,
    columns: [...widths.map((width) => ({ width })), { width: 3 }],
    rows,
    frozen: { rows: 3, columns: 0 },
    locked: true,
    zoom: 90,
    gridLines: false,
    tabColour: looks.colours.faint,
    print: {
      landscape: true,
      repeated: '$3:$3',
      area: `$A$1:$${columnName(columns.length - 1)}$${rows.length}`,
    },
  };
}

function styled(value: CellContent, style: CellStyle) {
  return { value, style };
}

import { formatNumber } from '../../messages/format.js';
import { type ChartSetting, type Drawing, graphicOf } from './canvas.js';
import type { HeatMap } from './chart.js';
import { heatKey } from './heat-key.js';
import { area, fontSizes, lineHeight, type Mark, textLines } from './marks.js';
import type { Paint, Palette } from './palette.js';
import { textWidth } from './text-width.js';
import { balancedWidth, fitsUnbroken, shownText, wrapText } from './wrap-text.js';

const cellHeight = 24;
/** Three figures at the size of cells, with room at both sides. */
const narrowestCell = 24;
const widestCell = 120;
const gap = 12;
const labelRoom = { size: fontSizes.label, lines: 3 } as const;

/**
 * Shares by row and column, the number in each cell. Titles of columns stand above them when they fit in up to four lines
 * without parting words; otherwise the columns are numbered and a key below names them.
 */
export function heatMap(chart: HeatMap, setting: ChartSetting): Drawing {
  const { palette } = setting;
  const count = Math.max(1, chart.columns.length);
  const longest = Math.max(
    40,
    ...chart.rows.map(({ label }) => textWidth(shownText(label), fontSizes.label) + 1),
  );
  const least = count * narrowestCell;
  const labelWidth = balancedWidth(
    chart.rows.map(({ label }) => label),
    Math.min(longest, Math.max(setting.width * 0.3, setting.width - gap - count * widestCell)),
    labelRoom,
  );
  const width = Math.max(setting.width, labelWidth + gap + least);
  const left = labelWidth + gap;
  const cell = Math.min(widestCell, (width - left) / count);
  const head = { width: cell - 6, size: fontSizes.small, lines: 4 };
  const worded = chart.columns.every((title) => fitsUnbroken(title, head));
  const titles = chart.columns.map((title, index) =>
    worded ? wrapText(title, head) : [`(${index + 1})`],
  );
  const titleHeight =
    Math.max(1, ...titles.map(({ length }) => length)) * head.size * lineHeight + 8;
  const labels = chart.rows.map(({ label }) =>
    wrapText(label, { ...labelRoom, width: labelWidth }),
  );
  const marks: Mark[] = titles.flatMap((lines, index) =>
    textLines(lines, {
      x: left + (index + 0.5) * cell,
      y: titleHeight / 2,
      align: 'center',
      fill: palette.text,
      size: head.size,
    }),
  );
  let y = titleHeight;
  for (const [index, row] of chart.rows.entries()) {
    const lines = labels[index] ?? [];
    const height = Math.max(cellHeight, Math.ceil(lines.length * fontSizes.label * lineHeight + 6));
    marks.push(
      ...textLines(lines, { x: 0, y: y + height / 2, fill: palette.text, size: fontSizes.label }),
      ...chart.columns.flatMap((_, column) =>
        cellMarks(
          row.values[column] ?? null,
          { x: left + column * cell, y, width: cell - 1, height: height - 1 },
          setting,
        ),
      ),
    );
    y += height;
  }
  const key = heatKey(chart, worded ? [] : chart.columns, { width, top: y + 10 }, setting);
  return {
    width,
    height: Math.ceil(y + 10 + key.height),
    option: { graphic: graphicOf([...marks, ...key.marks]) },
  };
}

/** How a share is painted: in steps, so that the cell can be found in the key; the whole has a step of its own. */
function stepPaint(share: number, palette: Palette): Paint {
  const step = share >= 100 ? palette.steps.length - 1 : Math.floor(Math.max(0, share) / 20);
  return palette.steps[step] ?? palette.tones.neutral;
}

function cellMarks(
  share: number | null,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  { palette, language }: ChartSetting,
): readonly Mark[] {
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  if (share === null) {
    const none: Paint = { fill: palette.paper, edge: palette.grid, ink: palette.text, hatch: null };
    return [
      ...area(box, none),
      ...textLines(['–'], {
        ...centre,
        align: 'center',
        fill: palette.faintText,
        size: fontSizes.cell,
      }),
    ];
  }
  const paint = stepPaint(share, palette);
  return [
    ...area(box, paint),
    // Rounded down: 99,6 isn't the whole.
    ...textLines([formatNumber(Math.floor(share), language)], {
      ...centre,
      align: 'center',
      fill: paint.ink,
      size: fontSizes.cell,
    }),
  ];
}

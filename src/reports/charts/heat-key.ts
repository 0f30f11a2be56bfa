import type { ChartSetting } from './canvas.js';
import type { HeatMap } from './chart.js';
import { area, fontSizes, lineHeight, type Mark, textLines } from './marks.js';
import { textWidth } from './text-width.js';
import { shownText, wrapText } from './wrap-text.js';

const stepBox = { width: 54, height: 16 };
const stepWords = ['0–19%', '20–39%', '40–59%', '60–79%', '80–99%', '100%'];

/** The key of a heat map below it: its steps from low to high, and the columns that are numbered. */
export function heatKey(
  chart: HeatMap,
  numbered: readonly string[],
  place: { readonly width: number; readonly top: number },
  setting: ChartSetting,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const steps = stepMarks(chart, place, setting);
  const names = columnNames(numbered, { ...place, top: place.top + steps.height }, setting);
  return { marks: [...steps.marks, ...names.marks], height: steps.height + names.height };
}

function stepMarks(
  chart: HeatMap,
  place: { readonly width: number; readonly top: number },
  { palette }: ChartSetting,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const size = fontSizes.small;
  const low = shownText(chart.words.low);
  const high = shownText(chart.words.high);
  const lowWidth = textWidth(low, size) + 8;
  const scale = stepWords.length * stepBox.width;
  const oneLine = lowWidth + scale + 8 + textWidth(high, size) <= place.width;
  const x = oneLine ? lowWidth : 0;
  const box = oneLine ? stepBox.width : Math.min(stepBox.width, place.width / stepWords.length);
  const y = place.top + (oneLine ? 0 : 18);
  const middle = y + stepBox.height / 2;
  const fill = palette.text;
  const words = oneLine
    ? [
        ...textLines([low], { x: 0, y: middle, fill, size }),
        ...textLines([high], { x: x + scale + 8, y: middle, fill, size }),
      ]
    : [
        ...textLines([low], { x: 0, y: place.top + 8, fill, size }),
        ...textLines([high], { x: box * 6, y: place.top + 8, align: 'right', fill, size }),
      ];
  const boxes = palette.steps.flatMap((paint, index) => [
    ...area({ x: x + index * box, y, width: box - 1, height: stepBox.height }, paint),
    ...textLines([stepWords[index] ?? ''], {
      x: x + (index + 0.5) * box,
      y: middle,
      align: 'center',
      fill: paint.ink,
      size: fontSizes.cell,
    }),
  ]);
  return { marks: [...words, ...boxes], height: (oneLine ? 0 : 18) + stepBox.height + 6 };
}

/** Numbered names in one or two columns, read downwards. */
function columnNames(
  names: readonly string[],
  place: { readonly width: number; readonly top: number },
  { palette }: ChartSetting,
): { readonly marks: readonly Mark[]; readonly height: number } {
  if (names.length === 0) return { marks: [], height: 0 };
  const size = fontSizes.small;
  const columns = place.width >= 520 && names.length > 3 ? 2 : 1;
  const perColumn = Math.ceil(names.length / columns);
  const columnWidth = (place.width - (columns - 1) * 16) / columns;
  const indent = textWidth(`(${names.length}) `, size) + 2;
  const bottoms = Array.from({ length: columns }, () => place.top + 6);
  const marks = names.flatMap((name, index) => {
    const column = Math.floor(index / perColumn);
    const x = column * (columnWidth + 16);
    const lines = wrapText(name, { width: columnWidth - indent, size, lines: 3 });
    const height = lines.length * size * lineHeight + 3;
    const top = bottoms[column] ?? place.top;
    bottoms[column] = top + height;
    const fill = palette.text;
    return [
      ...textLines([`(${index + 1})`], { x, y: top + (size * lineHeight) / 2, fill, size }),
      ...textLines(lines, { x: x + indent, y: top + (height - 3) / 2, fill, size }),
    ];
  });
  return { marks, height: Math.max(...bottoms) - place.top + 4 };
}

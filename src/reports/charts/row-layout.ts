import { type Box, fontSizes, lineHeight } from './marks.js';
import { textWidth } from './text-width.js';
import { balancedWidth, wrapText } from './wrap-text.js';

/** A row with a label at the left, a bar, and a figure at the right. */
export interface RowTexts {
  readonly label: string;
  /** Lines of the figure, which aren't wrapped. */
  readonly figure: readonly string[];
}

/** Where a row's parts stand; middles of what they name, in pixels of the picture. */
export interface RowPlace {
  readonly label: readonly string[];
  readonly labelMiddle: number;
  readonly figureMiddle: number;
  readonly bar: { readonly y: number; readonly height: number };
}

export interface RowLayout {
  /** Across all bars. */
  readonly plot: Box;
  /** Whether each label stands above its bar, across the plot. */
  readonly labelsAbove: boolean;
  readonly rows: readonly RowPlace[];
  /** Left edge of the figures. */
  readonly figureX: number;
}

const gap = 12;
const barHeight = 16;
/** Bars in less room than that say nothing. */
const narrowestPlot = 180;
const labelLines = 3;

/**
 * Places rows below `top` in a picture so wide. Labels get the width that they need up to two fifths of the picture, and up
 * to three lines; where no bar of use would be left, each label stands above its bar. `figureIndent` is kept free before
 * each figure, for a sign; `edge` is the width of the scale's last label.
 */
export function layoutRows(
  rows: readonly RowTexts[],
  place: {
    readonly width: number;
    readonly top: number;
    readonly figureIndent: number;
    readonly edge: number;
    readonly dense?: boolean;
  },
): RowLayout {
  const size = fontSizes.label;
  const labels = rows.map(({ label }) => label);
  const figures = rows.flatMap(({ figure }) => figure);
  const figureWidth = widest(figures, fontSizes.small) + place.figureIndent;
  const right = Math.max(place.edge / 2, figures.length === 0 ? 0 : figureWidth + gap);
  const labelWidth = balancedWidth(
    labels,
    Math.min(Math.max(40, widest(labels, size)), Math.floor(place.width * 0.4)),
    { size, lines: labelLines },
  );
  const above = place.width - labelWidth - gap - right < narrowestPlot;
  const room = { width: above ? Math.max(60, place.width - right) : labelWidth };
  const places: RowPlace[] = [];
  let y = place.top;
  for (const { label, figure } of rows) {
    const wide = above
      ? balancedWidth([label], room.width, { size, lines: labelLines })
      : room.width;
    const lines = wrapText(label, { width: wide, size, lines: labelLines });
    const textHeight = lineHeight * Math.max(lines.length * size, figure.length * fontSizes.small);
    const height = above
      ? Math.ceil(textHeight) + barHeight + 20
      : Math.ceil(Math.max(textHeight, barHeight + 2)) + (place.dense ? 2 : 10);
    const middle = y + (above ? 2 + textHeight / 2 : height / 2);
    const barMiddle = above ? y + textHeight + 8 + barHeight / 2 : middle;
    places.push({
      label: lines,
      labelMiddle: middle,
      figureMiddle: middle,
      bar: { y: barMiddle - barHeight / 2, height: barHeight },
    });
    y += height;
  }
  const x = above ? place.edge / 2 : labelWidth + gap;
  const end = above ? place.width - place.edge / 2 : place.width - right;
  return {
    plot: { x, y: place.top, width: end - x, height: y - place.top },
    labelsAbove: above,
    rows: places,
    figureX: above ? place.width - figureWidth : end + gap,
  };
}

function widest(texts: readonly string[], size: number): number {
  return Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, size))));
}

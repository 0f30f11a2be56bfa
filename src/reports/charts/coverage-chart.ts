import { text } from '../../messages/format.js';
import type { ChartSetting, Drawing } from './canvas.js';
import type { CoverageChart } from './chart.js';
import { type LegendEntry, legend, sampleSize } from './legend.js';
import { area, type Box, fontSizes, type Mark, rect, textLines, thresholdMark } from './marks.js';
import { outcomeSign, signSize } from './outcome-sign.js';
import { outcomeTones, type Paint } from './palette.js';
import { percentScale, roomAbove, rowDrawing } from './row-drawing.js';
import { layoutRows, type RowPlace } from './row-layout.js';
import { shownText } from './wrap-text.js';

type Row = CoverageChart['rows'][number];

/** Interval bars: solid as far as it is certain, hatched as far as it is possible, a mark at each row's threshold. */
export function coverageChart(chart: CoverageChart, setting: ChartSetting): Drawing {
  const { palette, width } = setting;
  const key = legend(legendEntries(chart, setting), width, palette);
  const oneThreshold = new Set(chart.rows.map(({ threshold }) => threshold)).size <= 1;
  const texts = chart.rows.map((row) => ({
    label: shownText(row.label),
    figure: [
      shownText(row.figure),
      ...(oneThreshold || chart.dense || row.threshold === null
        ? []
        : [targetText(chart, row.threshold)]),
    ].filter((each) => each !== ''),
  }));
  const layout = layoutRows(texts, {
    width,
    top: key.height + roomAbove(chart.rows.length),
    figureIndent: signSize + 6,
    edge: 36,
    dense: chart.dense ?? false,
  });
  const marks = (index: number): readonly Mark[] => {
    const row = chart.rows[index];
    const place = layout.rows[index];
    if (row === undefined || place === undefined) return [];
    return [
      ...rowTexts(row, texts[index]?.figure ?? [], place, layout.figureX, setting),
      ...bar(row, { ...place.bar, x: layout.plot.x, width: layout.plot.width }, setting),
    ];
  };
  return rowDrawing(layout, percentScale(layout.plot.width), key.marks, marks, setting);
}

function bar(row: Row, whole: Box, setting: ChartSetting): readonly Mark[] {
  const { palette } = setting;
  const paint = palette.tones[toneOf(row)];
  const at = (share: number) => whole.x + Math.min(1, Math.max(0, share)) * whole.width;
  const marks: Mark[] = [rect(whole, palette.track)];
  if (row.rate !== null && row.rate.denominator > 0) {
    const { numerator, denominator, unknown } = row.rate;
    const lower = at(numerator / denominator);
    const upper = at((numerator + unknown) / denominator);
    if (upper > lower) {
      const box = { ...whole, x: lower, width: Math.max(2, upper - lower) };
      marks.push(...area(box, possible(paint, setting)));
    }
    if (lower > whole.x) marks.push(...area({ ...whole, width: lower - whole.x }, solid(paint)));
  }
  if (row.threshold !== null) {
    const x = at(row.threshold / 100);
    marks.push(...thresholdMark(x, whole, palette));
  }
  return marks;
}

const solid = (paint: Paint): Paint => ({ ...paint, hatch: null });

function possible(paint: Paint, { palette }: ChartSetting): Paint {
  return { ...paint, fill: palette.paper, hatch: paint.edge };
}

function rowTexts(
  row: Row,
  figure: readonly string[],
  place: RowPlace,
  figureX: number,
  { palette }: ChartSetting,
): readonly Mark[] {
  const [first = [], ...rest] = textLines(figure, {
    x: figureX + signSize + 6,
    y: place.figureMiddle,
    fill: palette.text,
    size: fontSizes.small,
  }).map((mark) => [mark]);
  const signY = first[0]?.style.y ?? place.figureMiddle;
  return [
    ...textLines(place.label, {
      x: 0,
      y: place.labelMiddle,
      fill: palette.text,
      size: fontSizes.label,
    }),
    ...(row.beside ? [] : outcomeSign(row.outcome, figureX, signY, signColour(row, palette))),
    ...first,
    ...rest.flat().map((mark) => ({
      ...mark,
      style: { ...mark.style, fill: palette.faintText },
    })),
  ];
}

const signColour = (row: Row, palette: ChartSetting['palette']): string =>
  palette.tones[toneOf(row)].edge;

const toneOf = (row: Row) => (row.beside ? 'neutral' : outcomeTones[row.outcome]);

function targetText(chart: CoverageChart, threshold: number): string {
  return `${chart.words.target}: ${threshold}%`;
}

function legendEntries(chart: CoverageChart, setting: ChartSetting): readonly LegendEntry[] {
  const { palette, language } = setting;
  const box = (x: number, y: number) => ({ x, y, ...sampleSize });
  const thresholds = [...new Set(chart.rows.map(({ threshold }) => threshold))];
  const only = thresholds.length === 1 ? thresholds[0] : undefined;
  const outcomes = (['met', 'not_met', 'inconclusive', 'no_data'] as const).filter((outcome) =>
    chart.rows.some((row) => row.outcome === outcome && !row.beside),
  );
  const neutral = palette.tones.neutral;
  return [
    ...outcomes.map((outcome) => ({
      label: text(`audit.outcome.${outcome}`, language),
      sampleWidth: signSize,
      sample: (x: number, y: number) =>
        outcomeSign(
          outcome,
          x,
          y + sampleSize.height / 2,
          palette.tones[outcomeTones[outcome]].edge,
        ),
    })),
    { label: chart.words.certain, sample: (x, y) => area(box(x, y), neutral) },
    ...(chart.rows.some(({ rate }) => (rate?.unknown ?? 0) > 0)
      ? [
          {
            label: chart.words.possible,
            sample: (x: number, y: number) => area(box(x, y), possible(neutral, setting)),
          },
        ]
      : []),
    ...(thresholds.some((each) => each !== null)
      ? [
          {
            label: only == null ? chart.words.target : targetText(chart, only),
            sample: (x: number, y: number) =>
              thresholdMark(x + 5, { y: y + 2, height: sampleSize.height - 4 }, palette),
            sampleWidth: 10,
          },
        ]
      : []),
  ];
}

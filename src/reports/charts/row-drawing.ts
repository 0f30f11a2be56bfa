import type { Language } from '../../domain/text.js';
import { formatNumber } from '../../messages/format.js';
import { type ChartSetting, type Drawing, graphicOf, gridOf } from './canvas.js';
import { fontFamily, fontSizes, type Mark } from './marks.js';
import type { RowLayout } from './row-layout.js';

/** More rows than these get the scale above them too. */
const scaleTwice = 15;

/** Room of the scale. */
const scaleHeight = 24;

/** How high what stands above the rows is: their upper scale, when there are many. */
export function roomAbove(rows: number): number {
  return rows > scaleTwice ? scaleHeight : 6;
}

/** The scale of a chart of bars. */
export interface BarScale {
  readonly end: number;
  readonly step: number;
  readonly unit: '%' | '';
  /** No figures at the scale, no lines. */
  readonly hidden?: boolean;
}

/** A chart of bars: the scale with its lines is ECharts', rows are drawn by their marks. */
export function rowDrawing(
  layout: RowLayout,
  scale: BarScale,
  head: readonly Mark[],
  marks: (row: number) => readonly Mark[],
  setting: ChartSetting,
): Drawing {
  const { plot, rows, labelsAbove } = layout;
  const axes = rows.length > scaleTwice ? (['bottom', 'top'] as const) : (['bottom'] as const);
  return {
    width: setting.width,
    height: Math.ceil(plot.y + plot.height + (scale.hidden ? 4 : scaleHeight)),
    option: {
      grid: gridOf(plot),
      xAxis: axes.map((position) => ({
        ...countAxis(scale, setting),
        position,
        ...(scale.hidden && { axisLabel: { show: false } }),
        splitLine: {
          show: position === 'bottom' && !labelsAbove && !scale.hidden,
          lineStyle: { color: setting.palette.grid, width: 1 },
        },
        axisTick: { show: labelsAbove, lineStyle: { color: setting.palette.faintText } },
      })),
      yAxis: { type: 'value', show: false, min: 0, max: Math.max(1, rows.length), inverse: true },
      graphic: graphicOf(head),
      series: [
        {
          type: 'custom',
          silent: true,
          clip: false,
          data: rows.map((_, index) => [0, index]),
          renderItem: (params: { readonly dataIndex: number }) => ({
            type: 'group',
            children: marks(params.dataIndex),
          }),
        },
      ],
    },
  };
}

/** The scale from 0 to 100 percent, with steps as wide as labels need. */
export function percentScale(pixels: number): BarScale {
  return { end: 100, step: pixels < 150 ? 50 : pixels < 260 ? 25 : 20, unit: '%' };
}

/** An axis of ECharts along a scale. */
export function countAxis(
  { end, step, unit }: BarScale,
  { palette, language }: { readonly palette: ChartSetting['palette']; readonly language: Language },
): Readonly<Record<string, unknown>> {
  return {
    type: 'value',
    min: 0,
    max: end,
    interval: step,
    // Not on the zero of the rows, which is above.
    axisLine: { show: false, onZero: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: palette.grid, width: 1 } },
    axisLabel: {
      formatter: (value: number) => `${formatNumber(value, language)}${unit}`,
      color: palette.faintText,
      fontSize: fontSizes.small,
      fontFamily,
      margin: 6,
      hideOverlap: false,
    },
  };
}

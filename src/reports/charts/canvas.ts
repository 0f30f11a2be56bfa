import type { EChartsCoreOption } from 'echarts/core';
import type { Language } from '../../domain/text.js';
import type { Box, Mark } from './marks.js';
import type { ChartTheme, Palette } from './palette.js';

/** What a chart is drawn for. */
export interface ChartOptions {
  /** In pixels; a chart that can't be read so narrow comes out wider. */
  readonly width: number;
  readonly language: Language;
  readonly theme: ChartTheme;
}

/** `ChartOptions` with the theme's colours. */
export interface ChartSetting extends ChartOptions {
  readonly palette: Palette;
}

/** A chart laid out: what ECharts is to draw, and how large. In pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly option: EChartsCoreOption;
}

/** ECharts' place of a plot, from its box on a canvas of that size. */
export function gridOf(plot: Box): Readonly<Record<string, unknown>> {
  return {
    left: plot.x,
    top: plot.y,
    width: plot.width,
    height: plot.height,
    outerBoundsMode: 'none',
  };
}

/** Marks that stand on the canvas, not in a plot. */
export function graphicOf(marks: readonly Mark[]): Readonly<Record<string, unknown>> {
  return { elements: marks.map((mark, index) => ({ ...mark, z: 10, zlevel: 0, id: `m${index}` })) };
}

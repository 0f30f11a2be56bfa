import { CustomChart } from 'echarts/charts';
import { GraphicComponent, GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartOptions, ChartSetting, Drawing } from './canvas.js';
import type { Chart } from './chart.js';
import { cleanSvg } from './clean-svg.js';
import { coverageChart } from './coverage-chart.js';
import { heatMap } from './heat-map.js';
import { palettes } from './palette.js';
import { stackedChart } from './stacked-chart.js';
import { trendChart } from './trend-chart.js';

/** A picture: SVG without ids, styles or scripts, that stands on any ground of its theme; its size in pixels. */
export interface ChartPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a chart. Its height follows from its rows; it comes out wider than asked only when it couldn't be read otherwise.
 * The same chart gives the same bytes. Texts are escaped, characters that can't be seen are left out. Never throws.
 */
export function drawChart(chart: Chart, options: ChartOptions): ChartPicture {
  use([CustomChart, GridComponent, GraphicComponent, SVGRenderer]);
  const drawing = layOut(chart, { ...options, palette: palettes[options.theme] });
  const { width, height } = drawing;
  const canvas = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    canvas.setOption({ ...drawing.option, animation: false });
    return { svg: cleanSvg(canvas.renderToSVGString()), width, height };
  } finally {
    // A canvas that isn't disposed of keeps the process alive.
    canvas.dispose();
  }
}

function layOut(chart: Chart, setting: ChartSetting): Drawing {
  switch (chart.kind) {
    case 'coverage':
      return coverageChart(chart, setting);
    case 'stacked':
      return stackedChart(chart, setting);
    case 'heat':
      return heatMap(chart, setting);
    case 'trend':
      return trendChart(chart, setting);
  }
}

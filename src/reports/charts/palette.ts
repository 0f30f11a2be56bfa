import type { TargetOutcome } from '../../domain/rates.js';
import type { ChartTone } from './chart.js';

export type ChartTheme = 'light' | 'dark';

/** How an area is filled: `hatch` lines lie on `fill`; `ink` is the colour of a text that stands on it. */
export interface Paint {
  readonly fill: string;
  readonly edge: string;
  readonly ink: string;
  readonly hatch: string | null;
}

/** Colours of one theme. Edges reach 3:1 on the background, texts 4.5:1 on what they stand on (WCAG 2.2, 1.4.3 and 1.4.11). */
export interface Palette {
  readonly text: string;
  readonly faintText: string;
  /** Lines of the grid. */
  readonly grid: string;
  /** Lines that bound and mark. */
  readonly line: string;
  /** Around marks that lie on areas. */
  readonly paper: string;
  /** Where a bar could still reach. */
  readonly track: string;
  /**
   * Differ in lightness too, so that they can be told apart in grey and without seeing red or green: bad is the darkest,
   * good in the middle, warn the lightest, unknown hatched.
   */
  readonly tones: Readonly<Record<ChartTone, Paint>>;
  /** Steps of a share, lowest first: below 20, 40, 60, 80, 100 %, and the whole. Lightness runs one way. */
  readonly steps: readonly Paint[];
  /** Of lines that stand for series, in order; dashes and marks differ besides. */
  readonly series: readonly string[];
}

const plain = (fill: string, edge: string, ink: string): Paint => ({
  fill,
  edge,
  ink,
  hatch: null,
});

export const palettes: Readonly<Record<ChartTheme, Palette>> = {
  light: {
    text: '#1a1a1a',
    faintText: '#595959',
    grid: '#dcdfe3',
    line: '#1a1a1a',
    paper: '#ffffff',
    track: '#f1f3f5',
    tones: {
      good: plain('#2f9e7d', '#1d7a5f', '#06110d'),
      warn: plain('#f0b44c', '#96660a', '#1f1400'),
      bad: plain('#94201a', '#94201a', '#ffffff'),
      unknown: { fill: '#ffffff', edge: '#6b7280', ink: '#1a1a1a', hatch: '#b6bcc5' },
      neutral: plain('#56708f', '#3f5874', '#ffffff'),
    },
    steps: [
      plain('#8a2a06', '#8a2a06', '#ffffff'),
      plain('#b9470f', '#b9470f', '#ffffff'),
      plain('#ee8a3c', '#c06010', '#1a0c00'),
      plain('#f8bd83', '#c98a45', '#1a0c00'),
      plain('#fce2c4', '#d3a873', '#1a0c00'),
      plain('#e6f4ee', '#7fb8a3', '#06251a'),
    ],
    series: ['#0b4f8a', '#a3360b', '#1d7a5f', '#6a3d9a', '#5b4a00', '#3d3d3d'],
  },
  dark: {
    text: '#f2f2f2',
    faintText: '#b4bac2',
    grid: '#3a4048',
    line: '#f2f2f2',
    paper: '#15181c',
    track: '#23282e',
    tones: {
      good: plain('#3fb28f', '#3fb28f', '#04130d'),
      warn: plain('#f5c869', '#f5c869', '#1f1400'),
      bad: plain('#c4473d', '#e0685d', '#ffffff'),
      unknown: { fill: '#1d2126', edge: '#9aa3ae', ink: '#f2f2f2', hatch: '#5b646f' },
      neutral: plain('#7f9bbd', '#7f9bbd', '#08121d'),
    },
    steps: [
      plain('#ffb37a', '#ffb37a', '#1a0c00'),
      plain('#ee8a3c', '#ee8a3c', '#1a0c00'),
      plain('#b9541d', '#b9541d', '#ffffff'),
      plain('#7d3a16', '#9c5a34', '#ffffff'),
      plain('#45281a', '#7d5540', '#ffffff'),
      plain('#10352a', '#3d7a66', '#e9fff6'),
    ],
    series: ['#7db8f0', '#f2a07f', '#63cba9', '#c6a5e8', '#e3cf73', '#d0d0d0'],
  },
};

/** In which tone a target's outcome is drawn. */
export const outcomeTones: Readonly<Record<TargetOutcome, ChartTone>> = {
  met: 'good',
  not_met: 'bad',
  inconclusive: 'warn',
  no_data: 'unknown',
};

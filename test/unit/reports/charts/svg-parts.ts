import { textWidth } from '../../../../src/reports/charts/text-width.js';

/** A text in a picture and the room that it takes, in pixels; the room is where letters can be. */
export interface PlacedText {
  readonly text: string;
  readonly fill: string;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Every text of a chart's picture. */
export function placedTexts(svg: string): readonly PlacedText[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(
    ([, attributes = '', content = '']) => {
      const of = (name: string) => new RegExp(` ?${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
      const text = unescaped(content);
      const size = Number(of('font-size'));
      const width = textWidth(text, size, of('font-weight') === 'bold');
      const x = Number(of(' x') || of('x'));
      const anchor = of('text-anchor');
      const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
      const baseline = Number(of(' y'));
      return {
        text,
        fill: of('fill'),
        size,
        left,
        right: left + width,
        top: baseline - size * 0.68,
        bottom: baseline + size * 0.22,
      };
    },
  );
}

export interface PlacedPath {
  readonly fill: string;
  readonly stroke: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Every area and line of a chart's picture with its bounds. */
export function placedPaths(svg: string): readonly PlacedPath[] {
  return [...svg.matchAll(/<(?:path|rect|polyline) ([^>]*)\/>/g)].map(([, attributes = '']) => {
    const of = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    const points = pointsOf(of);
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    return {
      fill: of('fill'),
      stroke: of('stroke'),
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    };
  });
}

type Point = readonly [number, number];

function pointsOf(of: (name: string) => string): readonly Point[] {
  if (of('d') !== '') return pathPoints(of('d'));
  if (of('points') === '') return rectPoints(of);
  const numbers = of('points').split(/[ ,]+/).map(Number);
  return numbers.flatMap((x, index): readonly Point[] =>
    index % 2 === 0 ? [[x, numbers[index + 1] ?? Number.NaN]] : [],
  );
}

function rectPoints(of: (name: string) => string): readonly Point[] {
  const [x, y] = [Number(of('x')), Number(of('y'))];
  return [
    [x, y],
    [x + Number(of('width')), y + Number(of('height'))],
  ];
}

/** Corners of a path of straight lines (M, L, l, Z). */
function pathPoints(d: string): readonly Point[] {
  const points: Point[] = [];
  let at: Point = [0, 0];
  for (const [, command = '', numbers = ''] of d.matchAll(/([MLl])([^MLlZ]*)/g)) {
    const [x = 0, y = 0] = numbers.trim().split(/[ ,]+/).map(Number);
    at = command === 'l' ? [at[0] + x, at[1] + y] : [x, y];
    points.push(at);
  }
  return points;
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#39': "'",
};

function unescaped(content: string): string {
  return content.replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => entities[name] ?? '');
}

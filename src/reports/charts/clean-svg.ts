/** Half the difference between the height of capitals and the base line, in font sizes (Tinos: capitals are 0.655 high). */
const middleOfCapitals = 0.33;

/**
 * ECharts' picture without what it adds for browsers and what its process-wide counters number: classes, styles, marks of
 * elements. Texts stand on a computed base line, because readers of SVG disagree on `dominant-baseline`, and bring their
 * look as attributes, because a page with a strict policy refuses `style`.
 */
export function cleanSvg(svg: string): string {
  return svg
    .replace(/<style\s*>[\s\S]*?<\/style>\n?/g, '')
    .replace(/<defs\s*>\s*<\/defs>\n?/g, '')
    .replace(/<(svg|rect|path|text|g|polyline)( [^<>]*)?>/g, (_, name: string, rest = '') =>
      name === 'text' ? textTag(rest) : `<${name}${withoutExtras(rest)}>`,
    )
    .replace(/>\s*<\/(rect|path|polyline)>/g, '/>')
    .replace(/<rect[^<>]* fill="none"\/>\n?/g, '');
}

const attribute = / ([\w:-]+)="([^"]*)"/g;

const extras =
  /^(?:class|style|pointer-events|ecmeta_\w+|xmlns:xlink|version|baseProfile|xml:space)$/;

function withoutExtras(attributes: string): string {
  return attributes.replace(attribute, (all, name: string) => (extras.test(name) ? '' : all));
}

function textTag(attributes: string): string {
  const found = new Map(
    [...attributes.matchAll(attribute)].map(([, name, value]) => [name, value]),
  );
  const style = new Map(
    (found.get('style') ?? '').split(';').map((each) => {
      const colon = each.indexOf(':');
      return [each.slice(0, colon).trim(), each.slice(colon + 1).trim()] as const;
    }),
  );
  const size = Number.parseFloat(style.get('font-size') ?? '12');
  const place = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(found.get('transform') ?? '');
  const x = Number(place?.[1] ?? 0) + Number(found.get('x') ?? 0);
  const y = Number(place?.[2] ?? 0) + Number(found.get('y') ?? 0);
  const weight = style.get('font-weight');
  return [
    `<text x="${rounded(x)}" y="${rounded(y + size * middleOfCapitals)}"`,
    `text-anchor="${found.get('text-anchor') ?? 'start'}"`,
    `font-family="${style.get('font-family') ?? ''}" font-size="${size}"`,
    ...(weight === undefined || weight === 'normal' ? [] : [`font-weight="${weight}"`]),
    `fill="${found.get('fill') ?? ''}">`,
  ].join(' ');
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

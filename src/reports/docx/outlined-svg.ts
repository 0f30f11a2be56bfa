import type { Typeface } from '../pages/typeface.js';

const textElement = /<text ([^<>]*)>([^<]*)<\/text>/g;

/**
 * A chart's picture with its texts as outlines of letters: what turns it into pixels needs no fonts then, and draws the same
 * everywhere. A letter that the font lacks is drawn as the font's sign for that.
 */
export function outlinedSvg(
  svg: string,
  faces: { readonly regular: Typeface; readonly bold: Typeface },
): string {
  return svg.replace(textElement, (_, attributes: string, content: string) => {
    const found = new Map(
      [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    );
    const number = (name: string) => Number(found.get(name) ?? 0);
    const face = found.get('font-weight') === 'bold' ? faces.bold : faces.regular;
    const size = number('font-size');
    const text = unescaped(content);
    const width = face.width(text, size);
    const anchor = found.get('text-anchor');
    const left = number('x') - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
    const scale = size / face.font.unitsPerEm;
    const place = `translate(${left} ${number('y')}) scale(${scale} ${-scale})`;
    return `<g fill="${found.get('fill') ?? '#000'}" transform="${place}">${letters(text, face)}</g>`;
  });
}

function letters(text: string, face: Typeface): string {
  let x = 0;
  return Array.from(text, (letter) => {
    const codePoint = letter.codePointAt(0) ?? 0;
    const outline = face.font.glyphForCodePoint(codePoint).path.toSVG();
    const at = x;
    x += (face.advance(codePoint) * face.font.unitsPerEm) / 1000;
    return outline === '' ? '' : `<path transform="translate(${at} 0)" d="${outline}"/>`;
  }).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
};

function unescaped(content: string): string {
  return content.replace(/&(?:lt|gt|amp|quot|#39);/g, (entity) => entities[entity] ?? entity);
}

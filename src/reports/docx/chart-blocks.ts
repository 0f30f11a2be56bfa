import { Resvg } from '@resvg/resvg-js';
import { type FileChild, ImageRun, Paragraph } from 'docx';
import { drawChartParts } from '../charts/chart-parts.js';
import type { ChartBlock } from '../document.js';
import { outlinedSvg } from './outlined-svg.js';
import { styleIds } from './styles.js';
import type { WordSetting } from './word-setting.js';
import { wordLine, wordRuns } from './word-text.js';

/** Word draws pictures at 96 pixels an inch. */
const pixelsPerPoint = 96 / 72;

/** Pixels of the file for each pixel of the picture: sharp on paper. */
const sharpness = 2;

/** No picture is higher than this share of a page: its caption and a line of text have room beside it. */
const heightShare = 0.85;

/** A chart as pictures over the whole width, in parts where it is longer than a page, with its caption below it. */
export function chartBlocks(setting: WordSetting, block: ChartBlock): readonly FileChild[] {
  const { geometry, language, faces } = setting;
  const room = geometry.bodyWidth * pixelsPerPoint;
  const parts = drawChartParts(
    block.chart,
    { width: Math.floor(room), language, theme: 'light' },
    geometry.bodyHeight * pixelsPerPoint * heightShare,
  );
  const caption = wordLine(block.caption);
  const pictures = parts.map(({ svg, width, height }, index) => {
    const scale = Math.min(1, room / width);
    const id = setting.next();
    return new Paragraph({
      style: styleIds.chart,
      keepNext: index === parts.length - 1,
      children: [
        new ImageRun({
          type: 'png',
          data: png(outlinedSvg(svg, faces)),
          transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
          altText: {
            id: String(id),
            name: `Chart ${id}`,
            title: caption,
            description: wordLine(block.alt),
          },
        }),
      ],
    });
  });
  return [
    ...pictures,
    new Paragraph({
      style: styleIds.caption,
      children: wordRuns(block.caption, { italics: true }),
    }),
  ];
}

/** White behind it: a page of Word may be dark. */
function png(svg: string): Uint8Array {
  const picture = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: sharpness },
    font: { loadSystemFonts: false },
  });
  return picture.render().asPng();
}

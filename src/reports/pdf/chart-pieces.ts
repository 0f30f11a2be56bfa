import svgToPdf from 'svg-to-pdfkit';
import { drawChartParts } from '../charts/chart-parts.js';
import type { ChartPicture } from '../charts/draw-chart.js';
import type { ChartBlock } from '../document.js';
import { sizes } from '../pages/measures.js';
import type { FaceName } from '../pages/typeface.js';
import { type FlowPiece, keepWithNext, piece, type Setting } from './flow.js';
import { printableText } from './printable-text.js';
import type { Tag } from './tag.js';
import { textPieces } from './text-pieces.js';

/** A chart higher than this share of a page is drawn in parts. */
const heightShare = 0.8;

/** A chart as vectors over the whole width, in parts where a page hasn't room for it, with its caption below the last. */
export async function chartPieces(
  setting: Setting,
  block: ChartBlock,
): Promise<readonly FlowPiece[]> {
  const { geometry, language } = setting;
  const options = { width: geometry.bodyWidth, language, theme: 'light' as const };
  const pictures = drawChartParts(block.chart, options, geometry.bodyHeight * heightShare).map(
    (picture) => picturePiece(setting, block, picture),
  );
  return [
    ...pictures.slice(0, -1),
    ...keepWithNext(pictures.slice(-1)),
    ...textPieces(setting, block.caption, {
      face: 'italic',
      size: sizes.caption,
      align: 'center',
      space: 2,
      tag: { type: 'Caption', parent: null },
    }),
  ];
}

/** One picture; one that a page can't hold, because a single row is that high, is made smaller. */
function picturePiece(setting: Setting, block: ChartBlock, picture: ChartPicture): FlowPiece {
  const { geometry, typesetter } = setting;
  const scale = Math.min(
    geometry.bodyWidth / picture.width,
    (geometry.bodyHeight * heightShare) / picture.height,
  );
  const width = picture.width * scale;
  const height = picture.height * scale;
  const tag: Tag = { type: 'Figure', parent: null, alt: typesetter.oneLine(block.alt) };
  const svg = printableSvg(setting, picture.svg);
  return piece(
    height,
    (canvas, top) => {
      canvas.tag(tag);
      canvas.foreign((pdf) =>
        svgToPdf(pdf, svg, canvas.left + (geometry.bodyWidth - width) / 2, top, {
          width,
          height,
          assumePt: true,
          fontCallback: (_, bold, italic, options) => {
            options.fauxBold = false;
            options.fauxItalic = false;
            return faceOf(bold, italic);
          },
          warningCallback: () => {},
        }),
      );
    },
    { space: 10 },
  );
}

/**
 * The picture with texts that the font can draw. Signs of markup stay: they are plain letters. Without a size of its own,
 * which would count for more than the one that it is drawn at.
 */
function printableSvg({ typesetter }: Setting, svg: string): string {
  return svg
    .replace(/^<svg width="[^"]*" height="[^"]*"/u, '<svg')
    .replace(
      />[^<>]*</gu,
      (text) => `>${printableText(text.slice(1, -1), typesetter.faces.regular)}<`,
    );
}

function faceOf(bold: boolean, italic: boolean): FaceName {
  if (bold) return italic ? 'boldItalic' : 'bold';
  return italic ? 'italic' : 'regular';
}

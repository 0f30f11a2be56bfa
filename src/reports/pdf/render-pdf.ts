import type { Annex, Block, DocumentModel } from '../document.js';
import type { ReportFonts } from '../format.js';
import { landscape, mm, type PageGeometry, portrait, sizes } from '../pages/measures.js';
import { typefaces } from '../pages/typeface.js';
import { blockPieces } from './block-pieces.js';
import { Canvas } from './canvas.js';
import { type Flow, type FlowPiece, piece, type Setting } from './flow.js';
import { footPieces } from './foot-pieces.js';
import { headPieces } from './head-pieces.js';
import { type Page, paginate } from './paginate.js';
import type { Tag } from './tag.js';
import { textPieces } from './text-pieces.js';
import { Typesetter } from './typesetter.js';

/**
 * A document as a PDF file in the form of Decree 30/2020/NĐ-CP, Annex I. The same document and fonts give the same bytes.
 * Throws only when the fonts can't be read.
 */
export async function renderPdf(document: DocumentModel, fonts: ReportFonts): Promise<Uint8Array> {
  const faces = typefaces(fonts);
  const typesetter = new Typesetter(faces);
  const canvas = new Canvas(faces, {
    title: typesetter.oneLine(document.title),
    language: document.language,
    date: document.date,
  });
  const setting = (geometry: PageGeometry): Setting => ({
    typesetter,
    geometry,
    language: document.language,
  });
  const body = await bodyFlow(setting(portrait), document);
  drawPages(canvas, body, portrait);
  for (const annex of document.annexes) {
    const geometry = annex.landscape ? landscape : portrait;
    drawPages(canvas, await annexFlow(setting(geometry), annex), geometry);
  }
  return canvas.finish();
}

async function bodyFlow(setting: Setting, document: DocumentModel): Promise<Flow> {
  const foot = footPieces(setting, document.foot);
  const text = [...headPieces(setting, document.head), ...(await flowOf(setting, document.body))];
  return [...(foot.length === 0 ? text : endKept(text)), ...foot];
}

async function annexFlow(setting: Setting, { label, title, body }: Annex): Promise<Flow> {
  const tag: Tag = { type: 'H1', parent: null };
  const style = {
    face: 'bold',
    size: sizes.title,
    leading: 1.25,
    align: 'center',
    keep: true,
    tag,
  } as const;
  const bookmark = setting.typesetter.oneLine(`${label}. ${title}`);
  return [
    ...textPieces(setting, `${label}\n${title}`, {
      ...style,
      onFirstLine: (canvas, top) => canvas.bookmark(bookmark, 1, top),
    }),
    piece(6, () => {}, { keep: true }),
    ...(await flowOf(setting, body)),
  ];
}

async function flowOf(setting: Setting, blocks: readonly Block[]): Promise<Flow> {
  const flow: (FlowPiece | 'page_break')[] = [];
  let isBelowFrame = false;
  for (const block of blocks) {
    const [first, ...others] = await blockPieces(setting, block);
    if (first === undefined) continue;
    flow.push(first === 'page_break' || !isBelowFrame ? first : lowered(first), ...others);
    isBelowFrame = framed.includes(block.kind);
  }
  return flow;
}

/** What has edges needs more air below it than a line of text does. */
const framed: readonly Block['kind'][] = ['table', 'figures', 'chart'];

function lowered(first: FlowPiece): FlowPiece {
  return { ...first, space: first.space + 4 };
}

/** How many of the last lines go with the signatures to the next page. */
const linesWithFoot = 2;

/** The last lines of the text stand with what follows, so that no signature stands alone on a page. */
function endKept(flow: Flow): Flow {
  return flow.map((each, index) =>
    each !== 'page_break' && index >= flow.length - linesWithFoot ? { ...each, keep: true } : each,
  );
}

function drawPages(canvas: Canvas, flow: Flow, geometry: PageGeometry): void {
  for (const page of paginate(flow, geometry.bodyHeight)) drawPage(canvas, page, geometry);
}

function drawPage(canvas: Canvas, { repeat, pieces }: Page<Canvas>, geometry: PageGeometry): void {
  canvas.addPage(geometry);
  if (canvas.pageCount > 1) {
    canvas.artifact('Pagination');
    const text = String(canvas.pageCount);
    const width = canvas.faces.regular.width(text, sizes.pageNumber);
    const x = geometry.left + (geometry.bodyWidth - width) / 2;
    canvas.text(text, 'regular', { x, baseline: pageNumberBaseline, size: sizes.pageNumber });
  }
  repeat?.draw(canvas, geometry.top);
  for (const [index, { piece: each, top }] of pieces.entries()) {
    each.draw(canvas, geometry.top + top, {
      first: index === 0,
      last: index === pieces.length - 1,
    });
  }
}

/** In the top margin, centred over the text. */
const pageNumberBaseline = 13.5 * mm;

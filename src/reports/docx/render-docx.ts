import {
  AlignmentType,
  Document,
  type FileChild,
  Header,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import type { Annex, Block, DocumentModel } from '../document.js';
import type { ReportFonts } from '../format.js';
import { landscape, mm, type PageGeometry, portrait, sizes } from '../pages/measures.js';
import { typefaces } from '../pages/typeface.js';
import { coreProperties, corePropertiesPath } from './core-properties.js';
import { footBlocks } from './foot-blocks.js';
import { headBlocks } from './head-blocks.js';
import { wordLists } from './lists.js';
import { stampZip } from './stamp-zip.js';
import { wordStyles } from './styles.js';
import { wordBlocks } from './word-blocks.js';
import { halfPoints, twips, type WordSetting } from './word-setting.js';
import { wordLine, wordRuns } from './word-text.js';

/**
 * A document as a file of Word in the form of Decree 30/2020/NĐ-CP, Annex I, to be edited further. The same document and
 * fonts give the same bytes; the fonts draw the charts and measure, they aren't put into the file.
 */
export async function renderDocx(document: DocumentModel, fonts: ReportFonts): Promise<Uint8Array> {
  const faces = typefaces(fonts);
  let used = 0;
  const setting = (geometry: PageGeometry): WordSetting => ({
    language: document.language,
    geometry,
    faces,
    next: () => {
      used += 1;
      return used;
    },
  });
  const sections = [await bodySection(setting(portrait), document)];
  for (const annex of document.annexes) {
    sections.push(await annexSection(setting(annex.landscape ? landscape : portrait), annex));
  }
  const file = new Document({
    title: wordLine(document.title),
    styles: wordStyles(document.language),
    numbering: wordLists,
    sections,
  });
  const core = { path: corePropertiesPath, data: coreProperties(document) };
  return stampZip(await Packer.toBuffer(file, undefined, [core]), document.date);
}

async function bodySection(
  setting: WordSetting,
  { head, body, foot }: DocumentModel,
): Promise<ISectionOptions> {
  return {
    ...page(setting.geometry, true),
    children: [
      ...headBlocks(setting, head),
      ...(await all(setting, body)),
      ...footBlocks(setting, foot),
    ],
  };
}

async function annexSection(
  setting: WordSetting,
  { label, title, body }: Annex,
): Promise<ISectionOptions> {
  const look = { size: halfPoints(sizes.title) };
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    alignment: AlignmentType.CENTER,
    indent: { firstLine: 0 },
    spacing: { before: 0, after: twips(8) },
    children: [...wordRuns(`${label}\n${title}`, look)],
  });
  return { ...page(setting.geometry, false), children: [heading, ...(await all(setting, body))] };
}

async function all(setting: WordSetting, blocks: readonly Block[]): Promise<readonly FileChild[]> {
  const written: FileChild[] = [];
  for (const [index, block] of blocks.entries()) {
    written.push(...(await wordBlocks(setting, block, index === blocks.length - 1)));
  }
  return written;
}

/** Paper, margins and the page's number above the text; the first page of the document bears none. */
function page(geometry: PageGeometry, isFirst: boolean): Omit<ISectionOptions, 'children'> {
  const { width, height, left, top, bodyWidth, bodyHeight } = geometry;
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  return {
    headers: {
      default: numberHeader(),
      ...(isFirst ? { first: new Header({ children: [new Paragraph('')] }) } : {}),
    },
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: isFirst,
      page: {
        // `docx` turns the paper itself.
        size: {
          width: twips(short),
          height: twips(long),
          orientation: geometry.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(top),
          bottom: twips(height - top - bodyHeight),
          left: twips(left),
          right: twips(width - left - bodyWidth),
          header: twips(10 * mm),
          footer: twips(10 * mm),
          gutter: 0,
        },
      },
    },
  };
}

function numberHeader(): Header {
  const number = new TextRun({
    children: [PageNumber.CURRENT],
    size: halfPoints(sizes.pageNumber),
  });
  return new Header({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })],
  });
}

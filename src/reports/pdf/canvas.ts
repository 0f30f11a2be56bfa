import PdfDocument from 'pdfkit';
import type { Language } from '../../domain/text.js';
import type { PageGeometry } from '../pages/measures.js';
import type { DocumentFont, FaceName, Typefaces } from '../pages/typeface.js';
import { xmlText } from '../pages/xml-text.js';
import { justifiedSpace } from './justified-space.js';
import type { Line } from './line-breaker.js';
import type { Tag } from './tag.js';

/** What stands in the file's properties. */
export interface FileProperties {
  readonly title: string;
  readonly language: Language;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** Where and how a line of text is set. */
export interface LinePlace {
  /** From the left edge of the paper, in points. */
  readonly x: number;
  readonly baseline: number;
  /** Room that the line is aligned in. */
  readonly width: number;
  readonly size: number;
  readonly align: 'left' | 'center' | 'right' | 'justify';
  readonly color?: string;
}

const ink = '#000000';

/** A pdfkit document with this product's way of setting text and tags. Coordinates are in points from the paper's top left. */
export class Canvas {
  readonly pdf: PDFKit.PDFDocument;
  readonly faces: Typefaces;
  /** Of the page that is being drawn on. */
  geometry: PageGeometry | null = null;
  pageCount = 0;
  readonly #fonts: Readonly<Record<FaceName, DocumentFont>>;
  readonly #bytes: Promise<Uint8Array>;
  readonly #root: PDFKit.PDFStructureElement;
  readonly #elements = new Map<Tag, PDFKit.PDFStructureElement>();
  readonly #bookmarks: { readonly level: number; readonly item: PDFKit.PDFOutline }[] = [];
  #open: Tag | 'Layout' | 'Pagination' | null = null;
  #color = '';

  constructor(faces: Typefaces, { title, language, date }: FileProperties) {
    const day = new Date(`${date}T00:00:00Z`);
    this.faces = faces;
    this.pdf = new PdfDocument({
      autoFirstPage: false,
      // The document's own font; without it pdfkit loads one of the fourteen that can't write Vietnamese.
      font: '',
      fontLayoutCache: false,
      pdfVersion: '1.7',
      tagged: true,
      lang: language,
      displayTitle: true,
      info: { Title: title, Creator: 'tuanthu', CreationDate: day, ModDate: day },
    });
    this.#bytes = collect(this.pdf);
    // pdfkit would measure each text once more before and once after it is set; here all widths are known.
    this.pdf.widthOfString = () => 0;
    this.#fonts = {
      regular: faces.regular.forDocument(),
      bold: faces.bold.forDocument(),
      italic: faces.italic.forDocument(),
      boldItalic: faces.boldItalic.forDocument(),
    };
    for (const [name, font] of Object.entries(this.#fonts)) {
      // pdfkit takes a font that is parsed already; its types don't say so.
      this.pdf.registerFont(name, font as unknown as ArrayBuffer);
    }
    this.#root = this.pdf.struct('Document');
    this.pdf.addStructure(this.#root);
  }

  addPage(geometry: PageGeometry): void {
    this.#close();
    this.pdf.addPage({
      size: 'A4',
      layout: geometry.landscape ? 'landscape' : 'portrait',
      margin: 0,
    });
    this.geometry = geometry;
    this.pageCount += 1;
    this.#color = '';
  }

  /** Left edge of the written area. */
  get left(): number {
    return this.geometry?.left ?? 0;
  }

  /** What is drawn until another tag comes belongs to this one. */
  tag(tag: Tag): void {
    if (this.#open === tag) return;
    this.#close();
    const element = this.element(tag);
    element.add(this.pdf.markStructureContent(tag.type));
    this.#open = tag;
  }

  /** What is drawn until a tag comes says nothing: lines, fills, page numbers. */
  artifact(type: 'Layout' | 'Pagination' = 'Layout'): void {
    if (this.#open === type) return;
    this.#close();
    this.pdf.markContent('Artifact', { type });
    this.#open = type;
  }

  /** An entry of the table of contents that viewers show, below the last one of a higher level (1 is the highest). */
  bookmark(title: string, level: 1 | 2 | 3, top: number): void {
    while (this.#bookmarks.length > 0 && (this.#bookmarks.at(-1)?.level ?? 0) >= level)
      this.#bookmarks.pop();
    const parent = this.#bookmarks.at(-1)?.item ?? this.pdf.outline;
    // pdfkit counts `left` from the right edge; its types don't know the place.
    const place = { expanded: true, top: Math.max(0, top - 12), left: this.pdf.page.width };
    this.#bookmarks.push({ level, item: parent.addItem(shortened(title), place) });
  }

  /** The tag's node in the file, made with those above it where it isn't yet: so that an empty cell counts too. */
  element(tag: Tag): PDFKit.PDFStructureElement {
    const known = this.#elements.get(tag);
    if (known) return known;
    const parent = tag.parent ? this.element(tag.parent) : this.#root;
    const options = {
      ...(tag.alt === undefined ? {} : { alt: tag.alt }),
      ...(tag.type === 'TH' ? { scope: 'Column' } : {}),
    };
    const element = this.pdf.struct(tag.type, options);
    parent.add(element);
    this.#elements.set(tag, element);
    return element;
  }

  /** Sets a line; a justified one whose words would stand too far apart is set from the left. */
  line(line: Line, { x, baseline, width, size, align, color = ink }: LinePlace): void {
    const extra = align === 'justify' ? justifiedSpace(line, width, size) : 0;
    const shift =
      align === 'center' ? (width - line.width) / 2 : align === 'right' ? width - line.width : 0;
    let at = x + shift;
    for (const { text, face, width: natural } of line.segments) {
      this.text(text, face, { x: at, baseline, size, color, extra });
      at += natural + extra * (text.split(' ').length - 1);
    }
  }

  /** Sets one text in one face; `extra` points are added to each blank. */
  text(
    text: string,
    face: FaceName,
    place: { x: number; baseline: number; size: number; color?: string; extra?: number },
  ): void {
    const { x, baseline, size, color = ink, extra = 0 } = place;
    if (text === '') return;
    if (this.#color !== color) this.pdf.fillColor(color);
    this.#color = color;
    this.#fonts[face].wordSpace = extra / size;
    this.pdf.font(face, size);
    // With features given, be they none, pdfkit sets the text as a whole and not word by word.
    this.pdf.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic', features: [] });
    this.#fonts[face].wordSpace = 0;
  }

  /** Fills a rectangle. */
  fill(x: number, y: number, width: number, height: number, color: string): void {
    this.pdf.rect(x, y, width, height).fill(color);
    this.#color = '';
  }

  /** Strokes straight lines, each as `[x1, y1, x2, y2]`. */
  strokes(
    lines: readonly (readonly [number, number, number, number])[],
    width: number,
    color = ink,
  ): void {
    this.pdf.lineWidth(width).strokeColor(color);
    for (const [x1, y1, x2, y2] of lines) this.pdf.moveTo(x1, y1).lineTo(x2, y2);
    this.pdf.stroke();
  }

  /** Lets a foreign drawing happen; what it changes of colours is forgotten afterwards. */
  foreign(draw: (pdf: PDFKit.PDFDocument) => void): void {
    this.pdf.save();
    draw(this.pdf);
    this.pdf.restore();
    this.#color = '';
  }

  /** Ends the document and gives the file. */
  async finish(): Promise<Uint8Array> {
    this.#close();
    this.#root.end();
    const { pdf } = this;
    // pdfkit copies the properties into XML as they are; it has written them as properties by then.
    const endMetadata = pdf.endMetadata.bind(pdf);
    pdf.endMetadata = () => {
      pdf.info.Title = xmlText(pdf.info.Title ?? '');
      endMetadata();
    };
    pdf.end();
    return this.#bytes;
  }

  #close(): void {
    if (this.#open !== null) this.pdf.endMarkedContent();
    this.#open = null;
  }
}

/** Viewers show bookmarks in a narrow pane. */
const longestBookmark = 160;

function shortened(title: string): string {
  return title.length > longestBookmark ? `${title.slice(0, longestBookmark - 1)}…` : title;
}

function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('error', reject);
    pdf.on('end', () => resolve(joined(chunks)));
  });
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

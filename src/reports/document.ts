import type { TargetOutcome } from '../domain/rates.js';
import type { Severity } from '../domain/rules.js';
import type { Language } from '../domain/text.js';
import type { Chart } from './charts/chart.js';

/**
 * A document that people sign, read and send on, in one language, before it becomes pages: what it says in order, without
 * any layout. PDF, DOCX and Markdown draw the same model. Texts are plain and not escaped; they are in NFC.
 */
export interface DocumentModel {
  /** Which document: `inspection`, `summary`, `reminder`, `annual-report`, `dossier`. */
  readonly id: string;
  readonly language: Language;
  /** For the file's properties and the window's title: one line. */
  readonly title: string;
  /** Date that stands in the file's properties, so that the same report gives the same bytes: `YYYY-MM-DD`. */
  readonly date: string;
  readonly head: OfficialHead;
  readonly body: readonly Block[];
  readonly foot: OfficialFoot;
  /** Each begins on a page of its own. */
  readonly annexes: readonly Annex[];
}

/**
 * The head of an official document, Decree 30/2020/NĐ-CP, Annex I. What isn't known is null and is drawn as a dotted blank,
 * never invented.
 */
export interface OfficialHead {
  /** The body above the issuing one; absent when it has none. */
  readonly superior: string | null;
  readonly issuer: string | null;
  /** `Số: …/BC-SKHCN`; its parts may be blanks already. */
  readonly number: string;
  /** `Lạng Sơn, ngày … tháng … năm 2026`. */
  readonly placeAndDate: string;
  /** `BÁO CÁO`, `BIÊN BẢN`; null for an official letter, whose subject stands below the number. */
  readonly documentType: string | null;
  /** What it is about. */
  readonly subject: string;
  /** Below the subject, in italics, such as a draft mark; empty for none. */
  readonly marks: readonly string[];
  /** `Kính gửi`: to whom; empty for none. */
  readonly addressees: readonly string[];
}

export interface OfficialFoot {
  /** `Nơi nhận`: one line each; empty for none. */
  readonly recipients: readonly string[];
  /** One or several side by side, the issuing body's last (on the right). */
  readonly signatures: readonly Signature[];
}

export interface Signature {
  /** `TM. ỦY BAN NHÂN DÂN`, `KT. GIÁM ĐỐC`; null for none. */
  readonly authority: string | null;
  /** `GIÁM ĐỐC`, `ĐẠI DIỆN CƠ QUAN ĐƯỢC KIỂM TRA`; null = a dotted blank. */
  readonly title: string | null;
  /** Below the room for the signature; null = a dotted blank. */
  readonly name: string | null;
}

export interface Annex {
  /** `Phụ lục I`. */
  readonly label: string;
  readonly title: string;
  readonly landscape: boolean;
  readonly body: readonly Block[];
}

/** A text, or pieces of it in different faces. */
export type RichText = string | readonly TextRun[];

export interface TextRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** How a cell or a mark is to be coloured; colour never says what words don't. */
export type Tone = TargetOutcome | Severity | 'neutral';

export type Block =
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | FieldsBlock
  | TableBlock
  | ChartBlock
  | FiguresBlock
  | PageBreakBlock;

/** Level 1 stands as "I.", 2 as "1.", 3 as "a)": the text brings its number. */
export interface HeadingBlock {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

/** `body`: justified with an indented first line; `note`: smaller, in italics; `centred`. */
export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly style: 'body' | 'note' | 'centred';
  readonly text: RichText;
}

export interface ListBlock {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly RichText[];
}

/** Labels with their values, one below the other. A null value is a dotted blank. */
export interface FieldsBlock {
  readonly kind: 'fields';
  readonly items: readonly { readonly label: string; readonly value: string | null }[];
}

export interface TableBlock {
  readonly kind: 'table';
  /** Above the table; null for none. */
  readonly caption: string | null;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Said instead of rows. */
  readonly empty: string;
  /** Below the heads a line with the columns' numbers `(1)`, `(2)`, as forms have. */
  readonly numbered?: boolean;
  /** Smaller letters, for wide tables. */
  readonly compact?: boolean;
}

export interface TableColumn {
  readonly title: string;
  /** Share of the width, relative to the other columns'. */
  readonly weight: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** A text, or one with a face and a tone. A null is an empty cell to be filled in by hand. */
export type TableCell = string | null | ToneCell;

export interface ToneCell {
  readonly text: string;
  readonly bold?: boolean;
  readonly tone?: Tone;
}

/** A picture of figures that also stand as text nearby or in `alt`. */
export interface ChartBlock {
  readonly kind: 'chart';
  readonly chart: Chart;
  readonly caption: string;
  /** What a person who doesn't see it must know. */
  readonly alt: string;
}

/** A row of big figures. */
export interface FiguresBlock {
  readonly kind: 'figures';
  readonly items: readonly {
    readonly value: string;
    readonly label: string;
    readonly note: string;
    readonly tone: Tone;
  }[];
}

export interface PageBreakBlock {
  readonly kind: 'page_break';
}

/** What stands on paper where something isn't known. */
export const dottedBlank = '……………………';

/**
 * A node of the document's logical structure, by which screen readers read it: what it is and where it belongs. It comes into
 * being in the file when something of it is first drawn, so that the order of drawing is the order of reading.
 */
export interface Tag {
  /** A standard structure type of PDF 1.7, 14.8.4. */
  readonly type:
    | 'P'
    | 'H1'
    | 'H2'
    | 'H3'
    | 'L'
    | 'LI'
    | 'Lbl'
    | 'LBody'
    | 'Table'
    | 'Caption'
    | 'THead'
    | 'TBody'
    | 'TR'
    | 'TH'
    | 'TD'
    | 'Figure';
  /** Null for what stands in the document itself. */
  readonly parent: Tag | null;
  /** Said instead of a picture. */
  readonly alt?: string;
}

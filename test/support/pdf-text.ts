import { PDFParse } from 'pdf-parse';

/** Text of each page of a PDF file. */
export async function pdfPages(file: Uint8Array): Promise<readonly string[]> {
  const parser = new PDFParse({ data: file.slice() });
  try {
    const { pages } = await parser.getText();
    return pages.map(({ text }) => text);
  } finally {
    await parser.destroy();
  }
}

/** A text without blanks, so that lines may break where they like. */
export function dense(text: string): string {
  return text.replace(/\s+/g, '');
}

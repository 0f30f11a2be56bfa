import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTinos } from '../../src/platform/fonts.js';
import type { DocumentModel } from '../../src/reports/document.js';
import { format } from '../../src/reports/formats/pdf.js';
import { hostileDocument } from '../support/hostile-document.js';
import { installed } from '../support/installed.js';
import {
  documentOf,
  inspectionDocument,
  letterDocument,
  vietnameseLetters,
} from '../support/report-documents.js';

const documents: readonly DocumentModel[] = [inspectionDocument, letterDocument, hostileDocument];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-pdf-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Path of the document as a file. */
async function written(document: DocumentModel): Promise<string> {
  const fonts = await readTinos();
  const file = await format.render(document, {
    fonts: () => Promise.resolve(fonts),
    webPage: () => Promise.reject(new Error('not asked for')),
  });
  const path = join(folder, 'document.pdf');
  await writeFile(path, file);
  return path;
}

function output(program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

describe.skipIf(!installed('qpdf', '--version'))('qpdf (skipped where it is not installed)', () => {
  test.each(documents.map((document) => [document.id, document] as const))(
    'finds nothing wrong in %s',
    async (_, document) => {
      expect(output('qpdf', '--check', await written(document))).toContain(
        'No syntax or stream encoding errors found',
      );
    },
  );

  test('sees the logical structure: headings, lists, tables with heads, pictures with words', async () => {
    const json = output('qpdf', '--json', '--json-key=qpdf', await written(inspectionDocument));
    const nodes = [...json.matchAll(/"\/S": "\/(\w+)"/g)].map(([, type]) => type);
    for (const type of [
      'Document',
      'H1',
      'H2',
      'H3',
      'P',
      'L',
      'LI',
      'Table',
      'TR',
      'TH',
      'TD',
      'Figure',
      'Caption',
    ]) {
      expect(nodes).toContain(type);
    }
    expect(json).toContain('"/Alt": "u:Trong 680 máy: 512 được bảo vệ');
    expect(json).toContain('"/Lang": "u:vi"');
    expect(json).toContain('"/Marked": true');
  });

  test('empty cells count, so that columns can be told apart by ear', async () => {
    const columns = ['a', 'b', 'c'].map((title) => ({ title, weight: 1 }));
    const rows = [
      [null, null, null],
      ['1', null, '3'],
    ];
    const table = { kind: 'table', caption: null, columns, rows, empty: '' } as const;
    const json = output('qpdf', '--json', '--json-key=qpdf', await written(documentOf([table])));
    expect(json.match(/"\/S": "\/TD"/g)).toHaveLength(6);
  });
});

describe.skipIf(!installed('pdftotext', '-v'))(
  'poppler (skipped where it is not installed)',
  () => {
    test('every font is embedded and says which letters it draws', async () => {
      const [, , ...fonts] = output('pdffonts', await written(inspectionDocument))
        .trimEnd()
        .split('\n');
      expect(fonts).toHaveLength(4);
      for (const font of fonts) {
        expect(font).toMatch(/Tinos/);
        expect(font).toMatch(/yes yes yes/);
      }
    });

    test('every letter of Vietnamese comes back as it went in', async () => {
      // One letter a word: pdftotext joins what stands close together.
      const words = Array.from(vietnameseLetters).join(' ');
      const document = documentOf([
        { kind: 'paragraph', style: 'body', text: words },
        { kind: 'paragraph', style: 'note', text: words.normalize('NFD') },
        { kind: 'paragraph', style: 'body', text: [{ text: words, bold: true }] },
        { kind: 'paragraph', style: 'body', text: [{ text: words, bold: true, italic: true }] },
      ]);
      const text = output('pdftotext', '-raw', await written(document), '-');
      expect(text.normalize('NFC')).toBe(text);
      const back = text.replace(/\s+/g, ' ');
      expect(back.split(words)).toHaveLength(5);
    });

    test('words parted between lines of a paragraph keep the blank between them', async () => {
      const text = output('pdftotext', '-raw', await written(letterDocument), '-').replace(
        /\s+/g,
        ' ',
      );
      expect(text).toContain(
        letterDocument.body
          .map((block) =>
            block.kind === 'paragraph' && typeof block.text === 'string' ? block.text : '',
          )
          .join(''),
      );
    });

    test('what is heard: words stay apart, heads and lines are silent where they come again', async () => {
      const text = output('pdfinfo', '-struct-text', await written(inspectionDocument));
      expect(text).toMatch(/H1 \(block\)\s+"Phụ lục I DANH MỤC PHÁT HIỆN TẠI SỞ Y TẾ"/);
      expect(text).toMatch(/LBody \(block\)\s+"Quy chế bảo đảm an ninh mạng;"/);
      expect(text.match(/TH:\s+\/Scope \/Column\s+"Phát hiện, bằng chứng"/g)).toHaveLength(1);
    });

    test('the properties name the document and its date, not the moment of writing', async () => {
      const info = output('pdfinfo', '-isodates', await written(inspectionDocument));
      expect(info).toContain(inspectionDocument.title);
      expect(info).toMatch(/CreationDate: +2026-11-24T00:00:00Z/);
      expect(info).toMatch(/ModDate: +2026-11-24T00:00:00Z/);
      expect(info).toMatch(/Tagged: +yes/);
      expect(info).toMatch(/Page size: +595\.\d+ x 841\.\d+ pts \(A4\)/);
    });

    test('an annex lies across where it is asked to', async () => {
      const info = output('pdfinfo', '-f', '1', '-l', '99', await written(inspectionDocument));
      const across = info.match(/Page +\d+ size: +841\.\d+ x 595/g) ?? [];
      expect(across.length).toBeGreaterThan(1);
      expect(info).toMatch(/Page +1 size: +595/);
    });
  },
);

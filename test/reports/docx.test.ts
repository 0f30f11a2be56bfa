import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTinos } from '../../src/platform/fonts.js';
import type { DocumentModel } from '../../src/reports/document.js';
import { format } from '../../src/reports/formats/docx.js';
import { documentTexts } from '../support/document-texts.js';
import { hostileDocument } from '../support/hostile-document.js';
import { installed } from '../support/installed.js';
import { inspectionDocument, letterDocument } from '../support/report-documents.js';

const hasOffice = installed('soffice', '--version') && installed('pdftotext', '-v');

describe.skipIf(!hasOffice)(
  'a word processor (skipped where LibreOffice or pdftotext is not installed)',
  () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'tuanthu-docx-'));
    });
    afterAll(() => rm(folder, { recursive: true }));

    /** Pages of the document as LibreOffice lays them out, as text. */
    async function pagesOf(document: DocumentModel): Promise<readonly string[]> {
      const fonts = await readTinos();
      const file = await format.render(document, {
        fonts: () => Promise.resolve(fonts),
        webPage: () => Promise.reject(new Error('not asked for')),
      });
      await writeFile(join(folder, 'document.docx'), file);
      // A profile of its own, so that no other instance answers.
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const path = join(folder, 'document.docx');
      const convert = ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, path];
      execFileSync('soffice', convert, { stdio: 'ignore' });
      const pdf = join(folder, 'document.pdf');
      const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
      return text.split('\f').slice(0, -1);
    }

    test('opens the inspection: head, numbered pages, repeated heads, annexes on their pages', async () => {
      const pages = await pagesOf(inspectionDocument);
      expect(pages[0]).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
      expect(pages[0]).toContain('BIÊN BẢN');
      for (const [index, page] of pages.entries()) {
        const [first = ''] = page.trim().split('\n');
        if (index === 0) expect(first.trim()).not.toBe('1');
        else expect(first.trim()).toBe(`${index + 1}`);
      }
      const annex = pages.findIndex((page) => page.includes('DANH MỤC PHÁT HIỆN TẠI SỞ Y TẾ'));
      expect(annex).toBeGreaterThan(0);
      expect(pages[annex]).not.toContain('Nơi nhận');
      const listed = pages.filter((page) => page.includes('Phát hiện, bằng chứng'));
      expect(listed.length).toBeGreaterThan(2);
      const signed = pages.find((page) => page.includes('Nơi nhận:')) ?? '';
      expect(signed).toContain('Các bên thống nhất ký tên');
    });

    test('opens the letter and shows its texts', async () => {
      const shown = dense((await pagesOf(letterDocument)).join(''));
      for (const text of documentTexts(letterDocument)) {
        for (const word of text.split(/\s+/)) expect.soft(shown, text).toContain(dense(word));
      }
    });

    test('opens hostile texts and shows what can be seen of them', async () => {
      const shown = dense((await pagesOf(hostileDocument)).join(''));
      for (const text of [
        '<script>alert(1)',
        "=cmd|' /C calc'!A0",
        ']]>',
        'điềukhiển',
        'Hữu Lũng',
      ]) {
        expect.soft(shown).toContain(dense(text));
      }
    });
  },
);

/** Without blanks and in one case: lines break anywhere, names of bodies stand in capitals. */
function dense(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '').toLocaleUpperCase('vi');
}

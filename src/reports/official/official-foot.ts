import { text } from '../../messages/format.js';
import type { OfficialFoot, Signature } from '../document.js';
import type { ReportModel } from '../report-model.js';

/** What a document's foot says besides the letterhead. */
export interface FootTexts {
  /** Recipients that stand before the letterhead's, such as `Như trên`. */
  readonly recipients?: readonly string[];
  /** Whose recipients of the letterhead are named; default `province`. */
  readonly about?: 'province' | 'agency';
  /** Who signs on the left of the issuing body, such as the agency that was inspected. */
  readonly beside?: readonly Signature[];
  /** The issuing body's title where it isn't the signer's of the letterhead, such as `ĐẠI DIỆN ĐOÀN KIỂM TRA`. */
  readonly signature?: Signature;
}

/**
 * The foot of an official document (Decree 30/2020/NĐ-CP, Annex I): the recipients, the archive copy last, and who signs.
 * Lines end with a semicolon, the last with a full stop.
 */
export function officialFoot(
  model: Pick<ReportModel, 'letterhead' | 'language'>,
  texts: FootTexts = {},
): OfficialFoot {
  const { letterhead, language } = model;
  const archive = text('official.archive', language);
  const own = texts.about === 'agency' ? letterhead.agencyRecipients : letterhead.recipients;
  const named = [...(texts.recipients ?? []), ...own].map(withoutEnding);
  const others = [...new Set(named.filter((line) => !isArchive(line)))];
  const lines = [...others, named.find(isArchive) ?? archive];
  return {
    recipients: lines.map((line, index) => `${line}${index === lines.length - 1 ? '.' : ';'}`),
    signatures: [...(texts.beside ?? []), texts.signature ?? letterhead.signer],
  };
}

function isArchive(line: string): boolean {
  return /^(Lưu|File copy)\b/iu.test(line);
}

function withoutEnding(line: string): string {
  return line.replace(/^[-–\s]+/u, '').replace(/[;.\s]+$/u, '');
}

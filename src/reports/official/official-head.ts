import { message } from '../../messages/catalogue.js';
import { formatMessage } from '../../messages/format.js';
import { dottedBlank, type OfficialHead } from '../document.js';
import type { ReportModel } from '../report-model.js';

/** What a document's head says besides who issues it. */
export interface HeadTexts {
  /** `BÁO CÁO`; null for an official letter. */
  readonly documentType: string | null;
  /** The type's abbreviation in the number, `BC`; null for an official letter, whose number ends with who drafted it. */
  readonly abbreviation: string | null;
  readonly subject: string;
  readonly marks?: readonly string[];
  readonly addressees?: readonly string[];
  /** Another issuer than the letterhead's, such as a system's operating unit; its place and sign are left blank. */
  readonly issuedBy?: { readonly superior: string | null; readonly issuer: string | null };
}

/**
 * The head of an official document (Decree 30/2020/NĐ-CP, Annex I) with the workspace's letterhead. The number and the day
 * of signing aren't known and are left blank; the year is that of the report's date. Names are in capitals, as the decree
 * writes them.
 */
export function officialHead(
  model: Pick<ReportModel, 'letterhead' | 'language' | 'asOfDate'>,
  texts: HeadTexts,
): OfficialHead {
  const { letterhead, language } = model;
  const issuedBy = texts.issuedBy ?? letterhead;
  const own = texts.issuedBy === undefined;
  return {
    superior: capitals(issuedBy.superior),
    issuer: capitals(issuedBy.issuer),
    number: formatMessage(
      message('official.number', {
        sign: documentSign(texts.abbreviation, own ? letterhead.sign : null),
      }),
      language,
    ),
    placeAndDate: formatMessage(
      message('official.place_and_date', {
        place: (own ? letterhead.place : null) ?? dottedBlank,
        year: model.asOfDate.slice(0, 4),
      }),
      language,
    ),
    documentType: texts.documentType,
    subject: texts.subject,
    marks: texts.marks ?? [],
    addressees: texts.addressees ?? [],
  };
}

const blank = '……';

/** `BC-SKHCN`, `SKHCN-……` of a letter. A workspace may write its sign with a type's abbreviation, which gives way. */
function documentSign(abbreviation: string | null, sign: string | null): string {
  const body = sign?.replace(/^(BC|BB|CV|TB|TTr)-/u, '') ?? blank;
  return abbreviation === null ? `${body}-${blank}` : `${abbreviation}-${body}`;
}

function capitals(name: string | null): string | null {
  return name === null ? null : name.toLocaleUpperCase('vi');
}

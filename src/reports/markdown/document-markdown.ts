import { text } from '../../messages/format.js';
import {
  type DocumentModel,
  dottedBlank,
  type OfficialFoot,
  type OfficialHead,
} from '../document.js';
import { blocksMarkdown } from './block-markdown.js';
import { inlineMarkdown, markdownLine } from './markdown-text.js';

/** Always in Vietnamese, whatever the report's language: Decree 30/2020/NĐ-CP, Annex I, II.1. */
const nationalName = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const motto = 'Độc lập - Tự do - Hạnh phúc';

/** A document as Markdown that reads as plain text too. Ends with a line break. */
export function documentMarkdown(document: DocumentModel): string {
  const { language, head, body, foot, annexes } = document;
  const blocks = [
    ...headMarkdown(document, head),
    ...blocksMarkdown(body, language),
    ...footMarkdown(document, foot),
    ...annexes.flatMap(({ label, title, body: annexBody }) => [
      '---',
      `## ${inlineMarkdown(label)}. ${inlineMarkdown(title)}`,
      ...blocksMarkdown(annexBody, language),
    ]),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** Who, where, when; the kind of document is the heading, or a letter's subject. */
function headMarkdown({ language }: DocumentModel, head: OfficialHead): readonly string[] {
  const { superior, documentType, subject, addressees } = head;
  return [
    ...(superior === null ? [] : [markdownLine(superior)]),
    bold(head.issuer ?? dottedBlank),
    bold(nationalName),
    bold(motto),
    markdownLine(head.number),
    italic(head.placeAndDate),
    ...(documentType === null
      ? [`# ${inlineMarkdown(subject)}`]
      : [`# ${inlineMarkdown(documentType)}`, bold(subject)]),
    ...head.marks.map(italic),
    ...(addressees.length === 0
      ? []
      : [bold(text('document.addressees', language)), list(addressees)]),
  ];
}

function footMarkdown({ language }: DocumentModel, foot: OfficialFoot): readonly string[] {
  const signatures = foot.signatures.flatMap(({ authority, title, name }) => [
    ...(authority === null ? [] : [bold(authority)]),
    bold(title ?? dottedBlank),
    markdownLine(name ?? dottedBlank),
  ]);
  return [
    ...signatures,
    ...(foot.recipients.length === 0
      ? []
      : [bold(text('document.recipients', language)), list(foot.recipients)]),
  ];
}

function list(items: readonly string[]): string {
  return items.map((each) => `- ${markdownLine(each.replace(/^\s*[-–—]\s*/, ''))}`).join('\n');
}

const bold = (content: string): string => marked(content, '**');

const italic = (content: string): string => marked(content, '*');

function marked(content: string, mark: string): string {
  const line = inlineMarkdown(content);
  return line === '' ? '' : mark + line + mark;
}

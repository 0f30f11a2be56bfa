import { XMLBuilder } from 'fast-xml-parser';

/** An element of an XML document. Names are the program's own; texts and values of attributes may be anything. */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number>>;
  /** Elements and texts, in order. An element that has texts should have no elements beside them: those are indented. */
  readonly children?: readonly (XmlElement | string)[];
}

/**
 * An XML 1.0 document in UTF-8 with an element as its root, indented by two blanks, a line break at the end. Whatever means
 * something in XML is escaped; characters that XML can't hold are left out; line breaks in attributes become blanks, as
 * every reader makes them. Never throws.
 */
export function writeXml(root: XmlElement): string {
  const builder = new XMLBuilder({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    textNodeName: textName,
    suppressEmptyNode: true,
    format: true,
    indentBy: '  ',
  });
  const declaration = { '?xml': [], ':@': { version: '1.0', encoding: 'UTF-8' } };
  return `${builder.build([declaration, node(root)])}\n`;
}

const textName = '#text';

function node({ name, attributes = {}, children = [] }: XmlElement): object {
  return {
    [name]: children.map((child) =>
      typeof child === 'string' ? { [textName]: allowed(child) } : node(child),
    ),
    ':@': Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [
        key,
        allowed(String(value)).replace(/[\t\n\r]+/g, ' '),
      ]),
    ),
  };
}

/** A text without what XML 1.0 (2.2, production Char) has no place for; a carriage return would come back as a line feed. */
function allowed(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

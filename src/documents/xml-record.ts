import { XMLParser } from 'fast-xml-parser';

/** Nested elements beyond this are no inventory's; the parser follows them on the stack. */
const maxDepth = 60;

/**
 * The elements of an XML text as plain objects: an element's name → its text, its own elements, or a list when the name
 * repeats. Attributes and comments are left out; every value is text. Undefined for what isn't well formed, for a document
 * type (entities could blow it up) and for elements nested more than 60 deep. Never throws.
 */
export function xmlRecord(text: string): unknown {
  if (/<!DOCTYPE/i.test(text) || tooDeep(text)) return undefined;
  try {
    return new XMLParser({
      ignoreAttributes: true,
      ignoreDeclaration: true,
      ignorePiTags: true,
      parseTagValue: false,
      trimValues: true,
    }).parse(text, true) as unknown;
  } catch {
    return undefined;
  }
}

function tooDeep(text: string): boolean {
  let depth = 0;
  for (const [tag] of text.matchAll(/<[A-Za-z/][^>]*>/g)) {
    if (tag.startsWith('</')) depth--;
    else if (!tag.endsWith('/>') && ++depth > maxDepth) return true;
  }
  return false;
}

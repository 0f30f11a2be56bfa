import { Document, isMap, isPair, isScalar, isSeq, visit } from 'yaml';

/** Words that need no quotes: ids and words of the schemas. Dates, numbers of documents and names are quoted. */
const plainWord = /^[a-z][a-z0-9_-]*$/;

/**
 * A value as the YAML an officer would keep: block style, lists of words and small records on one line, texts quoted.
 * `heading` lines (without `#`) come first as comments. Undefined members are left out.
 */
export function yamlText(value: unknown, heading: readonly string[]): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' || typeof node.value !== 'string') return;
      node.type = plainWord.test(node.value) ? 'PLAIN' : 'QUOTE_DOUBLE';
    },
    Seq(_, node) {
      if (node.items.every((item) => isScalar(item))) node.flow = true;
    },
    Map(_, node, path) {
      const parent = path.at(-1);
      const name = isPair(parent) && isScalar(parent.key) ? parent.key.value : undefined;
      if (path.length < 2 || name === 'facts' || name === 'parameters') return;
      if (node.items.every((pair) => isScalar(pair.value))) node.flow = true;
      if (node.items.length === 0) node.flow = true;
    },
  });
  visit(document, {
    // A record inside a flow list would be unreadable: such lists stay in block style.
    Seq(_, node) {
      if (node.items.some((item) => isMap(item) || isSeq(item))) node.flow = false;
    },
  });
  const comments = heading.map((line) => `# ${line}\n`).join('');
  return comments + document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

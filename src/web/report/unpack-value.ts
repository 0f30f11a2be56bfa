import type { PackedNode, PackedValue } from '../../reports/web/packed-value.js';

const listKind = 0;
const choiceKind = 1;
const firstShape = 2;

/**
 * The value that `packed` holds in a language. Equal parts are one and the same object, so it must not be changed.
 * Throws `RangeError` when the language isn't in it or the data is damaged.
 */
export function unpackValue(packed: PackedValue, language: string): unknown {
  const choice = packed.languages.indexOf(language);
  if (choice < 0) throw new RangeError(`No language ${language}`);
  const values: unknown[] = [...packed.texts];
  for (const node of packed.nodes) values.push(unpackNode(node, values, packed.shapes, choice));
  return valueAt(values, packed.root);
}

function unpackNode(
  node: PackedNode,
  values: readonly unknown[],
  shapes: PackedValue['shapes'],
  choice: number,
): unknown {
  if (typeof node !== 'object' || node === null) return node;
  const [kind = listKind, ...parts] = node;
  if (kind === listKind) return parts.map((part) => valueAt(values, part));
  if (kind === choiceKind) return valueAt(values, parts[choice] ?? -1);
  const names = shapes[kind - firstShape] ?? [];
  // Not by assignment, which takes the name `__proto__` for something else.
  return Object.fromEntries(names.map((name, at) => [name, valueAt(values, parts[at] ?? -1)]));
}

function valueAt(values: readonly unknown[], reference: number): unknown {
  if (reference < 0 || reference >= values.length) throw new RangeError('Damaged data');
  return values[reference];
}

/**
 * Values of several languages in one compact form. Every different part stands once and is referred to by number, so that
 * findings share their texts, citations and subjects. A reference below `texts.length` is a text; others are `nodes`, less
 * that length. A node only refers to nodes before it.
 */
export interface PackedValue {
  /** The languages packed, in the order of choices. */
  readonly languages: readonly string[];
  readonly texts: readonly string[];
  /** Names of the properties of the objects that share them. */
  readonly shapes: readonly (readonly string[])[];
  readonly nodes: readonly PackedNode[];
  /** Reference to the value itself. */
  readonly root: number;
}

/**
 * A number, truth value or null is itself. A composite begins with its kind: 0 = a list, 1 = one reference a language,
 * 2 and above = an object of the shape with that number less 2; references follow.
 */
export type PackedNode = number | boolean | null | readonly number[];

/** Anything that JSON can hold; properties that are undefined are left out. */
type Plain = string | number | boolean | null | undefined | readonly Plain[] | PlainObject;
interface PlainObject {
  readonly [name: string]: Plain;
}

const listKind = 0;
const choiceKind = 1;
const firstShape = 2;

/**
 * One value for each language as one packed value. Where the languages have the same structure, only what differs is kept
 * for each; where they don't, both are kept whole. Never throws for values that JSON can hold.
 */
export function packValue(byLanguage: Readonly<Record<string, unknown>>): PackedValue {
  const packer = new Packer();
  const root = packer.pack(Object.values(byLanguage) as Plain[]);
  return packer.result(Object.keys(byLanguage), root);
}

class Packer {
  // Negative while packing, because texts come first and their number isn't known yet.
  private readonly texts = new Map<string, number>();
  private readonly shapes = new Map<string, number>();
  private readonly shapeList: string[][] = [];
  private readonly known = new Map<string, number>();
  private readonly nodes: PackedNode[] = [];

  pack(variants: readonly Plain[]): number {
    const [first] = variants;
    if (variants.every((variant) => Object.is(variant, first)) && !isComposite(first)) {
      return this.packScalar(first);
    }
    if (variants.every(Array.isArray)) {
      const lists = variants as readonly (readonly Plain[])[];
      const { length } = lists[0] ?? [];
      if (lists.every((list) => list.length === length)) {
        const parts = Array.from({ length }, (_, at) => this.pack(lists.map((list) => list[at])));
        return this.node([listKind, ...parts]);
      }
    } else if (variants.every(isPlainObject)) {
      const objects = variants as readonly PlainObject[];
      const names = namesOf(objects[0] ?? {});
      if (objects.every((each) => shapeKey(namesOf(each)) === shapeKey(names))) {
        const parts = names.map((name) => this.pack(objects.map((each) => each[name])));
        return this.node([firstShape + this.shape(names), ...parts]);
      }
    }
    return this.node([choiceKind, ...variants.map((variant) => this.pack([variant]))]);
  }

  result(languages: readonly string[], root: number): PackedValue {
    const { size } = this.texts;
    const final = (reference: number) => (reference < 0 ? -reference - 1 : reference + size);
    return {
      languages,
      texts: [...this.texts.keys()],
      shapes: this.shapeList,
      nodes: this.nodes.map((node) =>
        isList(node) ? node.map((part, at) => (at === 0 ? part : final(part))) : node,
      ),
      root: final(root),
    };
  }

  private packScalar(value: Plain): number {
    if (typeof value === 'string') {
      const known = this.texts.get(value);
      if (known !== undefined) return known;
      const reference = -1 - this.texts.size;
      this.texts.set(value, reference);
      return reference;
    }
    return this.node((value ?? null) as number | boolean | null);
  }

  private shape(names: readonly string[]): number {
    const key = shapeKey(names);
    const known = this.shapes.get(key);
    if (known !== undefined) return known;
    this.shapes.set(key, this.shapeList.length);
    return this.shapeList.push([...names]) - 1;
  }

  private node(node: PackedNode): number {
    const key = isList(node) ? node.join() : `=${node}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, this.nodes.length);
    return this.nodes.push(node) - 1;
  }
}

function isComposite(value: Plain): boolean {
  return typeof value === 'object' && value !== null;
}

function isPlainObject(value: Plain): value is PlainObject {
  return isComposite(value) && !Array.isArray(value);
}

function isList(node: PackedNode): node is readonly number[] {
  return Array.isArray(node);
}

function namesOf(value: PlainObject): string[] {
  return Object.keys(value).filter((name) => value[name] !== undefined);
}

/** No two lists of names have the same; one empty name isn't none. */
function shapeKey(names: readonly string[]): string {
  return JSON.stringify(names);
}

import type { CatalogueProduct } from '../documents/product-catalogue.js';
import { suggestion } from '../documents/schemas.js';
import type { Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { type Grade, gradeRank, originFacts } from './observation.js';
import type { EndpointSource } from './source.js';

/**
 * The strongest evidence that a mapping of one's own may claim by its role, after the strength of evidence that the sources
 * of the product keep to: a console and a collector see each machine's state (A), an inventory sees what Windows reports (B),
 * a directory or a list kept by hand declares that a machine exists and nothing else (E).
 */
export const strongestGrade: Readonly<Record<EndpointSource['role'], Grade>> = {
  console: 'A',
  collector: 'A',
  inventory: 'B',
  directory: 'E',
  list: 'E',
};

/** What is wrong with a mapping of one's own, at a JSON Pointer of its file. */
export interface OwnSourceProblem {
  readonly pointer: string;
  readonly message: Message;
  readonly hint: Message | undefined;
}

/**
 * What a mapping that a workspace brings claims and may not. `others`: all sources read before it, with the file of each; an
 * id of theirs can't be taken, and a console that one of them reads must be called by the same first word, since two
 * differently named consoles count as two witnesses for the number of machines.
 */
export function ownSourceProblems(
  source: EndpointSource,
  others: readonly { readonly source: EndpointSource; readonly path: string }[],
  products: readonly CatalogueProduct[],
): readonly OwnSourceProblem[] {
  const { id, role, grade, sees, product } = source;
  const taken = others.find((other) => other.source.id === id);
  const ids = products.map((each) => each.id);
  const problems: (OwnSourceProblem | undefined)[] = [
    taken && {
      pointer: '/id',
      message: message('source.own.taken', { id, path: taken.path }),
      hint: message('source.own.taken.hint'),
    },
    grade === 'from_file' || gradeRank[grade] > gradeRank[strongestGrade[role]]
      ? {
          pointer: '/grade',
          message: message('source.own.too_strong', { role, grade }),
          hint: message('source.own.too_strong.hint', { role, grade: strongestGrade[role] }),
        }
      : undefined,
    sees === 'from_file'
      ? {
          pointer: '/sees',
          message: message('source.own.sees_from_file'),
          hint: message('source.own.sees_from_file.hint'),
        }
      : undefined,
    sees === 'one_product' && product === undefined
      ? {
          pointer: '/sees',
          message: message('source.own.no_product'),
          hint: message('source.own.no_product.hint'),
        }
      : undefined,
    product !== undefined && !ids.includes(product)
      ? {
          pointer: '/product',
          message: message('source.own.unknown_product', { product }),
          hint: suggestion(product, ids) ?? message('source.own.unknown_product.hint'),
        }
      : undefined,
    sameConsole(source, others),
    ...source.columns.map(({ fact }, index) =>
      originFacts.has(fact)
        ? {
            pointer: `/columns/${index}/fact`,
            message: message('source.own.origin_fact', { fact }),
            hint: undefined,
          }
        : undefined,
    ),
  ];
  return problems.flatMap((each) => each ?? []);
}

function sameConsole(
  { id, role, product }: EndpointSource,
  others: Parameters<typeof ownSourceProblems>[1],
): OwnSourceProblem | undefined {
  if (role !== 'console' || product === undefined) return undefined;
  const same = others
    .map(({ source }) => source)
    .filter((source) => source.role === 'console' && source.product === product);
  const [first] = same;
  if (!first || same.some((each) => firstWord(each.id) === firstWord(id))) return undefined;
  return {
    pointer: '/id',
    message: message('source.own.same_console', { other: first.id, product }),
    hint: message('source.own.same_console.hint', { example: `${firstWord(first.id)}-${id}` }),
  };
}

function firstWord(id: string): string {
  return id.split('-')[0] ?? id;
}

import type { ObservedFactName } from '../observation.js';
import { strongestGrade } from '../own-source.js';
import type { DateForm, EndpointSource } from '../source.js';
import type { ColumnGuess } from './guess-columns.js';
import { headerKey } from './header-names.js';
import type { PlacedWords } from './known-words.js';

/** Roles that a person may give an export; a collector writes the normalised format. */
export const draftRoles = ['console', 'directory', 'inventory', 'list'] as const;
export type DraftRole = (typeof draftRoles)[number];

/** What only a person knows of an export. Left out = not asked, so the draft leaves it open in the safest way. */
export interface DraftAnswers {
  readonly role?: DraftRole;
  /** Catalogue id of the one product that it knows; null: several, or none of the catalogue. */
  readonly product?: string | null;
  /** What a doubtful column is, by header; null: it isn't read. */
  readonly columns?: ReadonlyMap<string, { fact: ObservedFactName; words?: PlacedWords } | null>;
}

/** A column as it is to be read, or offered. */
export type DraftColumn = Extract<ColumnGuess, { is: 'read' | 'doubtful' }> & {
  /** Name of its list of words. */
  readonly list?: string;
};

/** A mapping as far as it is known. Parts that a person must look at are `open`. */
export interface DraftSource {
  readonly id: string;
  readonly file: string;
  readonly format: EndpointSource['format'];
  readonly role: DraftRole;
  readonly grade: 'A' | 'D' | 'E';
  readonly sees: 'one_product' | 'no_products';
  readonly product: string | undefined;
  readonly allOf: readonly string[];
  /** In the order of the file. */
  readonly columns: readonly DraftColumn[];
  readonly dates: readonly DateForm[];
  readonly observedAt: readonly ObservedFactName[];
  readonly ignored: readonly string[];
  /** Columns that nobody knows, which the mapping leaves out. */
  readonly unread: readonly string[];
  readonly open: {
    readonly role: boolean;
    readonly product: boolean;
    readonly dates: boolean;
    readonly observedAt: boolean;
  };
}

/** So many headers besides the machine's name tell a format from others without asking for each of its columns. */
export const tellingHeaders = 4;

/** Fewer would fit too many other exports. */
const fewHeaders = 3;

/**
 * The mapping that the columns and a person's answers make. What isn't known takes the safest choice: a list kept by hand, grade
 * E, no product seen. Undefined when no column can name a machine.
 * `headers`: how many besides that column must be there for a file to be recognised. Never throws.
 */
export function draftSource(
  shape: { readonly id: string; readonly file: string; readonly format: EndpointSource['format'] },
  guesses: readonly ColumnGuess[],
  answers: DraftAnswers,
  headers = tellingHeaders,
): DraftSource | undefined {
  const columns = guesses.flatMap((guess) => (isColumn(guess) ? settled(guess, answers) : []));
  const named = withLists(columns);
  const read = named.filter(({ is }) => is === 'read' || is === 'doubtful');
  const identity = read.find(({ fact }) => identities.has(fact));
  if (!identity) return undefined;
  const { role = 'list', product } = answers;
  const dated = named.flatMap(({ dates = [] }) => dates);
  const observedAt = (['observed_at', 'last_seen'] as const).filter((fact) =>
    named.some((column) => column.is === 'read' && column.fact === fact),
  );
  const telling = named
    .filter((column) => column !== identity)
    .toSorted((a, b) => weight(b) - weight(a))
    .map(({ header }) => header);
  const others = guesses
    .map(({ header }) => header)
    .filter((header) => header !== identity.header && !telling.includes(header));
  // Where few columns are known, those that nobody knows tell as well.
  const enough = headers > tellingHeaders ? headers : fewHeaders;
  const asked = [...telling, ...others.slice(0, Math.max(0, enough - telling.length))];
  return {
    ...shape,
    role,
    grade: gradeOf(role, named),
    sees: product ? 'one_product' : 'no_products',
    product: product ?? undefined,
    allOf: [identity.header, ...asked.slice(0, headers)],
    columns: named,
    dates: dated.length === 0 ? ['iso', 'dmy'] : [...new Set(dated)],
    observedAt,
    ignored: guesses.flatMap(({ is, header }) => (is === 'plain' ? [header] : [])),
    unread: guesses.flatMap((guess) =>
      guess.is === 'open' || (isColumn(guess) && settled(guess, answers).length === 0)
        ? [guess.header]
        : [],
    ),
    open: {
      role: answers.role === undefined,
      product: product === undefined && role === 'console',
      dates: named.some(({ openDates }) => openDates) && !named.some(settlesOrder),
      observedAt: observedAt.length === 0,
    },
  };
}

const identities: ReadonlySet<ObservedFactName> = new Set([
  'host',
  'fqdn',
  'serial',
  'hardware_uuid',
  'vendor_id',
]);

function isColumn(guess: ColumnGuess): guess is Extract<ColumnGuess, { is: 'read' | 'doubtful' }> {
  return guess.is === 'read' || guess.is === 'doubtful';
}

/** A doubtful column as the person settled it; none when it isn't to be read. */
function settled(
  guess: Extract<ColumnGuess, { is: 'read' | 'doubtful' }>,
  { columns }: DraftAnswers,
): readonly Extract<ColumnGuess, { is: 'read' | 'doubtful' }>[] {
  const answer = guess.is === 'doubtful' ? columns?.get(guess.header) : undefined;
  if (answer === undefined) return [guess];
  if (answer === null) return [];
  return [{ ...guess, ...answer, is: 'read' }];
}

/** Each list of words gets a name of its own, made of the column's. */
function withLists(columns: readonly Omit<DraftColumn, 'list'>[]): readonly DraftColumn[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    if (column.as !== 'words') return column;
    const base = headerKey(column.header).replaceAll(' ', '_') || column.fact;
    let list = base;
    for (let number = 2; taken.has(list); number++) list = `${base}_${number}`;
    taken.add(list);
    return { ...column, list };
  });
}

function gradeOf(role: DraftRole, columns: readonly DraftColumn[]): DraftSource['grade'] {
  if (role === 'console') return 'A';
  const lists = columns.some(({ fact }) => fact === 'product_name' || fact === 'installed');
  // That software is listed is all that an inventory shows for sure.
  return role === 'inventory' && lists && strongestGrade.inventory === 'B' ? 'D' : 'E';
}

/** Columns on protection and dates tell a format better than names and systems, which every export has. */
function weight({ fact, as }: DraftColumn): number {
  if (as === 'words') return 3;
  if (as === 'date') return 2;
  return fact === 'os_name' || fact === 'macs' ? 0 : 1;
}

function settlesOrder({ dates = [], openDates }: DraftColumn): boolean {
  return !openDates && (dates.includes('dmy') || dates.includes('mdy'));
}

import { fold } from '../../domain/text.js';
import type { ObservedFactName } from '../observation.js';
import type { DateForm, SourceColumn } from '../source.js';
import {
  factOfHeader,
  headerKey,
  hintOfHeader,
  isDoubtfulDate,
  isPlainHeader,
} from './header-names.js';
import { isWordFact, type PlacedWords, placeWords } from './known-words.js';
import { datesIn, isMac, isNumber, isUuid, mostly } from './value-forms.js';

/** A column of an export that nobody foresaw, with the values that were seen, blank ones left out. */
export interface SeenColumn {
  readonly header: string;
  readonly values: readonly string[];
}

/**
 * What a column may be. `read`: it says so for sure. `doubtful`: a person must say, and until then it isn't read. `plain`: an
 * audit doesn't ask it. `open`: nobody knows.
 */
export type ColumnGuess =
  | {
      readonly is: 'read' | 'doubtful';
      readonly header: string;
      readonly fact: ObservedFactName;
      readonly as: SourceColumn['as'];
      readonly words?: PlacedWords;
      readonly dates?: readonly DateForm[];
      /** Its dates can be read with the day or with the month first. */
      readonly openDates?: boolean;
    }
  | { readonly is: 'plain' | 'open'; readonly header: string };

/** A column of words has no more different ones, and none longer. */
const maxWords = 8;
const maxWordLength = 40;

/** A name of a machine is at most as long as DNS allows a label. */
const maxNameLength = 63;

/**
 * What each column may be, by its name and by the values seen. Protection is never guessed: a column is read as protection only
 * if its name says so and every word in it is known. Of two columns for one fact the first is read. Never throws.
 */
export function guessColumns(columns: readonly SeenColumn[]): readonly ColumnGuess[] {
  const guesses: ColumnGuess[] = [];
  const given = new Set<ObservedFactName>();
  for (const column of columns) {
    const guess = guessColumn(column);
    const twice = guess.is === 'read' && given.has(guess.fact);
    guesses.push(twice ? { is: 'open', header: column.header } : guess);
    if (guess.is === 'read') given.add(guess.fact);
  }
  if (given.has('host')) return guesses;
  // No name says which column names the machines: the first whose values look like names is offered.
  const at = columns.findIndex(
    ({ values }, index) => guesses[index]?.is === 'open' && areMachineNames(values),
  );
  return guesses.map((guess, index) =>
    index === at
      ? {
          is: 'doubtful' as const,
          header: guess.header,
          fact: 'host' as const,
          as: 'text' as const,
        }
      : guess,
  );
}

function areMachineNames(values: readonly string[]): boolean {
  const different = new Set(values.map(fold));
  return (
    different.size === values.length &&
    mostly(values, (value) => /^\p{L}[\p{L}\d._-]*$/u.test(value) && value.length <= maxNameLength)
  );
}

function guessColumn({ header, values }: SeenColumn): ColumnGuess {
  const key = headerKey(header);
  const fact = factOfHeader(key);
  if (fact) return bySureName(header, fact, values);
  if (isPlainHeader(key)) return { is: 'plain', header };
  if (mostly(values, isMac)) return { is: 'read', header, fact: 'macs', as: 'mac' };
  const dates = datesIn(values);
  if (dates && isDoubtfulDate(key)) {
    return { is: 'doubtful', header, fact: 'signatures_date', as: 'date', ...datesOf(dates) };
  }
  const hint = hintOfHeader(key);
  if (hint && !dates && areWords(values)) {
    const words = placeWords(hint, values).placed;
    return { is: 'doubtful', header, fact: hint, as: 'words', words };
  }
  return { is: 'open', header };
}

function bySureName(
  header: string,
  fact: ObservedFactName,
  values: readonly string[],
): ColumnGuess {
  const open: ColumnGuess = { is: 'open', header };
  if (isWordFact(fact)) {
    if (!areWords(values)) return open;
    const { placed, open: known } = placeWords(fact, values);
    // An unknown kind of machine is only a word that is told; an unknown word on protection keeps the column out.
    const sure = known || fact === 'kind';
    return { is: sure ? 'read' : 'doubtful', header, fact, as: 'words', words: placed };
  }
  switch (fact) {
    case 'last_seen':
    case 'observed_at':
    case 'signatures_date':
    case 'last_full_scan': {
      const dates = datesIn(values);
      return dates ? { is: 'read', header, fact, as: 'date', ...datesOf(dates) } : open;
    }
    case 'macs':
      return mostly(values, isMac) ? { is: 'read', header, fact, as: 'mac' } : open;
    case 'open_threats':
      return mostly(values, isNumber) ? { is: 'read', header, fact, as: 'number' } : open;
    case 'hardware_uuid':
      return mostly(values, isUuid) ? { is: 'read', header, fact, as: 'text' } : open;
    case 'vendor_id':
    case 'host':
      // Numbers of rows are no ids, and no names.
      return mostly(values, isNumber) ? open : { is: 'read', header, fact, as: 'text' };
    default:
      return { is: 'read', header, fact, as: 'text' };
  }
}

function datesOf(dates: NonNullable<ReturnType<typeof datesIn>>) {
  return { dates: dates.forms, openDates: dates.open };
}

function areWords(values: readonly string[]): boolean {
  const different = new Set(values.map(fold));
  return (
    different.size > 0 &&
    different.size <= maxWords &&
    values.every((value) => value.length <= maxWordLength)
  );
}

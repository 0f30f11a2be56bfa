/** Finds the rows whose texts fit what a person typed. */
export type Search = <Row>(
  rows: readonly Row[],
  textsOf: (row: Row) => readonly string[],
  query: string,
) => readonly Row[];

/**
 * A search that remembers the words of every text it has seen, because rows share most of theirs. Rows with the whole query
 * in one text are found: "so y te" finds "Sở Y tế", and the last word may be unfinished. Where no row has it, those are
 * that have all its words somewhere, in any order: short Vietnamese words alone fit too much. An empty query finds all.
 */
export function createSearch(): Search {
  const known = new Map<string, string>();
  const words = (text: string) => {
    const folded = known.get(text) ?? foldWords(text);
    known.set(text, folded);
    return folded;
  };
  return (rows, textsOf, query) => {
    const phrase = foldWords(query);
    if (phrase === ' ') return rows;
    const having = (starts: readonly string[]) =>
      rows.filter((row) => {
        const texts = textsOf(row);
        return starts.every((start) => texts.some((text) => words(text).includes(start)));
      });
    const found = having([phrase]);
    const single = phrase.split(' ').filter(Boolean);
    return found.length > 0 || single.length < 2 ? found : having(single.map((each) => ` ${each}`));
  };
}

/**
 * The words of a text without diacritics and `đ`, in lower case, parted by single blanks, with one before the first:
 * " so y te". Punctuation parts words, so that "331/2026" is found by "331".
 */
export function foldWords(text: string): string {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return ` ${words}`;
}

import { fold } from '../../domain/text.js';
import type { ObservedFactName } from '../observation.js';

/** Words of a column by what they mean: `yes`, `no`, a kind of machine; `unknown` for those that nobody here knows. */
export type PlacedWords = Readonly<Record<string, readonly string[]>>;

const yes = ['co', 'yes', 'true', 'bat', 'da bat', 'dang bat', 'on', 'enabled', 'kich hoat'];
const no = ['khong', 'no', 'false', 'tat', 'da tat', 'dang tat', 'off', 'disabled', 'chua bat'];

/** Said of a value that isn't known; they need no decision. */
const openWords: ReadonlySet<string> = new Set([
  ...['khong ro', 'chua ro', 'khong xac dinh', 'n/a', 'na', 'unknown', '-', '?', 'none', 'null'],
]);

/** Words without diacritics, by fact: what agencies and consoles write for on and off, installed and not. */
const words: Partial<Readonly<Record<ObservedFactName, PlacedWords>>> = {
  realtime: {
    yes: [...yes, 'dang hoat dong', 'hoat dong'],
    no: [...no, 'ngung hoat dong', 'dung hoat dong', 'khong hoat dong'],
  },
  installed: {
    yes: ['co', 'yes', 'true', 'da cai', 'da cai dat', 'installed'],
    no: [
      ...['khong', 'no', 'false', 'chua cai', 'chua cai dat', 'khong cai', 'khong co', 'chua co'],
      'not installed',
    ],
  },
  signatures_current: {
    yes: ['co', 'yes', 'true', 'moi nhat'],
    no: ['khong', 'no', 'false', 'cu'],
  },
  firewall: { yes, no },
  disk_encrypted: { yes: [...yes, 'da ma hoa', 'encrypted'], no: [...no, 'chua ma hoa'] },
  kind: {
    workstation: [
      ...['may tram', 'may ban', 'may tinh de ban', 'de ban', 'may xach tay', 'xach tay', 'laptop'],
      ...['desktop', 'notebook', 'pc', 'workstation', 'may tinh'],
    ],
    server: ['may chu', 'server', 'may chu ao'],
    mobile: ['dien thoai', 'di dong', 'may tinh bang', 'mobile', 'phone', 'tablet'],
    printer: ['may in', 'printer'],
    network: ['thiet bi mang', 'switch', 'router', 'firewall', 'network'],
  },
};

/** Whether a fact is read by words. */
export function isWordFact(fact: ObservedFactName): boolean {
  return words[fact] !== undefined;
}

/**
 * The words that a column was seen to use, each as it is first written, under what it means for the fact. `open`: none of the
 * words under `unknown` needs a decision.
 */
export function placeWords(
  fact: ObservedFactName,
  values: readonly string[],
): { readonly placed: PlacedWords; readonly open: boolean } {
  const known = words[fact] ?? { yes: [], no: [] };
  const seen = new Map<string, string>();
  for (const value of values) if (!seen.has(fold(value))) seen.set(fold(value), value);
  const meaning = (key: string) =>
    Object.entries(known).find(([, list]) => list.includes(key))?.[0] ?? 'unknown';
  const placed: Record<string, string[]> = Object.fromEntries(
    [...Object.keys(known), 'unknown'].map((name) => [name, []]),
  );
  for (const [key, word] of seen) placed[meaning(key)]?.push(word);
  return {
    placed,
    open: (placed['unknown'] ?? []).every((word) => openWords.has(fold(word))),
  };
}

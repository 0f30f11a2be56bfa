/** Screens of the application, as the first part of an address names them. */
export const screens = [
  'overview',
  'agencies',
  'agency',
  'systems',
  'system',
  'findings',
  'finding',
  'articles',
  'article',
  'packs',
  'inputs',
] as const;

export type ScreenId = (typeof screens)[number];

/** What the address says: a screen, what it is about, and how its tables are searched, filtered and sorted. */
export interface Route {
  readonly screen: ScreenId;
  /** Parts of the path after the screen: an agency; an agency and a system; a finding; a citation. */
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

/** Reads the address's fragment, `#/agency/so-y-te?q=ma+doc`; null when it names no screen. Never throws. */
export function parseRoute(fragment: string): Route | null {
  const [path = '', query = ''] = fragment.replace(/^#?\/?/, '').split(/\?(.*)/s);
  const [screen, ...rest] = path.split('/').filter(Boolean).map(decode);
  const known = screens.find((each) => each === (screen ?? 'overview'));
  if (!known) return null;
  return { screen: known, path: rest, query: Object.fromEntries(new URLSearchParams(query)) };
}

/** The fragment of a route; empty values of the query are left out. */
export function routeHref(
  screen: ScreenId,
  path: readonly string[] = [],
  query: Readonly<Record<string, string>> = {},
): string {
  const parts =
    screen === 'overview'
      ? []
      : [screen, ...path.map((part) => encodeURIComponent(addressText(part)))];
  const entries = Object.entries(query).filter(([, value]) => value !== '');
  const search = entries.length > 0 ? `?${new URLSearchParams(entries)}` : '';
  return `#/${parts.join('/')}${search}`;
}

/**
 * A name as an address can hold it: halves of characters, which can't be encoded, become the replacement character. Look
 * names up by this form.
 */
export function addressText(name: string): string {
  return name.replace(/\p{Surrogate}/gu, '\uFFFD');
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

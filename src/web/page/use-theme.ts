import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Theme } from '../report/report-context.js';
import { useStored } from './use-stored.js';

/** Chosen by a person, or null = as the system says. */
export type ThemeChoice = Theme | null;

/** The theme to draw in and the person's choice; marks the document, so that the style sheet follows. */
export function useTheme(): {
  readonly theme: Theme;
  readonly choice: ThemeChoice;
  readonly choose: (choice: ThemeChoice) => void;
} {
  const [choice, choose] = useStored<Theme>('theme', ['light', 'dark']);
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const theme = choice ?? (systemDark ? 'dark' : 'light');
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return { theme, choice, choose };
}

/** Whether a media query holds, kept up to date. */
function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const read = () => setMatches(list.matches);
    list.addEventListener('change', read);
    return () => list.removeEventListener('change', read);
  }, [query]);
  return matches;
}

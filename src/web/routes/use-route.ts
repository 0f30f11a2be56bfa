import { useEffect, useState } from 'preact/hooks';
import { parseRoute, type Route, routeHref } from './route.js';

/** The route that the address names, kept up to date; null when it names no screen. */
export function useRoute(): Route | null {
  const [fragment, setFragment] = useState(location.hash);
  useEffect(() => {
    const read = () => setFragment(location.hash);
    addEventListener('hashchange', read);
    addEventListener(queryChanged, read);
    return () => {
      removeEventListener('hashchange', read);
      removeEventListener(queryChanged, read);
    };
  }, []);
  return parseRoute(fragment);
}

const queryChanged = 'tuanthu:query';

/**
 * Changes the query of the address without a new step in the history, so that "back" leaves a list as it was and doesn't
 * walk through every letter typed.
 */
export function replaceQuery(changes: Readonly<Record<string, string>>): void {
  const route = parseRoute(location.hash);
  if (!route) return;
  const href = routeHref(route.screen, route.path, { ...route.query, ...changes });
  try {
    history.replaceState(history.state, '', href);
  } catch {
    // Some browsers allow only so many changes of the history in a while.
    location.replace(href);
  }
  dispatchEvent(new Event(queryChanged));
}

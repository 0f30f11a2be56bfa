import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

const settleMs = 300;
const framesToSettle = 8;

/**
 * Keeps a person's place: every step of the history remembers how far it was scrolled; going back restores that and puts
 * the focus on the link that was followed; a new step begins at its heading. `place` names the screen and its subject.
 */
export function usePagePlace(place: string): void {
  const last = useRef(place);
  useEffect(rememberPlace, []);
  useLayoutEffect(() => {
    const left = last.current;
    if (left === place) return undefined;
    last.current = place;
    const scroll = savedScroll();
    if (scroll === null) {
      scrollTo(0, 0);
      focusHeading();
      return undefined;
    }
    // Long lists draw the rows of a place only once it is scrolled to.
    return overFrames((frame) => {
      scrollTo(0, scroll);
      const found = frame > 0 && focusLinkTo(left);
      if (!found && frame === framesToSettle) focusHeading();
      return found || frame === framesToSettle;
    });
  }, [place]);
}

/** Takes a step in every frame, counted from 0, until one says that it is done; the result ends it earlier. */
function overFrames(step: (frame: number) => boolean): () => void {
  let request = 0;
  const next = (frame: number) => {
    request = requestAnimationFrame(() => {
      if (!step(frame)) next(frame + 1);
    });
  };
  next(0);
  return () => cancelAnimationFrame(request);
}

function rememberPlace(): () => void {
  history.scrollRestoration = 'manual';
  let timer = 0;
  const save = () => {
    clearTimeout(timer);
    try {
      history.replaceState({ scroll: scrollY }, '');
    } catch {
      // Some browsers allow only so many changes of the history in a while; the place is then not kept.
    }
  };
  const later = () => {
    clearTimeout(timer);
    timer = window.setTimeout(save, settleMs);
  };
  const beforeLink = (event: Event) => {
    if (event.target instanceof Element && event.target.closest('a[href]')) save();
  };
  addEventListener('scroll', later, { passive: true });
  addEventListener('click', beforeLink, true);
  // A step that comes from the history has a state; leaving it must not write its place into another.
  const stop = () => clearTimeout(timer);
  addEventListener('popstate', stop);
  return () => {
    removeEventListener('popstate', stop);
    removeEventListener('scroll', later);
    removeEventListener('click', beforeLink, true);
  };
}

function savedScroll(): number | null {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('scroll' in state)) return null;
  return typeof state.scroll === 'number' ? state.scroll : null;
}

function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}

function focusLinkTo(place: string): boolean {
  const links = document.querySelectorAll<HTMLAnchorElement>('main a[href]');
  const link = [...links].find((each) => each.hash.split('?')[0] === place);
  link?.focus({ preventScroll: true });
  return link !== undefined;
}

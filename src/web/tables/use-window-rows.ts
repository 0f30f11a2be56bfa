import {
  defaultRangeExtractor,
  measureElement,
  observeWindowOffset,
  observeWindowRect,
  type Range,
  Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

type WindowVirtualizer = Virtualizer<Window, HTMLElement>;

/** Lists up to this length are drawn whole: searching in the page finds all of their rows. */
const drawnWhole = 100;
const usualRowHeight = 76;

/** The rows to draw of a long list that scrolls with the window. */
export interface WindowRows {
  readonly items: readonly { readonly index: number; readonly before: number }[];
  /** Height of the rows after the last drawn one. */
  readonly after: number;
  readonly measure: (element: HTMLElement | null) => void;
}

/**
 * Chooses the rows near the window. `before` of a drawn row is the height of the undrawn rows between it and the row drawn
 * before. `kept` is a row that stays drawn wherever one scrolls: the one that has the focus. `heights` outlives the list:
 * with it, a list that is gone back to is as high as it was.
 */
export function useWindowRows(
  body: RefObject<HTMLElement | null>,
  keys: readonly string[],
  kept: number | null,
  heights: Map<string, number>,
): WindowRows {
  const count = keys.length;
  const [, redraw] = useReducer<number, void>((version) => version + 1, 0);
  const [margin, setMargin] = useState(0);
  const options: VirtualizerOptions<Window, HTMLElement> = {
    count,
    getScrollElement: () => window,
    estimateSize: (index) => heights.get(keys[index] ?? '') ?? usualRowHeight,
    getItemKey: (index) => keys[index] ?? index,
    scrollToFn: windowScroll,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    initialOffset: () => scrollY,
    initialRect: { width: innerWidth, height: innerHeight },
    measureElement,
    overscan: 8,
    scrollMargin: margin,
    rangeExtractor: (range) => withKept(range, kept),
    onChange: () => redraw(),
  };
  const [virtualizer] = useState<WindowVirtualizer>(() => new Virtualizer(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  useLayoutEffect(() => () => rememberHeights(virtualizer, heights), [virtualizer, heights]);
  useLayoutEffect(() => watchTop(body, setMargin), [body]);
  if (count <= drawnWhole) {
    return {
      items: Array.from({ length: count }, (_, index) => ({ index, before: 0 })),
      after: 0,
      measure,
    };
  }
  let end = margin;
  const items = virtualizer.getVirtualItems().map((item) => {
    const before = item.start - end;
    end = item.end;
    return { index: item.index, before };
  });
  return {
    items,
    after: margin + virtualizer.getTotalSize() - end,
    measure: virtualizer.measureElement,
  };
}

function measure(): void {}

function rememberHeights({ itemSizeCache }: WindowVirtualizer, heights: Map<string, number>): void {
  for (const [key, height] of itemSizeCache) heights.set(String(key), height);
}

function withKept(range: Range, kept: number | null): number[] {
  const indexes = defaultRangeExtractor(range);
  if (kept === null || kept >= range.count || indexes.includes(kept)) return indexes;
  return [...indexes, kept].sort((a, b) => a - b);
}

/** Tells how far from the page's top an element begins, whenever what is above it changes. */
function watchTop(body: RefObject<HTMLElement | null>, tell: (top: number) => void): () => void {
  const read = () => {
    const top = body.current?.getBoundingClientRect().top;
    if (top !== undefined) tell(Math.round(top + scrollY));
  };
  read();
  const observer = new ResizeObserver(read);
  observer.observe(document.body);
  return () => observer.disconnect();
}

import { observeWindowOffset, observeWindowRect, Virtualizer, windowScroll } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

interface WindowList {
  readonly count: number;
  /** Height of an item before it has been measured, in pixels. */
  estimate(index: number): number;
  /** What an item is known by: its height is remembered by it. */
  keyOf(index: number): string;
  /** The element that holds the items. */
  readonly list: RefObject<HTMLElement | null>;
}

/** Items of a long list that are in sight while the window is scrolled; the others are not there at all. */
export function useWindowList({ count, estimate, keyOf, list }: WindowList) {
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const [margin, setMargin] = useState(0);
  const options = {
    count,
    estimateSize: estimate,
    getItemKey: keyOf,
    getScrollElement: () => window,
    initialOffset: () => window.scrollY,
    observeElementOffset: observeWindowOffset,
    observeElementRect: observeWindowRect,
    onChange: () => draw(undefined as never),
    overscan: 8,
    scrollMargin: margin,
    scrollToFn: windowScroll,
  };
  const [virtual] = useState(() => new Virtualizer<Window, HTMLElement>(options));
  virtual.setOptions(options);
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());
  useLayoutEffect(() => {
    const top = Math.round((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    if (top !== margin) setMargin(top);
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  return {
    items,
    /** Room that the items out of sight take, above and below, in pixels. */
    before: first === undefined ? 0 : first.start - margin,
    after: last === undefined ? 0 : virtual.getTotalSize() - (last.end - margin),
    measure: (element: HTMLElement | null) => {
      if (element !== null) virtual.measureElement(element);
    },
    scrollTo: (index: number) => virtual.scrollToIndex(index, { align: 'center' }),
  };
}

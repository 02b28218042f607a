import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

interface BoxList {
  readonly count: number;
  /** Height of every item, in pixels. */
  readonly estimate: number;
  /** The element that is scrolled. */
  readonly box: RefObject<HTMLElement | null>;
}

/** Items of one height in a box that scrolls: those in sight, and where each begins. */
export function useBoxList({ count, estimate, box }: BoxList) {
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const options = {
    count,
    estimateSize: () => estimate,
    getScrollElement: () => box.current,
    observeElementOffset,
    observeElementRect,
    onChange: () => draw(undefined as never),
    overscan: 6,
    scrollToFn: elementScroll,
  };
  const [virtual] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtual.setOptions(options);
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());
  return {
    rows: virtual.getVirtualItems(),
    height: virtual.getTotalSize(),
    scrollTo: (index: number) => virtual.scrollToIndex(index, { align: 'auto' }),
  };
}

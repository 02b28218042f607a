import type { TargetedMouseEvent } from 'preact';

interface MarkupProps {
  /** What our own renderers drew: every text from a file is escaped in it (render/html/html.ts). */
  readonly html: string;
  readonly onLink: (link: HTMLAnchorElement | SVGAElement) => void;
}

/** A part of the report, drawn by the renderer of the HTML report; its links lead within the page. */
export function Markup({ html, onLink }: MarkupProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: only links in it are acted on, and the keyboard clicks these, too
    // biome-ignore lint/a11y/noStaticElementInteractions: the same
    <div onClick={(event) => follow(event, onLink)} dangerouslySetInnerHTML={{ __html: html }} />
  );
}

/** Hands over a link within the page that was clicked. */
export function follow(event: TargetedMouseEvent<Element>, onLink: MarkupProps['onLink']): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || !link.getAttribute('href')?.startsWith('#')) return;
  event.preventDefault();
  onLink(link as HTMLAnchorElement | SVGAElement);
}

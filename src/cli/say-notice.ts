import type { Notice } from '../model/notice.ts';
import { noticeText } from '../render/notice-text.ts';
import type { Context } from './context.ts';

/** Says what a use-case tells on its way. */
export function sayNotice({ lang, say }: Context): (notice: Notice) => void {
  return (notice) => {
    for (const line of noticeText(lang, notice)) say(line);
  };
}

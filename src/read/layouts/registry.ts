import { flat } from './flat.ts';
import type { Layout } from './layout.ts';
import { level } from './level.ts';
import { local } from './local.ts';
import { national } from './national.ts';
import { register } from './register.ts';
import { joinedSideBySide, sideBySide } from './side-by-side.ts';

/** The layouts, the more particular before the more general: the first that recognises a row as its header has it. */
export const layouts: readonly Layout[] = [
  sideBySide,
  local,
  register,
  level,
  national,
  joinedSideBySide,
  flat,
];

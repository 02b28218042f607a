import type { Container } from './container.ts';
import { docx } from './docx.ts';
import { fods } from './fods.ts';
import { html } from './html.ts';
import { markdown } from './markdown.ts';
import { ods } from './ods.ts';
import { pdf } from './pdf.ts';
import { text } from './text.ts';
import { turtle } from './turtle.ts';
import { xls } from './xls.ts';
import { xlsb } from './xlsb.ts';
import { xlsx } from './xlsx.ts';

/** The containers, the more particular before the more general: the first that recognises a file reads it. */
export const containers: readonly Container[] = [
  pdf,
  ods,
  fods,
  xlsb,
  xls,
  docx,
  html,
  xlsx,
  turtle,
  markdown,
  text,
];

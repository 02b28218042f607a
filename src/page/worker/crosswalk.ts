import { codesLikeNumbers } from '../../app/codes-like-numbers.ts';
import type { Comparison } from '../../app/comparison.ts';
import { type CrosswalkOrder, makeCrosswalk } from '../../app/make-crosswalk.ts';
import type { Lang } from '../../model/lang.ts';
import type { PageFile } from '../calls/page-file.ts';
import { type Handler, openIn } from './handler.ts';

/** What is saved of a crosswalk, and by which name: as the command line writes it under that name. */
const ORDERS: readonly (readonly [name: string, order: CrosswalkOrder])[] = [
  ['crosswalk.csv', {}],
  ['crosswalk-excel.csv', { style: { csv: 'excel-it' } }],
  ['crosswalk.xlsx', { format: 'xlsx' }],
  ['payroll.csv', { profile: 'payroll' }],
  ['payroll-excel.csv', { profile: 'payroll', style: { csv: 'excel-it' } }],
  ['payroll.xlsx', { format: 'xlsx', profile: 'payroll' }],
  ['crosswalk.sql', { format: 'sql' }],
];

/** Makes the crosswalk in every form that is saved. */
export const crosswalk: Handler<'crosswalk'> = async ({ lang }, { held, progress }) => {
  const { comparison } = openIn(held);
  const files: PageFile[] = [];
  for (const [i, [name, order]] of ORDERS.entries()) {
    files.push(...(await madeAs(comparison, name, { ...order, style: { ...order.style, lang } })));
    progress((i + 1) / ORDERS.length);
  }
  const { obstacles, document } = await makeCrosswalk(comparison);
  return { files, obstacles, alike: codesLikeNumbers(document.crosswalk) };
};

async function madeAs(
  comparison: Comparison,
  name: string,
  order: CrosswalkOrder & { readonly style: { readonly lang: Lang } },
): Promise<readonly PageFile[]> {
  const { file } = await makeCrosswalk(comparison, order);
  if (file === null) return [];
  return [{ name, bytes: typeof file.data === 'string' ? new TextEncoder().encode(file.data) : file.data }];
}

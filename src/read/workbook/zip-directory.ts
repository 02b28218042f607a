import { damaged } from './damaged.ts';

/** Where a member of an archive lies, and how it is packed. */
export interface Member {
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const DIRECTORY_ENTRY = 0x02014b50;
/** A comment may follow the end record, 64 kB at most. */
const END_SEARCH = 22 + 0xffff;
/** What stands where the true number is too large for its field, or is kept in the Zip64 record only. */
const ELSEWHERE = 0xffffffff;
const ELSEWHERE_SHORT = 0xffff;
const ZIP64_FIELD = 1;

/**
 * Reads the central directory of a zip archive, Zip64 as well: reporting tools write it for small workbooks too. Names
 * get forward slashes, which is how workbooks refer to their parts.
 *
 * @throws ProcmapError `workbook-damaged`
 */
export function readDirectory(file: string, bytes: Uint8Array): Map<string, Member> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start } = findDirectory(file, view);
  const members = new Map<string, Member>();
  const names = new TextDecoder();
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      throw damaged(file, 'directory');
    }
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const extra = at + 46 + nameLength;
    if (extra + extraLength > bytes.length) throw damaged(file, 'directory');
    if ((view.getUint16(at + 8, true) & 1) === 1) throw damaged(file, 'encrypted');
    const name = names.decode(bytes.subarray(at + 46, extra)).replaceAll('\\', '/');
    members.set(name, memberAt(view, at, { from: extra, to: extra + extraLength }));
    at = extra + extraLength + view.getUint16(at + 32, true);
  }
  return members;
}

function findDirectory(file: string, view: DataView): { readonly count: number; readonly start: number } {
  const end = findEnd(view);
  if (end < 0) throw damaged(file, 'truncated');
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count !== ELSEWHERE_SHORT && start !== ELSEWHERE) return { count, start };
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return { count, start };
  const record = safe(view.getBigUint64(locator + 8, true));
  if (record + 56 > view.byteLength || view.getUint32(record, true) !== END_OF_DIRECTORY_64) {
    throw damaged(file, 'directory');
  }
  return {
    count: safe(view.getBigUint64(record + 32, true)),
    start: safe(view.getBigUint64(record + 48, true)),
  };
}

function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - END_SEARCH; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return -1;
}

function memberAt(view: DataView, at: number, extra: { readonly from: number; readonly to: number }): Member {
  const long = longNumbers(view, extra);
  // The long numbers stand in this order, and only those whose short field is full.
  const number = (offset: number): number => {
    const short = view.getUint32(at + offset, true);
    return short === ELSEWHERE ? (long.shift() ?? short) : short;
  };
  const method = view.getUint16(at + 10, true);
  const size = number(24);
  const packedSize = number(20);
  return { method, size, packedSize, offset: number(42) };
}

function longNumbers(view: DataView, { from, to }: { readonly from: number; readonly to: number }): number[] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64_FIELD) continue;
    const end = Math.min(to, at + 4 + view.getUint16(at + 2, true));
    const numbers: number[] = [];
    for (let field = at + 4; field + 8 <= end; field += 8) numbers.push(safe(view.getBigUint64(field, true)));
    return numbers;
  }
  return [];
}

/** No file that is read is so large; a number that is too large for a double lies beyond every end. */
function safe(number: bigint): number {
  return Number(number > BigInt(Number.MAX_SAFE_INTEGER) ? BigInt(Number.MAX_SAFE_INTEGER) : number);
}

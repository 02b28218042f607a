import type { UnreadFormat } from '../model/error-args.ts';

/** What the first bytes of a file say it is; its name is not asked. */
export type Container =
  | { readonly kind: 'zip' }
  | { readonly kind: 'json' }
  | { readonly kind: 'text' }
  /** A format that is known and not read. */
  | { readonly kind: 'unsupported'; readonly format: UnreadFormat };

const unsupported = (format: UnreadFormat): Container => ({ kind: 'unsupported', format });

/** Recognises the container of a file by its content: a wrong ending misleads nobody. */
export function detectContainer(bytes: Uint8Array): Container {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) {
    return { kind: 'zip' };
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
    return unsupported(oleFormat(bytes));
  if (startsWith(bytes, [0x1f, 0x8b])) return unsupported('gzip');
  const start = textStart(bytes);
  if (start.startsWith('%PDF-')) return unsupported('pdf');
  if (start.startsWith('{\\rtf')) return unsupported('rtf');
  if (/^<(!doctype html|html|head|table)\b/i.test(start)) return unsupported('html');
  if (start.startsWith('<?xml') || start.startsWith('<Workbook')) return unsupported('xml');
  return { kind: start.startsWith('{') ? 'json' : 'text' };
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

/** The old Office container holds .xls workbooks, and new workbooks that are locked with a password. */
function oleFormat(bytes: Uint8Array): UnreadFormat {
  const locked = latin1(bytes.subarray(0, 64 * 1024))
    .replaceAll('\0', '')
    .includes('EncryptedPackage');
  return locked ? 'xlsx-locked' : 'xls';
}

/** The first characters that are not blank, read byte by byte; enough for marks that are ASCII. */
function textStart(bytes: Uint8Array): string {
  return latin1(bytes.subarray(0, 1024))
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart();
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

import { Inflate, inflateSync } from 'fflate';
import { ProcmapError } from '../../words/procmap-error.ts';
import type { ReadLimits } from '../limits.ts';
import { damaged } from './damaged.ts';
import { type Member, readDirectory } from './zip-directory.ts';

export { damaged };

/**
 * An opened zip archive. Only what is asked for is unpacked, piece by piece and within the limits. Members are found
 * whatever the case of their names, and whichever slash these have: some programs write other than they refer to.
 */
export interface Zip {
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** The pieces of a member, unpacked while they are asked for; `null` when there is no such member. */
  readonly read: (name: string) => Iterable<Uint8Array> | null;
}

const LOCAL_HEADER = 0x04034b50;
/** Small pieces: deflate expands 1000 times at most, so one piece never unpacks to more than some 16 MB. */
const PIECE = 16 * 1024;
/** Packed bytes that may be unpacked in one go: at worst some 250 MB run through, none of it kept beyond its size. */
const SMALL = 256 * 1024;
const TEXT_PIECE = 2 ** 20;

/**
 * Opens a zip archive from its central directory.
 *
 * The sizes that the directory states are checked against the limit before anything is unpacked, and the data against
 * the sizes while it is; so an archive cannot unpack to more than it was allowed to, whatever it says.
 *
 * @throws ProcmapError `workbook-damaged` or `workbook-too-large`
 */
export function openZip(file: string, bytes: Uint8Array, limits: ReadLimits): Zip {
  const members = readDirectory(file, bytes);
  const folded = new Map([...members].map(([name, member]) => [name.toLowerCase(), member]));
  const find = (name: string) => members.get(name) ?? folded.get(name.toLowerCase());
  let left = limits.unpackedBytes;
  return {
    names: [...members.keys()],
    has: (name) => find(name) !== undefined,
    read: (name) => {
      const member = find(name);
      if (!member) return null;
      left -= member.size;
      if (left < 0) {
        throw new ProcmapError('workbook-too-large', {
          file,
          sheet: null,
          measure: 'megabytes',
          limit: Math.round(limits.unpackedBytes / 2 ** 20),
        });
      }
      return unpack(file, bytes, member);
    },
  };
}

function* unpack(file: string, bytes: Uint8Array, member: Member): Generator<Uint8Array> {
  const packed = packedBytes(file, bytes, member);
  if (member.method === 0) yield* inPieces(packed);
  else if (member.method === 8 && packed.length <= SMALL)
    yield* inPieces(inflateSmall(file, packed, member.size));
  else if (member.method === 8) yield* inflate(file, packed, member.size);
  else throw damaged(file, 'packing');
}

function packedBytes(file: string, bytes: Uint8Array, { offset, packedSize }: Member): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) {
    throw damaged(file, 'directory');
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.length) throw damaged(file, 'truncated');
  return bytes.subarray(start, start + packedSize);
}

/** In one go, three times as fast. What is more than it states is cut off; what is less is an error. */
function inflateSmall(file: string, packed: Uint8Array, size: number): Uint8Array {
  try {
    const data = inflateSync(packed, { out: new Uint8Array(size) });
    if (data.length === size) return data;
  } catch (cause) {
    throw damaged(file, 'packing', cause);
  }
  throw damaged(file, 'truncated');
}

/** Whoever reads it can stop before all of it is text. */
function* inPieces(data: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < data.length; at += TEXT_PIECE) yield data.subarray(at, at + TEXT_PIECE);
}

function* inflate(file: string, packed: Uint8Array, size: number): Generator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  let total = 0;
  const stream = new Inflate((piece) => pieces.push(piece));
  for (let at = 0; at < packed.length; at += PIECE) {
    const final = at + PIECE >= packed.length;
    try {
      stream.push(packed.subarray(at, at + PIECE), final);
    } catch (cause) {
      throw damaged(file, 'packing', cause);
    }
    for (const piece of pieces) {
      total += piece.length;
      if (total > size) throw damaged(file, 'size');
      yield piece;
    }
    pieces = [];
  }
  if (total !== size) throw damaged(file, 'truncated');
}

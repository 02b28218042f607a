import { describe, expect, test } from 'vitest';
import { decodeText, encodeText, guessEncoding, type TextEncoding } from '../../src/values/text-encoding.ts';

const TEXT = 'Attività;€ 7,50\r\n';

describe('encodings', () => {
  test.each<TextEncoding>(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])(
    '%s is recognised without a mark',
    (encoding) => {
      const bytes = encodeText(TEXT, encoding);
      if (!bytes) throw new Error('unencodable');
      expect(guessEncoding(bytes)).toEqual({ encoding, bomLength: 0 });
      expect(decodeText(bytes, encoding)).toBe(TEXT);
    },
  );

  test.each<[TextEncoding, number]>([
    ['utf-8', 3],
    ['utf-16le', 2],
    ['utf-16be', 2],
  ])('%s is recognised by its mark', (encoding, bomLength) => {
    const bytes = encodeText(`\ufeff${TEXT}`, encoding);
    expect(bytes && guessEncoding(bytes)).toEqual({ encoding, bomLength });
    expect(bytes && decodeText(bytes, encoding)).toBe(TEXT);
  });

  test('UTF-8 cut off inside a character is still UTF-8', () => {
    const bytes = new TextEncoder().encode('Attività');
    expect(guessEncoding(bytes.subarray(0, bytes.length - 1)).encoding).toBe('utf-8');
  });

  test('a character the encoding lacks is not made up', () => {
    expect(encodeText('→', 'windows-1252')).toBeNull();
  });
});

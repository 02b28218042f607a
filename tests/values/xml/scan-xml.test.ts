import { describe, expect, test } from 'vitest';
import { scanXml, xmlAttributes } from '../../../src/values/xml/scan-xml.ts';

/** What was found, with the stretch of the text that its offsets name. */
function found(pieces: readonly string[]): readonly (readonly string[])[] {
  const whole = pieces.join('');
  const tokens: string[][] = [];
  const fault = scanXml(pieces, {
    open: (name, _, start, end) => tokens.push(['open', name, whole.slice(start, end)]),
    close: (name, start, end) => tokens.push(['close', name, whole.slice(start, end)]),
    text: (text, start, end) => tokens.push(['text', text, whole.slice(start, end)]),
  });
  return fault === null ? tokens : [['fault', fault]];
}

describe('XML with the places of its pieces', () => {
  const XML = '<?xml version="1.0"?><x:a b="1>0"><c/>t &amp; u<![CDATA[<d>]]><!-- <e> --></x:a>\n';
  const TOKENS = [
    ['open', 'a', '<x:a b="1>0">'],
    ['open', 'c', '<c/>'],
    ['close', 'c', ''],
    ['text', 't & u', 't &amp; u'],
    ['text', '<d>', '<![CDATA[<d>]]>'],
    ['close', 'a', '</x:a>'],
  ];

  test('are offsets in the whole text', () => {
    expect(found([XML])).toEqual(TOKENS);
  });

  test.each([7, 21, 30, 38, 45, 60])('wherever the pieces end: %i', (at) => {
    const tokens = found([XML.slice(0, at), XML.slice(at)]);
    expect(tokens.filter(([kind]) => kind !== 'text')).toEqual(TOKENS.filter(([kind]) => kind !== 'text'));
    const text = (list: typeof tokens, i: number) =>
      list.flatMap((token) => (token[0] === 'text' ? [token[i]] : [])).join('');
    expect([text(tokens, 1), text(tokens, 2)]).toEqual([text(TOKENS, 1), text(TOKENS, 2)]);
  });

  test.each([
    ['<a><b></a>', 'xml'],
    ['<a/><b/>', 'xml'],
    ['<a>&nbsp;</a>', 'xml'],
    ['<!DOCTYPE a><a/>', 'doctype'],
    ['<a', 'xml'],
  ])('%s is refused', (xml, fault) => {
    expect(found([xml])).toEqual([['fault', fault]]);
  });

  test('attributes are read once each', () => {
    expect({ ...xmlAttributes(' a="1" x:b=\'&lt;"\'') }).toEqual({ a: '1', 'x:b': '<"' });
    expect(xmlAttributes(' a="1" a="2"')).toBeNull();
  });
});

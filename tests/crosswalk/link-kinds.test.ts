import { describe, expect, it } from 'vitest';
import { linkKinds } from '../../src/crosswalk/link-kinds.ts';

/** Links as `OLD label > NEW label`, one a line. */
function kinds(text: string): readonly string[] {
  const links = text
    .trim()
    .split('\n')
    .map((line) => {
      const [, oldCode = '', oldLabel = '', newCode = '', newLabel = ''] =
        /^\s*(\S+) ?(.*?) > (\S+) ?(.*)$/.exec(line) ?? [];
      return { oldCode, oldLabel, newCode, newLabel, fingerprint: '' };
    });
  return [...linkKinds(links).values()];
}

describe('kinds of change from links alone', () => {
  it.each([
    ['same code, same label', 'A Piano > A Piano', ['unchanged']],
    ['blanks that nobody sees change no label', 'A Piano  annuale > A Piano\u00a0annuale', ['unchanged']],
    ['same code, another label', 'A Piano > A Bilancio', ['renamed']],
    ['another code', 'A Piano > B Piano', ['moved']],
    ['another code and label', 'A Piano > B Bilancio', ['moved-and-renamed']],
    ['several targets', 'A > B\nA > C', ['split']],
    ['several sources', 'A > C\nB > C', ['merged', 'merged']],
    ['several of both', 'A > C\nA > D\nB > D', ['transfer', 'merged']],
    ['its split takes part in no merger', 'A > C\nA > D\nB > E', ['split', 'moved']],
  ])('%s', (_, links, expected) => {
    expect(kinds(links)).toEqual(expected);
  });

  it('keeps entries apart that bear the same code', () => {
    const ends = { oldCode: 'A', oldLabel: '', newLabel: '' };
    const found = linkKinds([
      { ...ends, newCode: 'B', fingerprint: 'x' },
      { ...ends, newCode: 'C', fingerprint: 'y' },
    ]);
    expect([...found.values()]).toEqual(['moved', 'moved']);
  });
});

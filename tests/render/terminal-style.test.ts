import { expect, it } from 'vitest';
import { plainStyle } from '../../src/render/style.ts';
import { terminalStyle } from '../../src/render/terminal-style.ts';

it.each(Object.keys(plainStyle) as (keyof typeof plainStyle)[])(
  '%s paints lines, and nothing but them',
  (name) => {
    const style = terminalStyle();
    const painted = ['uno', 'due'].map(style[name]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences.
    expect(painted.map((line) => line.replace(/\u001b\[\d+m/g, ''))).toEqual(['uno', 'due']);
    expect(painted[0]).not.toBe('uno');
  },
);

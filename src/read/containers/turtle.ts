import type { Container } from './container.ts';

/** The first declarations of a file in Turtle. */
const DECLARATION = /^[ \t]*@?(?:prefix[ \t]+[\w.-]*:|base)[ \t]*<[^<>\s]*>/im;

/** Concepts and correspondences in Turtle. */
export const turtle: Container = {
  name: 'turtle',
  recognise: ({ kind, bytes }) =>
    kind === 'text' && DECLARATION.test(new TextDecoder().decode(bytes.subarray(0, 64 * 1024))),
  read: async ({ name, bytes }, limits) => {
    const { readTurtle } = await import('../turtle/read-turtle.ts');
    return { container: 'turtle', tables: await readTurtle(name, bytes, limits) };
  },
};

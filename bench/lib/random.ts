export { type Random, randomFrom } from '../../src/values/random.ts';

import { setFlagsFromString } from 'node:v8';

/**
 * When V8 compiles a function for speed, by version of V8: bytes of code run on Node 20, calls on 22 and 24, which have
 * other flags for it. Other versions are left alone: V8 complains of a flag that it does not know.
 */
const COMPILE_LATER: readonly (readonly [version: string, flags: string])[] = [
  ['11.', '--interrupt-budget=1000000'],
  ['12.4.', '--invocation-count-for-turbofan=12000'],
  ['13.6.', '--invocation-count-for-turbofan=45000 --invocation-count-for-maglev=4000'],
];

/**
 * Lets V8 compile a function for speed only when it has run for a while. A comparison of two maps is over in a third of a
 * second, most of it in functions that V8 would take for hot ones; compiling them on another core takes longer than what
 * is saved, and the collector waits for that core. Measured on the real maps: two thirds of the time on Node 20, seven
 * eighths on 22 and 24; on 10,000 entries four fifths on Node 20, and within a twentieth of the same on 22 and 24.
 */
export function compileLate(): void {
  const known = COMPILE_LATER.find(([version]) => process.versions.v8.startsWith(version));
  if (known) setFlagsFromString(known[1]);
}

/**
 * Lets the heap grow by half, where V8 would let it grow to four times what is in use, before it is collected. On 100,000
 * entries against 100,000 that takes a tenth more time and a third of the memory less.
 */
export function spareMemory(): void {
  setFlagsFromString('--heap-growing-percent=50');
}

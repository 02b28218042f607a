/** How often a fuzzer tries each kind of file: as often as a test may, or as `npm run fuzz -- --each N` says. */
export function eachTimes(usual: number): number {
  return Number(process.env.FUZZ_EACH ?? usual);
}

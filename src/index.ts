/** procmap as a library. Everything exported here is public API. */
export { codeKind, codeLevel, compareCodes, parentCode, parseCode } from './model/code.ts';
export { ProcmapError } from './model/error.ts';

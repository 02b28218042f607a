/** The codes that could stand above one, the nearest first. */
export type CodesAbove = (code: string) => readonly string[];

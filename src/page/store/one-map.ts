import { batch } from '@preact/signals-core';
import type { PageFile } from '../calls/page-file.ts';
import type { Run } from './run.ts';
import type { State } from './state.ts';

/** What can be done with one map. */
export interface OneMapActions {
  chooseMap(file: PageFile | null): void;
  check(): Promise<void>;
  convert(): Promise<void>;
}

/** Makes the actions of one map. What was found in another is forgotten. */
export function oneMapActions({ oneMap, lang }: Pick<State, 'oneMap' | 'lang'>, run: Run): OneMapActions {
  const { map, checked, converted } = oneMap;
  return {
    chooseMap: (file) =>
      batch(() => {
        map.value = file;
        checked.value = null;
        converted.value = null;
      }),
    check: async () => {
      const file = map.value;
      if (file === null) return;
      const answer = await run('check', { map: file, lang: lang.value });
      if (map.value === file) checked.value = answer;
    },
    convert: async () => {
      const file = map.value;
      if (file === null) return;
      const answer = await run('convert', { map: file });
      if (map.value === file) converted.value = answer;
    },
  };
}

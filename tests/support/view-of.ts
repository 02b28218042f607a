import { createAnalyser } from '../../src/language/analyser.ts';
import { classesOf } from '../../src/match/view/classes.ts';
import { buildSide } from '../../src/match/view/side.ts';
import { type View, viewOf } from '../../src/match/view/view.ts';
import type { ProcessMap } from '../../src/model/process-map.ts';

/** Two Italian maps as the matcher lays them out. */
export function viewOfMaps(oldMap: ProcessMap, newMap: ProcessMap): View {
  const analyser = createAnalyser('it');
  const classes = classesOf(oldMap, newMap);
  return viewOf(buildSide(oldMap, analyser, classes.old), buildSide(newMap, analyser, classes.new));
}

import type { AdoptionProblem } from '../model/adoption-problem.ts';
import type { Lang } from '../model/lang.ts';
import { fill } from './language.ts';
import { placeName } from './place-text.ts';
import { quote } from './quote.ts';

const TEXTS = {
  en: {
    'columns-missing': 'no header with the columns {value}',
    'verdict-unknown': 'unexpected decision {value}, expected national or local',
    'codes-missing': 'neither a local nor a national code, expected the codes of the conflict',
    'decided-twice': 'a second decision on {value}, expected one',
  },
  it: {
    'columns-missing': "manca un'intestazione con le colonne {value}",
    'verdict-unknown': 'decisione {value} non prevista, attesa nazionale o locale',
    'codes-missing': 'manca sia il codice locale sia quello nazionale, attesi i codici del conflitto',
    'decided-twice': 'una seconda decisione su {value}, attesa una sola',
  },
} as const satisfies Record<Lang, Record<AdoptionProblem['kind'], string>>;

/** What is wrong with a decision on a conflict, and where. */
export function adoptionProblemText(lang: Lang, { kind, value, place }: AdoptionProblem): string {
  return `${placeName(place, lang)}: ${fill(TEXTS[lang][kind], { value: quote(value) })}`;
}

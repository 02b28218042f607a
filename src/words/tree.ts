import type { Lang } from '../model/lang.ts';

interface TreeTexts {
  readonly size: string;
  readonly noLabel: string;
}

export const treeTexts: Readonly<Record<Lang, TreeTexts>> = {
  en: {
    size: '{layout}, {entries} {entries|entry|entries}, {bookable} of them with hours',
    noLabel: '(no label)',
  },
  it: {
    size: '{layout}, {entries} {entries|voce|voci}, di cui {bookable} con ore',
    noLabel: '(senza descrizione)',
  },
};

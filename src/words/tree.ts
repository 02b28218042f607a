import { catalogue } from './catalogue.ts';

export const treeTexts = catalogue(
  {
    size: '{layout}, {entries} {entries|entry|entries}, {bookable} of them with hours',
    noLabel: '(no label)',
  },
  {
    size: '{layout}, {entries} {entries|voce|voci}, di cui {bookable} con ore',
    noLabel: '(senza descrizione)',
  },
);

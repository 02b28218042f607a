/** Languages of everything a person reads. Machine formats never change with the language. */
export type Lang = 'it' | 'en';

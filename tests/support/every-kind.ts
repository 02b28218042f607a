import type { Scene } from './report-of.ts';

/** A small migration in which everything happens: each kind of change, both alarms, all tiers, moved structure. */
export const EVERY_KIND: Scene = {
  old: `
A1 Governo camerale
A1.C:coordination Coordinamento Governo camerale
A1.1 Ciclo della performance
A1.1.F.F Formazione Ciclo della performance
A1.1.1 Pianificazione
A1.1.1.1 Relazione previsionale e programmatica
A1.1.1.2 Predispensione del bilancio preventivo
A1.1.1.3 Piano della performance
A1.1.1.4 Altri documenti di programmazione
A1.1.1.5 Programma pluriennale di mandato
A1.1.2 Monitoraggio
A1.1.2.1 Rilevazioni periodiche
A1.1.2.2 Supporto al collegio dei revisori
A1.1.2.3 Indagini di customer satisfaction
A1.2 Onorificenze
A1.2.1 Onorificenze e patrocini
A1.2.1.1 Concessione di patrocini e onorificenze
A1.2.1.2 Cerimoniale
A1.2.1.3 Albi storici
B1 Risorse
B1.1 Personale
B1.1.1 Gestione del personale
B1.1.1.1 Assunzioni e cessazioni
B1.1.1.2 Presenze, assenze e buoni pasto
B1.1.1.3 Contenzioso del lavoro`,
  new: `
A1 Governo e trasparenza
A1.C:coordination Coordinamento Governo e trasparenza
A1.1 Pianificazione e controllo
A1.1.F.F Formazione Pianificazione e controllo
A1.1.1 Pianificazione
A1.1.1.1 Relazione previsionale e programmatica
A1.1.1.2 Predisposizione del bilancio preventivo
A1.1.1.3 Piano integrato di attività e organizzazione
A1.1.1.4 Altri documenti di programmazione, compreso il programma di mandato
A1.1.2 Monitoraggio
A1.1.2.1 Rilevazioni periodiche
A1.1.2.2 Indagini di customer satisfaction
A1.1.2.4 Trasparenza dei dati
A1.2 Onorificenze
A1.2.1 Onorificenze e patrocini
A1.2.1.1 Concessione di patrocini
A1.2.1.2 Concessione di onorificenze e cerimoniale
A1.2.1.4 Rapporti con le consulte
B1 Risorse
B1.1 Organizzazione
B1.1.1 Gestione del personale
B1.1.1.1 Reclutamento
B1.1.1.2 Buoni pasto
B1.1.1.3 Presenze e assenze
B1.1.1.4 Supporto al collegio dei revisori dei conti`,
  links: `
A1 -> A1
A1.C -> A1.C
A1.1 -> A1.1
A1.1.F.F -> A1.1.F.F
A1.1.1 -> A1.1.1
A1.1.1.1 -> A1.1.1.1
A1.1.1.2 -> A1.1.1.2
A1.1.1.3 -> ?A1.1.1.3 A1.1.2.4
A1.1.1.4 -> A1.1.1.4
A1.1.1.5 -> A1.1.1.4?
A1.1.2 -> A1.1.2
A1.1.2.1 -> A1.1.2.1
A1.1.2.2 -> B1.1.1.4
A1.1.2.3 -> A1.1.2.2
A1.2 -> A1.2
A1.2.1 -> A1.2.1
A1.2.1.1 -> A1.2.1.1
A1.2.1.1 -> A1.2.1.2
A1.2.1.2 -> A1.2.1.2
B1 -> B1
B1.1 -> B1.1?
B1.1.1 -> B1.1.1
B1.1.1.1 -> B1.1.1.1?
B1.1.1.2 -> B1.1.1.2
B1.1.1.2 -> B1.1.1.3`,
};

import { describe, expect, it } from 'vitest';
import { readCode, readCodeAndLabel } from '../../src/model/read-code.ts';

describe('readCode', () => {
  it.each([
    ['A1', 'A1', []],
    ['A1.1.F', 'A1.1.F', []],
    ['A1.1.F.F', 'A1.1.F.F', []],
    ['C1.1.7b.1', 'C1.1.7b.1', []],
    ['D1.1.0.1', 'D1.1.0.1', []],
    ['G', 'G', []],
    ['A1.1.1#12', 'A1.1.1#12', []],
    ['A.1.1.2.4.', 'A1.1.2.4', ['dot']],
    ['A1.3.2.1.', 'A1.3.2.1', ['dot']],
    ['B1.1.2.1 .', 'B1.1.2.1', ['blank', 'dot']],
    ['B.1.1.2.1.', 'B1.1.2.1', ['dot']],
    ['F.1.1.1.1.', 'F1.1.1.1', ['dot']],
    ['D.1.', 'D1', ['dot']],
    ['A1.3.2.1.Sistemi', 'A1.3.2.1', ['dot', 'glued-label']],
    ['Al', 'A1', ['l-for-1']],
    ['Al.1', 'A1.1', ['l-for-1']],
    ['Al1.1.1.2', 'A1.1.1.2', ['l-for-1']],
    ['A1.l.2', 'A1.1.2', ['l-for-1']],
    ['€2.5.1.2', 'C2.5.1.2', ['euro-for-c']],
    ['a1.1.1', 'A1.1.1', ['case']],
    ['a1.1.f.f', 'A1.1.F.F', ['case']],
    ['a1.c', 'A1.C', ['case']],
    ['C1.1.7B.1', 'C1.1.7b.1', ['case']],
    ['g', 'G', ['case']],
    [' A1.1', 'A1.1', ['blank']],
    ['A1.1 ', 'A1.1', ['blank']],
    ['A1. 1.1', 'A1.1.1', ['blank']],
    ['A 1.1', 'A1.1', ['blank']],
    ['A1\u00a0.1', 'A1.1', ['blank']],
    ['A1.1\u00a0', 'A1.1', ['blank']],
    ['A1\u200b.1', 'A1.1', ['blank']],
    ['Ａ１．１', 'A1.1', ['full-width']],
    ['A1,1,2', 'A1.1.2', ['comma']],
  ])('reads %j as %s, mended: %j', (text, code, mends) => {
    expect(summary(readCode(text))).toEqual({ code, mends });
  });

  it.each([
    '2.4',
    'All.1 al Piao',
    'F24EP',
    'A',
    'AA1',
    'A1..1',
    'A01',
    'A1.01',
    'A1.1 2',
    'A1 1.1',
    'A1/2',
    'A1-2',
    'A1_07',
    'A1.1.1x2',
    'A1.F.1',
    'B2B',
    '81/2008',
    'Codice',
    'AC-2(1)',
    '01.11.1',
    'A1.1 Performance',
    'Al2.1',
    'A1.1.1.1.1.1',
    'A1..',
    '€',
    '.',
    'A1#',
    'A1.1#0',
  ])('reads no code from %j', (text) => {
    expect(readCode(text)).toEqual({ code: null, reason: 'no-code' });
  });

  it.each(['', ' ', '\u00a0', '\u200b'])('knows an empty cell: %j', (text) => {
    expect(readCode(text)).toEqual({ code: null, reason: 'empty' });
  });
});

describe('readCodeAndLabel', () => {
  it.each([
    ['A1 Pianificazione', 'A1', 'Pianificazione', []],
    ['A1.1.F Formazione Performance', 'A1.1.F', 'Formazione Performance', []],
    ['A1.C Coordinamento', 'A1.C', 'Coordinamento', []],
    ["G Attività di governo complessivo dell'ente", 'G', "Attività di governo complessivo dell'ente", []],
    ['A1', 'A1', '', []],
    ['A 4', 'A4', '', ['blank']],
    ['A1: CICLO DI GESTIONE', 'A1', 'CICLO DI GESTIONE', []],
    ['A1.1 - Performance', 'A1.1', 'Performance', []],
    ['A3.1.3 .Comunicazione interna', 'A3.1.3', 'Comunicazione interna', ['blank', 'dot']],
    ['A1.3.2.1.Sistemi  di valutazione', 'A1.3.2.1', 'Sistemi di valutazione', ['dot', 'glued-label']],
    ['C1.1.7b Operazioni', 'C1.1.7b', 'Operazioni', []],
    ['Al.1 PERFORMANCE CAMERALE', 'A1.1', 'PERFORMANCE CAMERALE', ['l-for-1']],
    ['Al1.1.1.2 Predisposizione', 'A1.1.1.2', 'Predisposizione', ['l-for-1']],
    ['D.1. INTERNAZIONALIZZAZIONE', 'D1', 'INTERNAZIONALIZZAZIONE', ['dot']],
    ['€2.10 TUTELA', 'C2.10', 'TUTELA', ['euro-for-c']],
    ['A 1.1 Performance', 'A1.1', 'Performance', ['blank']],
    ['A1.1\u00a0Performance\u00a0camerale', 'A1.1', 'Performance camerale', []],
    ['A1.1\nPerformance', 'A1.1', 'Performance', []],
    ['A1.1 Performance\n camerale', 'A1.1', 'Performance camerale', []],
    ['A1.1.1.1 2 corsi', 'A1.1.1.1', '2 corsi', []],
    ['D1.1.0.1 Bandi', 'D1.1.0.1', 'Bandi', []],
  ])('reads %j as %s and %j, mended: %j', (text, code, label, mends) => {
    const reading = readCodeAndLabel(text);
    expect({ ...summary(reading), label: reading.code && reading.label }).toEqual({ code, label, mends });
  });

  it.each([
    'Performance camerale',
    'All.1 al Piao',
    'Al Piao',
    'F24EP',
    'F24EP modello',
    'A 4 persone',
    'B2B, B2C',
    'D. Lgs. 81/2008',
    'L. 689/81',
    'L. 190.2012 anticorruzione',
    'A1.1. 2 persone',
    'A1, A2 e A3',
    'A1-A3 vari',
    '2.4 SANZIONI',
    'ISO 14001',
    'i4.0ed Agenda',
    'A1.1.1Sistemi',
    'G.U. n. 4',
    'e 2.5 milioni',
  ])('reads no code from %j', (text) => {
    expect(readCodeAndLabel(text).code).toBeNull();
  });
});

function summary(reading: ReturnType<typeof readCode>) {
  return reading.code === null ? reading : { code: reading.code.text, mends: reading.mends };
}

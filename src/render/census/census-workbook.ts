import type { Workbook } from 'exceljs';
import {
  type Census,
  type CensusAddition,
  type CensusEntry,
  type CensusMap,
  LOCAL_DOINGS,
} from '../../model/census.ts';
import type { Lang } from '../../model/lang.ts';
import { censusTexts } from '../../words/census.ts';
import { textCell } from '../report-workbook/cells.ts';
import { addTableSheet, type Column } from '../report-workbook/table-sheet.ts';
import { saveWorkbook } from '../workbook/save-workbook.ts';

/** The census as a workbook: national entries, local additions, local maps. */
export async function renderCensusWorkbook(census: Census, lang: Lang): Promise<Uint8Array> {
  const library = await import('../workbook/workbook-library.ts');
  const workbook: Workbook = new library.Workbook();
  const { sheets } = censusTexts[lang];
  addTableSheet(workbook, sheets.entries, { columns: entryColumns(lang), rows: census.entries, lang });
  addTableSheet(workbook, sheets.additions, { columns: additionColumns(lang), rows: census.additions, lang });
  addTableSheet(workbook, sheets.maps, { columns: mapColumns(lang), rows: census.maps, lang });
  return saveWorkbook(workbook);
}

function doingColumns<Row extends Pick<CensusEntry, 'counts'>>(lang: Lang): readonly Column<Row>[] {
  return LOCAL_DOINGS.map((doing) => ({
    head: censusTexts[lang].doing[doing],
    width: 12,
    type: 'number',
    value: ({ counts }) => counts[doing],
  }));
}

function entryColumns(lang: Lang): readonly Column<CensusEntry>[] {
  const texts = censusTexts[lang];
  return [
    { head: texts.code, width: 13, value: ({ code }) => textCell(code) },
    { head: texts.label, width: 56, value: ({ label }) => textCell(label) },
    ...doingColumns<CensusEntry>(lang),
    { head: texts.path, width: 40, offPage: true, value: ({ path }) => textCell(path) },
    {
      head: texts.wordings,
      width: 60,
      offPage: true,
      value: ({ wordings }) => textCell(wordings.map(({ label, maps }) => `${label} (${maps})`).join('\n')),
    },
  ];
}

function additionColumns(lang: Lang): readonly Column<CensusAddition>[] {
  const texts = censusTexts[lang];
  return [
    { head: texts.label, width: 56, value: ({ label }) => textCell(label) },
    { head: texts.inMaps, width: 9, type: 'number', value: ({ maps }) => maps },
    {
      head: texts.under,
      width: 44,
      value: ({ under }) => textCell(under === null ? '' : `${under.code} ${under.label}`),
    },
    {
      head: texts.where,
      width: 70,
      value: ({ entries }) =>
        textCell(entries.map(({ map, code, label }) => `${map}: ${code} ${label}`).join('\n')),
    },
  ];
}

function mapColumns(lang: Lang): readonly Column<CensusMap>[] {
  const texts = censusTexts[lang];
  return [
    { head: texts.map, width: 44, value: ({ map }) => textCell(map) },
    ...doingColumns<CensusMap>(lang),
    { head: texts.additions, width: 12, type: 'number', value: ({ additions }) => additions },
  ];
}

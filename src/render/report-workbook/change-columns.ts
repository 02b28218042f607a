import { hasTier } from '../../model/change.ts';
import type { Lang } from '../../model/lang.ts';
import type { MigrationReport } from '../../model/report.ts';
import { decidedText } from '../../words/explain.ts';
import { identityNote } from '../../words/identity.ts';
import { kindTexts } from '../../words/kinds.ts';
import { fill, shownConfidence } from '../../words/language.ts';
import { reportWorkbookTexts } from '../../words/report-workbook.ts';
import { detailWords, evidenceWords, reasonWords } from '../change-words.ts';
import { differenceCell, kindCell, linkCell, rowAddress, textCell } from './cells.ts';
import type { LinkRow, RowIndex } from './link-rows.ts';
import type { Column } from './table-sheet.ts';

/** What the columns need to know of the report around a row. */
export interface ColumnContext {
  readonly report: MigrationReport;
  readonly lang: Lang;
  readonly index: RowIndex;
}

type ChangeColumn = Column<LinkRow>;

/** Columns of the tables of changes: old on the left, new beside it, then how sure and why. */
export function changeColumns(context: ColumnContext): readonly ChangeColumn[] {
  const { lang, report } = context;
  const { columns } = reportWorkbookTexts[lang];
  const [oldCode, oldLabel, newCode, newLabel] = pairColumns(context);
  return [
    oldCode,
    newCode,
    { head: columns.change, width: 16, value: ({ change }) => kindCell(change.kind, lang) },
    { head: columns.detail, width: 15, value: ({ change }) => textCell(detailWords(change, lang)) },
    oldLabel,
    newLabel,
    ...(report.usage === undefined ? [] : [hoursColumn(context)]),
    { head: columns.alarms, width: 36, value: (row) => textCell(alarmWords(row, lang)) },
    ...certaintyColumns(context),
    whyColumn(context),
    { head: columns.oldPath, width: 70, value: ({ old }) => textCell(old?.path ?? ''), offPage: true },
    { head: columns.newPath, width: 70, value: ({ target }) => textCell(target?.path ?? ''), offPage: true },
    {
      head: columns.together,
      width: 16,
      value: ({ change }) => textCell(change.mergedWith.map(({ code }) => code).join(', ')),
      offPage: true,
    },
    {
      head: columns.candidates,
      width: 70,
      value: (row) => textCell(candidateWords(row)),
      offPage: true,
    },
    ...(report.decisions === null ? [] : [decisionColumn(context)]),
  ];
}

/** Columns of the table by new code. */
export function byNewColumns(context: ColumnContext): readonly ChangeColumn[] {
  const { columns } = reportWorkbookTexts[context.lang];
  const [oldCode, oldLabel, newCode, newLabel] = pairColumns(context);
  const change: ChangeColumn = {
    head: columns.change,
    width: 16,
    value: (row) => kindCell(row.change.kind, context.lang),
  };
  return [newCode, newLabel, change, oldCode, oldLabel, ...certaintyColumns(context), whyColumn(context)];
}

/** Columns of the table of levels 1 to 3. */
export function structureColumns(context: ColumnContext): readonly ChangeColumn[] {
  const { lang } = context;
  const { columns } = reportWorkbookTexts[lang];
  const level: ChangeColumn = {
    head: columns.level,
    width: 15,
    value: ({ old, target }) => kindTexts[lang].node[(old ?? target)?.kind ?? 'process'],
  };
  return [
    { head: columns.oldCode, width: 12, value: ({ old }) => textCell(old?.code ?? '') },
    { head: columns.newCode, width: 12, value: ({ target }) => textCell(target?.code ?? '') },
    level,
    { head: columns.change, width: 16, value: ({ change }) => kindCell(change.kind, lang) },
    { head: columns.detail, width: 15, value: ({ change }) => textCell(detailWords(change, lang)) },
    ...labelColumns(context),
    ...certaintyColumns(context),
    whyColumn(context),
  ];
}

/** Codes that lead from the old entry to the new one and back, and labels with their differences. */
function pairColumns(
  context: ColumnContext,
): readonly [ChangeColumn, ChangeColumn, ChangeColumn, ChangeColumn] {
  const { lang, index } = context;
  const { columns, sheets } = reportWorkbookTexts[lang];
  const toOld = (row: number | undefined) => (row === undefined ? undefined : rowAddress(sheets.all, row));
  const toNew = (row: number | undefined) => (row === undefined ? undefined : rowAddress(sheets.byNew, row));
  const [oldLabel, newLabel] = labelColumns(context);
  return [
    {
      head: columns.oldCode,
      width: 12,
      value: ({ old }) => (old === null ? null : linkCell(old.code, toOld(index.ofOld.get(old.id)))),
    },
    oldLabel,
    {
      head: columns.newCode,
      width: 12,
      value: ({ target }) =>
        target === null ? null : linkCell(target.code, toNew(index.ofNew.get(target.id))),
    },
    newLabel,
  ];
}

function labelColumns({ lang }: ColumnContext): readonly [ChangeColumn, ChangeColumn] {
  const { columns } = reportWorkbookTexts[lang];
  const label = (side: 'old' | 'new') => (row: LinkRow) =>
    differenceCell(row.old?.label ?? '', row.target?.label ?? '', side);
  return [
    { head: columns.oldLabel, width: 46, value: label('old') },
    { head: columns.newLabel, width: 46, value: label('new') },
  ];
}

function certaintyColumns({ lang }: ColumnContext): readonly ChangeColumn[] {
  const { columns } = reportWorkbookTexts[lang];
  return [
    {
      head: columns.tier,
      width: 12,
      value: ({ change, target, old }) =>
        old === null || !hasTier(change.kind) ? null : kindTexts[lang].tier[target?.tier ?? change.tier],
    },
    {
      head: columns.confidence,
      width: 11,
      type: 'percent',
      value: ({ change, old, target }) =>
        old === null || target === null
          ? null
          : shownConfidence(target.confidence, change.tier === 'open' ? change.tier : target.tier),
    },
  ];
}

function whyColumn({ lang }: ColumnContext): ChangeColumn {
  return {
    head: reportWorkbookTexts[lang].columns.why,
    width: 90,
    value: ({ change, target }) =>
      textCell((target === null ? reasonWords(change, lang) : evidenceWords(target, lang)).join('; ')),
    offPage: true,
  };
}

function hoursColumn({ lang, report }: ColumnContext): ChangeColumn {
  const head = reportWorkbookTexts[lang].columns.hours;
  return {
    head,
    width: 11,
    type: 'number',
    value: ({ old }) => (old === null ? null : (report.usage?.[old.code] ?? null)),
  };
}

function decisionColumn({ lang }: ColumnContext): ChangeColumn {
  const head = reportWorkbookTexts[lang].columns.decision;
  return {
    head,
    width: 34,
    offPage: true,
    value: ({ change }) => (change.decision === null ? null : textCell(decidedText(lang, change.decision))),
  };
}

function alarmWords({ change }: LinkRow, lang: Lang): string {
  const texts = reportWorkbookTexts[lang];
  return change.alarms
    .map((alarm) =>
      alarm.kind === 'recycled'
        ? fill(texts.recycledNote, { label: alarm.newLabel })
        : alarm.kind === 'possibly-lost'
          ? fill(texts.lostNote, { missing: alarm.missingCode })
          : identityNote(alarm, lang),
    )
    .join('; ');
}

function candidateWords({ change }: LinkRow): string {
  if (change.tier === 'certain') return '';
  const taken = new Set(change.new.map(({ id }) => id));
  return change.candidates
    .filter(({ id }) => !taken.has(id))
    .slice(0, 3)
    .map(({ code, label }) => `${code} ${label}`)
    .join('\n');
}

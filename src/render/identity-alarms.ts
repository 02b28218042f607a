import type { Alarm } from '../model/change.ts';
import type { MigrationReport } from '../model/report.ts';
import { identityNote, identityTexts } from '../words/identity.ts';
import { formatNumber } from '../words/language.ts';
import type { TextOptions } from './text-options.ts';
import { wrapText } from './wrap.ts';

/** Reused identifiers and changed definitions, each with its code, for a terminal. */
export function identityAlarms(report: MigrationReport, options: TextOptions): readonly string[] {
  const texts = identityTexts[options.lang];
  return [
    ...block(report, 'reused-id', { title: texts.reusedId, lead: texts.reusedIdLead, options }),
    ...block(report, 'redefined', { title: texts.redefined, lead: texts.redefinedLead, options }),
  ];
}

interface Block {
  readonly title: string;
  readonly lead: string;
  readonly options: TextOptions;
}

function block(
  { changes }: MigrationReport,
  kind: Extract<Alarm['kind'], 'reused-id' | 'redefined'>,
  { title, lead, options: { lang, style, width } }: Block,
): readonly string[] {
  const found = changes.flatMap((change) =>
    change.alarms.flatMap((alarm) =>
      (alarm.kind === 'reused-id' || alarm.kind === 'redefined') && alarm.kind === kind
        ? [{ change, alarm }]
        : [],
    ),
  );
  if (found.length === 0) return [];
  const head = `${title}: ${formatNumber(lang, found.length)}. ${lead}`;
  return [
    ...wrapText(head, width, { first: '  ', rest: '  ' }).map(style.alarm),
    ...found.flatMap(({ change, alarm }) => [
      `    ${style.strong(change.old?.code ?? '')}`,
      ...wrapText(identityNote(alarm, lang), width, { first: '      ', rest: '      ' }),
    ]),
  ];
}

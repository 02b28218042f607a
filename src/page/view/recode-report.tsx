import type { RecodeReport } from '../../model/recode-report.ts';
import { type RecodeBlock, type RecodeTable, recodeBlocks } from '../../render/recode-blocks.ts';
import { usePage } from './page-context.ts';

interface RecodeReportProps {
  readonly report: RecodeReport;
  readonly file: string;
  readonly crosswalk: string;
}

/** What a recoding came to, in the words of the command line: all persons, and whole labels. */
export function RecodeReportView({ report, file, crosswalk }: RecodeReportProps) {
  const { lang } = usePage();
  const whole = { dryRun: false, labelWidth: Number.POSITIVE_INFINITY, maxPersons: Number.POSITIVE_INFINITY };
  const blocks = recodeBlocks(report, { lang, file, crosswalk, ...whole });
  return (
    <>
      {blocks.map((block, i) => (
        <Block key={`${i}${block.title}`} block={block} />
      ))}
    </>
  );
}

function Block({ block: { title, parts } }: { readonly block: RecodeBlock }) {
  const isAlarm = parts.some((part) => part.kind === 'sentence' && part.tone === 'alarm');
  return (
    <section class={`recoding${title === null && isAlarm ? ' panel alarm' : ''}`}>
      {title === null ? null : <h3>{title}</h3>}
      {parts.map((part, i) =>
        part.kind === 'table' ? (
          <Table key={`t${i}`} table={part} label={title ?? ''} />
        ) : (
          <p key={part.text} class={part.tone === 'plain' ? undefined : part.tone}>
            {part.text}
          </p>
        ),
      )}
    </section>
  );
}

function Table({ table, label }: { readonly table: RecodeTable; readonly label: string }) {
  const { head, rows, left, leftAtEnd } = table;
  const isNumber = (i: number) => i >= left && i < head.length - leftAtEnd;
  const classOf = (i: number) => (isNumber(i) ? 'h' : undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="scroll" tabIndex={0} aria-label={label}>
      <table class="fit">
        <thead>
          <tr>
            {head.map((cell, i) =>
              cell === '' ? (
                <td key={`h${i}`} />
              ) : (
                <th key={`h${i}`} scope="col" class={classOf(i)}>
                  {cell}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={`r${at}`}>
              {row.map((cell, i) => (
                <td key={`c${i}`} class={classOf(i)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

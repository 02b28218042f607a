import { renderObstacles } from '../../../render/crosswalk-text.ts';
import type { PageFile } from '../../calls/page-file.ts';
import { Download } from '../download.tsx';
import { usePage } from '../page-context.ts';

/** What can be saved of the comparison as decided so far. */
export function SavePanel() {
  const { state, actions, lang, texts } = usePage();
  const [tables, others] = [state.crosswalk.value, state.saved.value];
  const busy = state.work.value !== null;
  return (
    <>
      <p>{texts.saveLead}</p>
      {tables === null ? (
        <button type="button" class="main" disabled={busy} onClick={() => void actions.crosswalk()}>
          {texts.prepare}
        </button>
      ) : (
        <>
          <h3>{texts.tableFiles}</h3>
          <FileList files={tables.files} />
          {tables.obstacles.length === 0 ? null : (
            <section class="panel undecided">
              <p>{texts.payrollRefused}</p>
              <ul>
                {renderObstacles(tables.obstacles, 'payroll', lang).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
      {others === null ? null : (
        <>
          <h3>{texts.reportFiles}</h3>
          <FileList files={others.files} />
        </>
      )}
    </>
  );
}

function FileList({ files }: { readonly files: readonly PageFile[] }) {
  const { texts } = usePage();
  const meanings: Readonly<Record<string, string>> = texts.saves;
  return (
    <ul class="files">
      {files.map((file) => (
        <li key={file.name}>
          <Download file={file} /> <small>{meanings[file.name]}</small>
        </li>
      ))}
    </ul>
  );
}

import type { CrosswalkObstacle } from '../../../model/crosswalk-obstacle.ts';
import type { Lang } from '../../../model/lang.ts';
import { renderObstacles } from '../../../render/crosswalk-text.ts';
import { crosswalkCliTexts } from '../../../words/crosswalk-cli.ts';
import { fill } from '../../../words/language.ts';
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
          {tables.alike === null ? null : (
            <p class="note">{fill(crosswalkCliTexts[lang].codesLikeNumbers, tables.alike)}</p>
          )}
          {tables.obstacles.length === 0 ? null : (
            <section class="panel undecided">
              <p>{texts.payrollRefused}</p>
              <ul>
                {obstacleLines(tables.obstacles, lang).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
              <p>
                <button type="button" onClick={() => void actions.show('decide')}>
                  {texts.panel.decide}
                </button>
              </p>
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

/** What is left to decide; the first line says what the heading says. */
function obstacleLines(obstacles: readonly CrosswalkObstacle[], lang: Lang): readonly string[] {
  return renderObstacles(obstacles, 'payroll', lang).slice(1);
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

import { renderObstacles } from '../../../render/crosswalk-text.ts';
import { Download } from '../download.tsx';
import { usePage } from '../page-context.ts';

/** What can be saved of the comparison. */
export function SavePanel() {
  const { state, lang, texts } = usePage();
  const made = state.crosswalk.value;
  if (made === null) return null;
  return (
    <>
      <p>{texts.saveLead}</p>
      <ul class="files">
        {made.files.map((file) => (
          <li key={file.name}>
            <Download file={file} />
          </li>
        ))}
      </ul>
      {made.obstacles.length === 0 ? null : (
        <section class="panel undecided">
          <p>{texts.payrollRefused}</p>
          <ul>
            {renderObstacles(made.obstacles, 'payroll', lang).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

import type { ComponentType } from 'preact';
import { PANELS, type PanelName, type State } from '../store/state.ts';
import { usePage } from './page-context.ts';
import { AdoptPanel } from './panels/adopt-panel.tsx';
import { DecidePanel } from './panels/decide-panel.tsx';
import { MapPanel } from './panels/map-panel.tsx';
import { RecodePanel } from './panels/recode-panel.tsx';
import { ReportPanel } from './panels/report-panel.tsx';
import { SavePanel } from './panels/save-panel.tsx';

interface Panel {
  readonly view: ComponentType;
  /** Whether there is anything to show. */
  readonly isReady: (state: State) => boolean;
  /** Whether it has files of its own, and is shown only when it is chosen. */
  readonly isApart?: boolean;
}

/** Every view of the page: one file each in `panels/`. */
const VIEWS: Readonly<Record<PanelName, Panel>> = {
  report: { view: ReportPanel, isReady: ({ compared }) => compared.value !== null },
  decide: { view: DecidePanel, isReady: ({ review }) => review.value !== null },
  save: { view: SavePanel, isReady: ({ compared }) => compared.value !== null },
  adopt: { view: AdoptPanel, isReady: () => true, isApart: true },
  map: { view: MapPanel, isReady: () => true, isApart: true },
  recode: { view: RecodePanel, isReady: ({ timesheets }) => timesheets.value.length > 0 },
};

/** The views that have something to show, and the one that is chosen. */
export function Panels() {
  const { state, actions, texts } = usePage();
  const ready = PANELS.filter((name) => VIEWS[name].isReady(state));
  const shown = ready.includes(state.panel.value)
    ? state.panel.value
    : ready.find((name) => !VIEWS[name].isApart);
  const View = shown === undefined ? null : VIEWS[shown].view;
  return (
    <>
      <nav class="contents" aria-label={texts.panels}>
        <ul class="wrap">
          {ready.map((name) => (
            <li key={name}>
              <a
                href={`#${name}`}
                aria-current={name === shown ? 'page' : undefined}
                onClick={(event) => {
                  event.preventDefault();
                  void actions.show(name);
                }}
              >
                {texts.panel[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {shown === undefined || View === null ? null : (
        <section class="wrap view" aria-labelledby="view-h">
          <h2 id="view-h">{texts.panel[shown]}</h2>
          <View />
        </section>
      )}
    </>
  );
}

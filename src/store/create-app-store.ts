import { createStore, type StoreApi } from "zustand/vanilla";
import { createAssessActions } from "./assess-actions.ts";
import { createCandidateActions } from "./candidate-actions.ts";
import { createCompareActions } from "./compare-actions.ts";
import { createComponentActions, followComponents } from "./component-actions.ts";
import { createDataActions } from "./data-actions.ts";
import type { StoreDeps } from "./deps.ts";
import { Desk } from "./desk.ts";
import { createDrawingActions } from "./drawing-actions.ts";
import { createEditActions } from "./edit-actions.ts";
import { NOTHING_EDITED } from "./edit-state.ts";
import { createExplainActions } from "./explain-actions.ts";
import { createFindingActions } from "./finding-actions.ts";
import { createIntakeActions } from "./intake-actions.ts";
import { createMoneyActions } from "./money-actions.ts";
import { createPlanActions } from "./plan-actions.ts";
import { createPreviewActions } from "./preview-actions.ts";
import { createProjectActions } from "./project-actions.ts";
import { createScenarioActions } from "./scenario-actions.ts";
import { READ_AS_GIVEN } from "./show-world.ts";
import type { AppState, AppStoreState } from "./state.ts";
import { createStrokeActions } from "./stroke-actions.ts";
import { createViewActions } from "./view-actions.ts";

const START: AppState = {
  language: "zh",
  colorScheme: "auto",
  layers: {
    districts: true,
    compounds: true,
    labels: true,
    barriers: true,
    communities: true,
    links: false,
    cuts: false,
    components: false,
    walls: false,
    patterns: false,
  },
  busy: null,
  notice: null,
  sources: [],
  reading: READ_AS_GIVEN,
  offers: [],
  world: null,
  scene: null,
  graph: null,
  components: null,
  assessment: null,
  fileReport: null,
  comparison: null,
  scenarios: [],
  activeId: null,
  selection: null,
  hover: null,
  zoom: null,
  ...NOTHING_EDITED,
};

/** The state of the page; `actions` are its only writers. */
export function createAppStore(deps: StoreDeps): StoreApi<AppStoreState> {
  return createStore<AppStoreState>()((_set, _get, api) => {
    const desk = new Desk(api, deps);
    const projects = createProjectActions(desk);
    const actions = {
      ...createDataActions(desk, projects.importProject),
      ...createIntakeActions(desk),
      ...createPlanActions(desk),
      ...createEditActions(desk),
      ...createDrawingActions(desk),
      ...createStrokeActions(desk),
      ...createPreviewActions(desk),
      ...createFindingActions(desk),
      ...projects,
      ...createComponentActions(desk),
      ...createExplainActions(desk),
      ...createMoneyActions(desk),
      ...createAssessActions(desk, api),
      ...createScenarioActions(desk),
      ...createCandidateActions(desk),
      ...createCompareActions(desk),
      ...createViewActions(desk),
    };
    followComponents(desk, api);
    return { ...START, ...deps.initial, actions };
  });
}

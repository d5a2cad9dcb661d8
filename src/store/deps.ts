import type { SourceFile } from "../core/index.ts";
import type { CoreSession } from "../worker/protocol.ts";
import type { AppState, NamedText } from "./state.ts";

/** What survives closing the page: the data once, and every scenario as a scenario file. */
export interface SavedProject {
  readonly version: 1;
  readonly sources: readonly SourceFile[];
  /** texts of scenario files without sources */
  readonly scenarios: readonly string[];
  readonly activeId: string | null;
}

/** Where the project is kept between visits. */
export interface ProjectStorage {
  load(): Promise<SavedProject | null>;
  save(project: SavedProject): Promise<void>;
}

/** What the store is handed from outside. */
export interface StoreDeps {
  readonly core: CoreSession;
  readonly fetchDemo: () => Promise<readonly NamedText[]>;
  readonly storage: ProjectStorage;
  readonly initial?: Partial<Pick<AppState, "language" | "colorScheme">>;
}

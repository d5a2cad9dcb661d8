import type { CoreSession } from "../worker/protocol.ts";
import type { ReadingMemory } from "./intake-state.ts";
import type { AppState, NamedText } from "./state.ts";
import type { ProjectAccess, ProjectStorage } from "./stored-project.ts";

/** What the store is handed from outside. */
export interface StoreDeps {
  readonly core: CoreSession;
  readonly fetchDemo: () => Promise<readonly NamedText[]>;
  readonly storage: ProjectStorage;
  readonly access: ProjectAccess;
  readonly memory: ReadingMemory;
  /** ms since 1970 */
  readonly now: () => number;
  /** an id that nobody has */
  readonly newId: () => string;
  readonly initial?: Partial<Pick<AppState, "language" | "colorScheme">>;
}

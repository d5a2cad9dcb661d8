import { readScenario, type SourceFile } from "../core/index.ts";
import { PROJECT_VERSION, type ProjectWrite } from "./stored-project.ts";

/** What version 1 of the database kept: one project, whole. */
interface FirstProject {
  readonly version: 1;
  readonly sources: readonly SourceFile[];
  /** texts of scenario files without sources */
  readonly scenarios: readonly string[];
  readonly activeId: string | null;
}

function isFirst(value: unknown): value is FirstProject {
  return typeof value === "object" && value !== null && "version" in value && value.version === 1;
}

/** The one project of version 1 as it is kept now; null when there was none. */
export function readFirstProject(last: unknown): ProjectWrite | null {
  if (!isFirst(last)) return null;
  const read = last.scenarios.flatMap((text) => {
    const { scenario } = readScenario(text);
    return scenario ? [{ text, scenario }] : [];
  });
  if (read.length === 0) return null;
  const head = {
    version: PROJECT_VERSION,
    id: "first",
    name: read[0].scenario.name,
    savedAt: 0,
    usedAt: 0,
    compounds: read[0].scenario.zoning.districts.flatMap(({ compounds }) => compounds).length,
    activeId: last.activeId,
    scenarios: read.map(({ scenario: { id, name, parent } }) => ({ id, name, parentId: parent })),
    deleted: false,
  };
  const snapshots = read.map(({ text, scenario }) => ({
    scenario: scenario.id,
    seq: 0,
    text,
    history: "",
    proofs: [],
    solved: null,
  }));
  return { head, sources: last.sources, snapshots };
}

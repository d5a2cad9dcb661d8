import type { FeatureCollection } from "geojson";
import { createContext, useContext, useEffect, useMemo } from "react";
import type { MapSession } from "../../map/start-map.ts";
import { type HeldSource, headOf } from "../../worker/held-text.ts";
import { useApp } from "../store-context.tsx";

/** Fetches the text of the demo's scenery; null when there is none. */
export type FetchScenery = () => Promise<string | null>;

export const SceneryContext = createContext<FetchScenery>(async () => null);

/** Files of one generated city begin with the same line, which says how the city was made. */
function firstLineOf(text: string): string {
  return text.split("\n", 1)[0];
}

/** Scenery is decoration: a file that is no collection is simply not drawn. */
function parseScenery(text: string): FeatureCollection | null {
  try {
    const parsed: unknown = JSON.parse(text);
    const isCollection =
      typeof parsed === "object" &&
      parsed !== null &&
      "features" in parsed &&
      Array.isArray(parsed.features);
    return isCollection ? (parsed as FeatureCollection) : null;
  } catch {
    return null;
  }
}

/** The beginning of the compounds' file. */
function headOfCompounds(sources: readonly HeldSource[]): string | null {
  const found = sources.find(({ role }) => role === "compounds");
  return found ? headOf(found.text) : null;
}

/** What the user opened as scenery, all files together; null: nothing that can be drawn. */
function sceneryOf(sources: readonly HeldSource[]): FeatureCollection | null {
  const files = sources.filter(({ role }) => role === "context");
  const layers = files.flatMap(({ text }) =>
    typeof text === "string" ? (parseScenery(text) ?? []) : [],
  );
  if (layers.length === 0) return null;
  return { type: "FeatureCollection", features: layers.flatMap(({ features }) => features) };
}

/** Draws scenery behind the map: a layer the user opened, else the demo's behind the demo city. */
export function useScenery(session: MapSession | null): void {
  const fetchScenery = useContext(SceneryContext);
  const compounds = useApp(({ world, sources }) =>
    world?.synthetic ? headOfCompounds(sources) : null,
  );
  const sources = useApp((state) => state.sources);
  const opened = useMemo(() => sceneryOf(sources), [sources]);
  useEffect(() => {
    if (!session) return;
    let current = true;
    const show = async () => {
      if (opened !== null) return session.setContext(opened);
      const text = compounds === null ? null : await fetchScenery();
      if (!current || text === null || compounds === null) return;
      if (firstLineOf(text) === firstLineOf(compounds)) {
        session.setContext(parseScenery(text));
      }
    };
    session.setContext(null);
    void show();
    return () => {
      current = false;
    };
  }, [session, compounds, opened, fetchScenery]);
}

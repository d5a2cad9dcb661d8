import type { FeatureCollection } from "geojson";
import { createContext, useContext, useEffect } from "react";
import type { MapSession } from "../../map/start-map.ts";
import { useApp } from "../store-context.tsx";

/** Fetches the text of the demo's scenery; null when there is none. */
export type FetchScenery = () => Promise<string | null>;

export const SceneryContext = createContext<FetchScenery>(async () => null);

/** Files of one generated city begin with the same line, which says how the city was made. */
function headOf(text: string): string {
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

/** Draws scenery behind the map: a layer the user opened, else the demo's behind the demo city. */
export function useScenery(session: MapSession | null): void {
  const fetchScenery = useContext(SceneryContext);
  const compounds = useApp(({ world, sources }) =>
    world?.synthetic ? (sources.find(({ role }) => role === "compounds")?.text ?? null) : null,
  );
  const opened = useApp(
    ({ sources }) => sources.find(({ role }) => role === "context")?.text ?? null,
  );
  useEffect(() => {
    if (!session) return;
    let current = true;
    const show = async () => {
      if (opened !== null) return session.setContext(parseScenery(opened));
      const text = compounds === null ? null : await fetchScenery();
      if (!current || text === null || compounds === null) return;
      if (headOf(text) === headOf(compounds)) {
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

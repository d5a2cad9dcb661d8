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

/** Draws parks and built-up ground behind the demo city, and behind no other data. */
export function useScenery(session: MapSession | null): void {
  const fetchScenery = useContext(SceneryContext);
  const compounds = useApp(({ world, sources }) =>
    world?.synthetic ? (sources.find(({ role }) => role === "compounds")?.text ?? null) : null,
  );
  useEffect(() => {
    if (!session) return;
    let current = true;
    const show = async () => {
      const text = compounds === null ? null : await fetchScenery();
      if (!current || text === null || compounds === null) return;
      if (headOf(text) === headOf(compounds)) {
        session.setContext(JSON.parse(text) as FeatureCollection);
      }
    };
    session.setContext(null);
    void show();
    return () => {
      current = false;
    };
  }, [session, compounds, fetchScenery]);
}

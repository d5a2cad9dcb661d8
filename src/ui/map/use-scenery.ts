import type { FeatureCollection } from "geojson";
import { createContext, useContext, useEffect } from "react";
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

/** What is held of the first file in a role: all of it, but for large ones. */
function textOf(sources: readonly HeldSource[], role: HeldSource["role"]): string | null {
  const found = sources.find((source) => source.role === role);
  return found ? headOf(found.text) : null;
}

/** Draws scenery behind the map: a layer the user opened, else the demo's behind the demo city. */
export function useScenery(session: MapSession | null): void {
  const fetchScenery = useContext(SceneryContext);
  const compounds = useApp(({ world, sources }) =>
    world?.synthetic ? textOf(sources, "compounds") : null,
  );
  const opened = useApp(({ sources }) => textOf(sources, "context"));
  useEffect(() => {
    if (!session) return;
    let current = true;
    const show = async () => {
      if (opened !== null) return session.setContext(parseScenery(opened));
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

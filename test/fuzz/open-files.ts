import { describeIssue } from "../../src/core/base/issue.ts";
import type { OpenContainer, RawFile, World } from "../../src/core/index.ts";
import { unpackFiles } from "../../src/core/ingest/containers/unpack-files.ts";
import { guessRoles } from "../../src/core/ingest/guess-role.ts";
import { readWorld } from "../../src/core/ingest/read-world.ts";
import { DESK, decode } from "../core/ingest/containers/container-files.ts";

/** Compounds of the sound file. */
const SOUND = Array.from({ length: 8 }, (_, k) => `N-${k + 1}`);

function square(id: string, k: number): unknown {
  const [x, y] = [101.55 + 0.002 * k, 25.03];
  const ring = [
    [x, y],
    [x + 0.001, y],
    [x + 0.001, y + 0.001],
    [x, y + 0.001],
    [x, y],
  ];
  const properties = { 小区编号: id, 小区名称: `邻里小区${k}`, 户数: 90 };
  return { type: "Feature", properties, geometry: { type: "Polygon", coordinates: [ring] } };
}

/**
 * A sound file: whatever lies beside it, all of it must load. It has more compounds than the damaged
 * one, so that it is not the one that lies far away from the rest.
 */
export const NEIGHBOUR: RawFile = {
  name: "neighbour.geojson",
  bytes: new TextEncoder().encode(
    JSON.stringify({ type: "FeatureCollection", features: SOUND.map(square) }),
  ),
};

/**
 * Opens files together as the page does.
 * @param open opens containers; in this thread unless said otherwise
 * @throws only by a fault of the program
 */
export async function openFiles(
  files: readonly RawFile[],
  open: OpenContainer = DESK.open,
): Promise<World> {
  const texts = await unpackFiles(files, { open, decode });
  const world = readWorld(guessRoles(texts), { fieldMap: {}, crs: null });
  for (const issue of world.issues)
    for (const language of ["zh", "en"] as const) describeIssue(issue, language);
  return world;
}

/** What is wrong with a world that came out of any bytes; null: nothing. */
export function faultOf(world: World): string | null {
  const { compounds, shapes, issues } = world;
  const ids = compounds.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) return "an id twice";
  if (shapes.count !== compounds.length) return "shapes and compounds differ";
  if (!shapes.xy.every(Number.isFinite)) return "a position is no number";
  if (!SOUND.every((id) => ids.includes(id))) return "the sound neighbour was lost";
  if (compounds.length === SOUND.length && issues.length === 0)
    return "nothing read and nothing said";
  return null;
}

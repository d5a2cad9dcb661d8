import { describeIssue } from "../../src/core/base/issue.ts";
import type { RawFile, World } from "../../src/core/index.ts";
import { loadReaders } from "../../src/core/ingest/containers/load-readers.ts";
import { unpackFiles } from "../../src/core/ingest/containers/unpack-files.ts";
import { guessRoles } from "../../src/core/ingest/guess-role.ts";
import { readWorld } from "../../src/core/ingest/read-world.ts";
import { decode, HOST } from "../core/ingest/containers/container-files.ts";

/** A neighbour that is sound: whatever lies beside it, it must load. */
export const NEIGHBOUR: RawFile = {
  name: "neighbour.geojson",
  bytes: new TextEncoder().encode(
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"小区编号":"N-1","小区名称":"邻里小区","户数":90},"geometry":{"type":"Polygon","coordinates":[[[101.55,25.03],[101.551,25.03],[101.551,25.031],[101.55,25.031],[101.55,25.03]]]}}]}',
  ),
};

/** Opens files together as the page does. @throws only by a fault of the program */
export async function openFiles(files: readonly RawFile[]): Promise<World> {
  const texts = unpackFiles(files, { readers: await loadReaders(files, HOST), decode });
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
  if (!ids.includes("N-1")) return "the sound neighbour was lost";
  if (compounds.length === 1 && issues.length === 0) return "nothing read and nothing said";
  return null;
}

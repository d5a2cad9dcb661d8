import type { OutputFile } from "../../../src/core/export/export-as.ts";
import type { ExportInput } from "../../../src/core/export/export-input.ts";
import { guessRole } from "../../../src/core/ingest/guess-role.ts";
import { plainCompound } from "../../../src/core/ingest/plain-compound.ts";
import { readWorld } from "../../../src/core/ingest/read-world.ts";
import type { SourceFile, World } from "../../../src/core/ingest/world.ts";
import { outlineDistricts } from "../../../src/core/zoning/outlines.ts";
import { geojsonOf } from "../../geojson-builder.ts";
import { gridWorld, solved } from "../../prepared-builder.ts";
import { unpackHere } from "../ingest/containers/container-files.ts";

/** A plan on 30 compounds, read from a file, some of them called as a hostile ledger would call them. */
export function sampleInput(language: "zh" | "en" = "zh"): ExportInput {
  const grid = gridWorld(30, { columns: 6 });
  const names = ['=HYPERLINK("http://x")', "+1小区", "@家属院", "<b>&小区", 'a,b "c"'];
  const compounds = grid.compounds.map((compound, i) =>
    i < names.length ? { ...plainCompound(compound), name: names[i] } : compound,
  );
  const text = geojsonOf({ ...grid, compounds });
  const sources: SourceFile[] = [{ role: "compounds", name: "grid.geojson", text }];
  const world = readWorld(sources, { fieldMap: {}, crs: null });
  const { prepared, plan } = solved(world);
  return {
    prepared,
    zoning: plan.zoning,
    plan,
    outlines: outlineDistricts(world, plan.zoning, prepared.recipe.parameters.gapM),
    scenario: { id: "s1", name: "试点", parent: null, edited: false, stale: false },
    sources,
    issues: [],
    language,
    measure: () => ({
      timingsMs: { read: 0, check: 0, link: 0, estimate: 0, plan: 0, outline: 0, write: 0 },
      peakMemoryMb: null,
    }),
  };
}

/** Bytes of a written file. */
export function bytesOf(file: OutputFile): Uint8Array {
  return "bytes" in file ? file.bytes : new TextEncoder().encode(file.text);
}

/** What the program makes of a written file, opened beside `others`. */
export async function openAgain(
  file: OutputFile,
  others: readonly SourceFile[] = [],
): Promise<World> {
  const raw = [{ name: file.name, bytes: bytesOf(file) }];
  const texts = await unpackHere(raw);
  const opened = texts
    .filter(({ name }) => others.length > 0 || !/districts/.test(name))
    .map(
      (text): SourceFile => ({
        ...text,
        role: others.length > 0 ? "ledger" : guessRole(text.name, text.text),
      }),
    );
  return readWorld([...others, ...opened], { fieldMap: {}, crs: null });
}

import { describe, expect, it } from "vitest";
import { readScenario } from "../../src/core/index.ts";
import { GRID } from "../store/fake-deps.ts";
import { opened } from "../store/store-fixture.ts";
import { run, temporaryFolder } from "./cli-fixture.ts";

const folder = temporaryFolder();

/** Zonings of candidates by their names in Chinese, as the page has them: by compound ids. */
async function pageZonings(edit: (actions: Awaited<ReturnType<typeof opened>>["actions"]) => void) {
  const { store, actions } = await opened();
  edit(actions);
  const files = await actions.exportFiles({ format: "plan" });
  const shown = files.find(({ name }) => name.endsWith(".pianqu.json"));
  const ids = await actions.findCandidates();
  const { world, scenarios } = store.getState();
  const zonings = scenarios
    .filter(({ id }) => ids.includes(id))
    .map(({ name, zoning }) => [
      name,
      zoning.districts.map(({ id, name: of }, d) => ({
        id,
        name: of,
        compounds: (world?.compounds ?? [])
          .filter((_, i) => zoning.assignment[i] === d)
          .map((compound) => compound.id),
      })),
    ]);
  return { shown, zonings };
}

async function commandZonings(words: readonly string[], out: string) {
  const { code, stdout } = await run(
    ["candidates", ...words, "--out", folder.path(out), "--json"],
    "zh",
  );
  expect(code).toBe(0);
  const { candidates } = JSON.parse(stdout) as {
    candidates: { key: string; beatenBy: string | null }[];
  };
  return candidates
    .filter(({ beatenBy }) => beatenBy === null)
    .map(({ key }) => {
      const { scenario } = readScenario(folder.read(`${out}/${key}.pianqu.json`));
      return [scenario?.name, scenario?.zoning.districts];
    });
}

describe("candidates of the page and of the command line", () => {
  it("[S75] are the same zonings, ids and names of districts included", async () => {
    const { zonings } = await pageZonings(() => {});
    expect(zonings.length).toBeGreaterThan(0);
    const data = folder.write(GRID.name, GRID.text);
    expect(await commandZonings([data], "plain")).toEqual(zonings);
  });

  it("[S75] are so beside an edited scenario as well", async () => {
    const { shown, zonings } = await pageZonings(({ mergeDistricts, renameDistrict }) => {
      mergeDistricts([0, 1]);
      renameDistrict(0, "合并后的片区");
    });
    const path = folder.write("shown.pianqu.json", shown && "text" in shown ? shown.text : "");
    expect(await commandZonings(["--scenario", path], "edited")).toEqual(zonings);
    expect(JSON.stringify(zonings)).toContain("合并后的片区");
  });
});

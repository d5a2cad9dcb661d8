import { describe, expect, it } from "vitest";
import { guessRoles } from "../../../../src/core/ingest/guess-role.ts";
import { readWorld } from "../../../../src/core/ingest/read-world.ts";
import { CITY, unpackHere, utf8 } from "./container-files.ts";

const GEOJSON = utf8(JSON.stringify(CITY));

async function unpack(...files: readonly (readonly [string, Uint8Array])[]) {
  const raw = files.map(([name, bytes]) => ({ name, bytes }));
  return unpackHere(raw);
}

describe("personal data in JSON are not kept either", () => {
  const personal = {
    type: "FeatureCollection",
    features: CITY.features.map((feature, i) => ({
      ...feature,
      properties: {
        ...feature.properties,
        业主姓名: "张三",
        备用: `1380000111${i}`,
        备注: i === 0 ? "找王五 139 0000 2222，身份证532301199001011236" : "",
        高程: "POINT(13812345678.25 1)",
      },
    })),
  };
  const rows = personal.features.map(({ properties }) => properties);
  const texts: readonly (readonly [string, string])[] = [
    ["a.geojson", JSON.stringify(personal)],
    ["escaped.geojson", JSON.stringify(personal).replace(/[\u4e00-\u9fff]/g, escaped)],
    ["lines.geojsonl", personal.features.map((feature) => JSON.stringify(feature)).join("\n")],
    ["台账.json", JSON.stringify(rows)],
  ];

  function escaped(character: string): string {
    return `\\u${character.charCodeAt(0).toString(16)}`;
  }

  it.each(texts)("[I54] %s", async (name, text) => {
    const isLedger = name === "台账.json";
    const beside: [string, Uint8Array][] = isLedger ? [["city.geojson", GEOJSON]] : [];
    const files = await unpack([name, utf8(text)], ...beside);
    const kept = files.map((file) => JSON.stringify(JSON.parse(file.text))).join("");
    expect(kept).not.toMatch(/张三|1380000111|139 0000|5323011990/);
    expect(kept).toContain("POINT(13812345678.25 1)");
    const world = readWorld(guessRoles(files), { fieldMap: {}, crs: null });
    expect(JSON.stringify(world)).not.toMatch(/张三|1380000111|139 0000|5323011990/);
    if (isLedger) return;
    expect(
      world.compounds.some(({ properties }) => properties.备注 === "找*** ***，身份证***"),
    ).toBe(true);
    const said = world.issues.filter(({ code }) => code.startsWith("personal"));
    expect(said.map(({ code, args }) => `${code} ${args.column} ${args.n}`)).toEqual([
      "personal-data 业主姓名 3",
      "personal-data 备用 3",
      "personal-in-text 备注 1",
    ]);
  });

  it.each([
    ["with 86 in front", "8613800001111"],
    ["with blanks in it", "1 380 000 1111"],
    ["of full width", "１３８００００１１１１"],
    ["as a decimal", 13800001111],
    ["of an identity, in groups", "532301 19900101 1236"],
  ])("[I54] a number %s is not kept", async (_, cell) => {
    const features = CITY.features.map((feature) => ({
      ...feature,
      properties: { ...feature.properties, 备用: cell },
    }));
    const text = JSON.stringify({ type: "FeatureCollection", features });
    const written = text.replaceAll(":13800001111}", ":13800001111.0}");
    const [file] = await unpack(["a.geojson", utf8(written)]);
    expect(file.text).not.toMatch(/1111|１１１１|1236/);
    expect(JSON.parse(file.text).features[0].properties).not.toHaveProperty("备用");
  });

  it("[I54] codes of compounds may have as many digits as a telephone number", async () => {
    const features = CITY.features.map((feature, i) => ({
      ...feature,
      properties: { 小区编号: `1301020010${i}`, 小区名称: `甲${i}` },
    }));
    const text = JSON.stringify({ type: "FeatureCollection", features });
    const sources = guessRoles(await unpack(["a.geojson", utf8(text)]));
    const world = readWorld(sources, { fieldMap: {}, crs: null });
    const codes = world.issues.map(({ code }) => code);
    expect(world.compounds.map(({ id }) => id)).toEqual([
      "13010200100",
      "13010200101",
      "13010200102",
    ]);
    expect(codes).not.toContain("personal-data");
  });

  it("[I54] a parsed file, which stays where it lies, gives no such value either", () => {
    const file = {
      role: "compounds",
      name: "a.geojson",
      parsed: { value: personal, depth: 8 },
    } as const;
    const world = readWorld([file], { fieldMap: {}, crs: null });
    expect(world.compounds).toHaveLength(3);
    expect(JSON.stringify(world)).not.toMatch(/张三|1380000111|139 0000|5323011990/);
  });
});

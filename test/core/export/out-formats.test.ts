import { read, utils } from "@e965/xlsx";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { type ExportChoice, exportAs, PUBLIC_FORMATS } from "../../../src/core/export/export-as.ts";
import type { ExportInput } from "../../../src/core/export/export-input.ts";
import { readFiledZoning } from "../../../src/core/export/read-zoning.ts";
import { guessRole } from "../../../src/core/ingest/guess-role.ts";
import { plainCompound } from "../../../src/core/ingest/plain-compound.ts";
import type { World } from "../../../src/core/ingest/world.ts";
import { LEFT_OUT_REASONS, type Zoning } from "../../../src/core/zoning/zoning.ts";
import { decode, gbk, HOST, unpackHere } from "../ingest/containers/container-files.ts";
import { bytesOf, openAgain, sampleInput } from "./export-sample.ts";

const INPUT = sampleInput();

/** The sample with names that GBK lacks, one that is too long for dBASE, and one with an odd character. */
function withNames(names: readonly string[]): ExportInput {
  const { world } = INPUT.prepared;
  const compounds = world.compounds.map((compound, i) =>
    i < names.length ? { ...plainCompound(compound), name: names[i] } : compound,
  );
  return { ...INPUT, prepared: { ...INPUT.prepared, world: { ...world, compounds } } };
}

const write = (choice: ExportChoice, input: ExportInput = INPUT) => exportAs(choice, input, HOST);

async function fileOf(choice: ExportChoice, name: string, input: ExportInput = INPUT) {
  const file = (await write(choice, input)).find((one) => one.name === name);
  if (!file) throw new Error(`no ${name}`);
  return file;
}

/** District (or reason) of every compound, by its id. */
function placesOf({ compounds }: World, { assignment, districts, reason }: Zoning) {
  return new Map(
    compounds.map(({ id }, i) => [
      id,
      assignment[i] >= 0 ? districts[assignment[i]] : LEFT_OUT_REASONS[reason[i]],
    ]),
  );
}

const WANTED = placesOf(INPUT.prepared.world, INPUT.zoning);

function expectSame(world: World): void {
  expect(world.compounds).toHaveLength(INPUT.prepared.world.compounds.length);
  const filed = readFiledZoning(world);
  expect(filed && placesOf(world, filed)).toEqual(WANTED);
  const figures = (of: World) =>
    of.compounds.map(({ id, name, households, floorAreaM2, builtYear, provenance }) => ({
      ...{ id, name, households, floorAreaM2, builtYear, provenance },
    }));
  expect(figures(world)).toEqual(figures(INPUT.prepared.world));
}

describe("formats that are read again", () => {
  it("[X29] a shapefile in UTF-8 gives the same zoning and figures", async () => {
    expectSame(await openAgain(await fileOf({ format: "shp" }, "compounds.zip")));
  });

  it("[I75] a ledger's own numbers stand beside the ids, and come back", async () => {
    const { world } = INPUT.prepared;
    const compounds = world.compounds.map((compound, i) =>
      i < 3 ? { ...plainCompound(compound), ledgerId: `台-${i}` } : compound,
    );
    const numbered = { ...INPUT, prepared: { ...INPUT.prepared, world: { ...world, compounds } } };
    const wanted = compounds.map(({ ledgerId }) => ledgerId);
    for (const [format, name] of [
      ["shp", "compounds.zip"],
      ["gpkg", "plan.gpkg"],
      ["kml", "compounds.kml"],
    ] as const) {
      const back = await openAgain(await fileOf({ format }, name, numbered));
      expect([format, back.compounds.map(({ ledgerId }) => ledgerId)]).toEqual([format, wanted]);
    }
    for (const [format, name] of [
      ["csv", "compounds.csv"],
      ["xlsx", "plan.xlsx"],
    ] as const) {
      const back = await openAgain(await fileOf({ format }, name, numbered), INPUT.sources);
      expect([format, back.compounds.map(({ ledgerId }) => ledgerId)]).toEqual([format, wanted]);
    }
  });

  it("[X29] a shapefile in GBK gives the same zoning and figures", async () => {
    const file = await fileOf({ format: "shp", encoding: "gbk" }, "compounds.zip");
    expectSame(await openAgain(file));
  });

  it("[X31] a GeoPackage gives the same zoning and figures", async () => {
    expectSame(await openAgain(await fileOf({ format: "gpkg" }, "plan.gpkg")));
  });

  it("[X32] a KML gives the same zoning and figures", async () => {
    expectSame(await openAgain(await fileOf({ format: "kml" }, "compounds.kml")));
  });

  it("[X38] in the systems that bureaus file in, a shapefile and a GeoPackage give the same zoning", async () => {
    for (const system of ["cgcs2000", "gauss-kruger"] as const) {
      for (const [format, name] of [
        ["shp", "compounds.zip"],
        ["gpkg", "plan.gpkg"],
      ] as const) {
        const world = await openAgain(await fileOf({ format, system }, name));
        expectSame(world);
        const codes = world.issues.map(({ code }) => code);
        expect([format, codes.includes("crs-converted")]).toEqual([format, system !== "cgcs2000"]);
        expect(codes).not.toContain("crs-to-confirm");
        const { centroid } = INPUT.prepared.world.shapes;
        world.shapes.centroid.forEach((value, k) => {
          expect(Math.abs(value - centroid[k])).toBeLessThan(0.01);
        });
      }
    }
  });

  it("[X38] other formats, and places without a zone, refuse", async () => {
    for (const format of ["geojson", "kml", "csv"] as const)
      await expect(write({ format, system: "cgcs2000" })).rejects.toThrow(/WGS 84 only/);
    const { prepared } = INPUT;
    const world = { ...prepared.world, projection: { lon0: -73.9, lat0: 40.7 } };
    const abroad = { ...INPUT, prepared: { ...prepared, world } };
    const choice = { format: "shp", system: "gauss-kruger" } as const;
    await expect(write(choice, abroad)).rejects.toThrow(/no CGCS2000 zone/);
  });

  it("[X33] outlines of districts are never taken for compounds", async () => {
    const choices = [
      ["geojson", "districts.geojson"],
      ["shp", "districts.zip"],
      ["kml", "districts.kml"],
      ["gpkg", "plan.gpkg"],
    ] as const;
    for (const [format, name] of choices) {
      const raw = [{ name, bytes: bytesOf(await fileOf({ format }, name)) }];
      const layers = await unpackHere(raw);
      const roles = layers.map((layer) => guessRole(layer.name, layer.text));
      expect(roles.sort()).toEqual(format === "gpkg" ? ["compounds", "context"] : ["context"]);
    }
  });

  it("[X34] every format gives the same bytes twice", async () => {
    for (const format of ["shp", "gpkg", "kml", "faults", "notice", "cards", "map"] as const) {
      const [once, twice] = [await write({ format }), await write({ format })];
      expect(once.map(bytesOf)).toEqual(twice.map(bytesOf));
    }
  });
});

describe("shapefiles", () => {
  it("[X29] say their encoding in .cpg and in the table, and WGS 84 in .prj", async () => {
    for (const encoding of ["utf-8", "gbk"] as const) {
      const file = await fileOf({ format: "shp", encoding }, "compounds.zip");
      const parts = unzipSync(bytesOf(file));
      expect(Object.keys(parts).map((name) => name.split(".")[1])).toEqual([
        ...["shp", "shx", "dbf", "cpg", "prj"],
      ]);
      expect(decode(parts["compounds.cpg"], "utf-8", true)).toBe(encoding.toUpperCase());
      expect(parts["compounds.dbf"][29]).toBe(encoding === "gbk" ? 0x4d : 0);
      expect(decode(parts["compounds.prj"], "utf-8", true)).toContain("D_WGS_1984");
    }
  });

  it("[X30] name every field in at most 10 bytes, once, and explain it in the legend", async () => {
    const legend = decode(
      bytesOf(await fileOf({ format: "shp" }, "shapefile-fields.txt")),
      "utf-8",
      false,
    );
    for (const name of ["districts", "compounds"]) {
      const dbf = unzipSync(bytesOf(await fileOf({ format: "shp" }, `${name}.zip`)))[`${name}.dbf`];
      const count = (new DataView(dbf.buffer, dbf.byteOffset).getUint16(8, true) - 33) / 32;
      const fields = Array.from({ length: count }, (_, k) =>
        decode(dbf.subarray(32 + 32 * k, 43 + 32 * k), "utf-8", true).replace(/\0+$/, ""),
      );
      expect(new Set(fields).size).toBe(count);
      for (const field of fields) {
        expect(field.length).toBeLessThanOrEqual(10);
        expect(legend).toContain(`\r\n${field}\t`);
      }
    }
  });

  it("[X30] write what GBK lacks as ?, cut long texts at a whole character, and say both", async () => {
    const long = "楚雄".repeat(100);
    const input = withNames(["𠮷祥小区", long]);
    const choice = { format: "shp", encoding: "gbk" } as const;
    const legend = decode(
      bytesOf(await fileOf(choice, "shapefile-fields.txt", input)),
      "utf-8",
      false,
    );
    expect(legend).toContain("有 1 个字");
    expect(legend).toContain("有 1 个单元格");
    const world = await openAgain(await fileOf(choice, "compounds.zip", input));
    expect(world.compounds[0].name).toBe("?祥小区");
    expect(world.compounds[1].name).toBe(long.slice(0, 127));
  });

  it("[X29] GBK bytes are those of every other program", async () => {
    const { createGbkEncoder } = await import("../../../src/core/export/formats/encode-text.ts");
    const encode = createGbkEncoder(decode);
    const text = "楚雄市鹿城镇彝海社区 A-1（一期）㎡";
    expect(encode(text)).toEqual({ bytes: gbk(text), lost: 0 });
  });
});

describe("the public set", () => {
  it("[X35] holds no money, no company and no property of the files, and says by how much it is off", async () => {
    const { world } = INPUT.prepared;
    for (const format of PUBLIC_FORMATS) {
      const files = await write({ format, audience: "public" });
      const note = files.find(({ name }) => name === "public-note.txt");
      expect(note && decode(bytesOf(note), "utf-8", false)).toMatch(/最多偏移 \d+ 米/);
    }
    const texts = await write({ format: "geojson", audience: "public" });
    for (const file of texts.slice(0, 2)) {
      const { features } = JSON.parse(decode(bytesOf(file), "utf-8", true));
      const keys = new Set(
        features.flatMap(({ properties }: { properties: object }) => Object.keys(properties)),
      );
      for (const key of keys)
        expect(key).not.toMatch(/yuan|fee|fund|cost|income|company|cars|note/);
      const flat = features.flatMap((f: { geometry: { coordinates: number[] } }) =>
        f.geometry.coordinates.flat(9 as 1),
      );
      for (const value of flat.slice(0, 400))
        expect(Math.abs(value * 4000 - Math.round(value * 4000))).toBeLessThan(1e-6);
    }
    expect(world.compounds.length).toBeGreaterThan(0);
  });

  it("[X35] its workbook speaks in words, and adds up", async () => {
    for (const [language, codes, total] of [
      ["zh", /^(?:yes|no|approximate|[a-z]+(?:-[a-z]+)+|isolate)$/, "合计"],
      ["en", /^(?:是|[a-z]+(?:-[a-z]+)+|isolate)$/, "Total"],
    ] as const) {
      const choice = { format: "xlsx", audience: "public" } as const;
      const file = await fileOf(choice, "plan-public.xlsx", { ...INPUT, language });
      const { Sheets, SheetNames } = read(bytesOf(file));
      for (const name of SheetNames) {
        const rows = utils.sheet_to_json<unknown[]>(Sheets[name], { header: 1 });
        const said = rows.flat().filter((cell) => typeof cell === "string" && codes.test(cell));
        expect([name, said]).toEqual([name, []]);
        expect([name, rows.at(-1)?.[0]]).toEqual([name, total]);
      }
    }
  });

  it("[X35] refuses formats that hold money or faults of compounds", async () => {
    for (const format of ["html", "csv", "cards", "faults", "plan"] as const)
      await expect(write({ format, audience: "public" })).rejects.toThrow(/no public set/);
  });

  it("[X35] draws no compound on its map", async () => {
    const svg = decode(
      bytesOf(await fileOf({ format: "map", audience: "public" }, "map-public.svg")),
      "utf-8",
      true,
    );
    expect(svg).toContain("示意图");
    expect(svg).not.toContain("暂不纳入");
  });
});

describe("papers", () => {
  it("[X36] the notice says candidate, names every district and every compound in one, and no money", async () => {
    const text = decode(bytesOf(await fileOf({ format: "notice" }, "notice.txt")), "utf-8", false);
    expect(text).toContain("候选方案");
    expect(text).toContain("征求意见");
    expect(text).toContain("不跨小区使用");
    expect(text).not.toMatch(/\d\s*(?:万)?元/);
    const used = new Set(INPUT.zoning.assignment.filter((d) => d >= 0)).size;
    expect(text.match(/四至（草拟[^：]*：东至.+，南至.+，西至.+，北至.+。/g)).toHaveLength(used);
    INPUT.zoning.assignment.forEach((d, i) => {
      if (d < 0) return;
      expect(text).toContain(INPUT.zoning.districts[d].name);
      expect(text).toContain(INPUT.prepared.world.compounds[i].name);
    });
  });

  it("[X36] cards have a map, escaped names and the ledgers' warning", async () => {
    const html = decode(
      bytesOf(await fileOf({ format: "cards" }, "district-cards.html")),
      "utf-8",
      true,
    );
    const used = new Set(INPUT.zoning.assignment.filter((d) => d >= 0)).size;
    expect(html.match(/<svg /g)).toHaveLength(used);
    expect(html.match(/<section>\s*<h2>/g)).toHaveLength(used);
    expect(html).toContain('<body class="cards">');
    expect(html).not.toContain("<b>&小区");
    expect(html).toContain("征求意见稿");
  });

  it("[X37] faults stand on a sheet of their community, with a column to answer in", async () => {
    const { read } = await import("@e965/xlsx");
    const { world } = INPUT.prepared;
    const issue = (feature: string | null) => ({
      ...({
        code: "no-geometry",
        severity: "error",
        source: "a.geojson",
        at: null,
        args: {},
      } as const),
      feature,
    });
    const issues = [issue(world.compounds[3].id), issue("=1+1"), issue(null)];
    const input = { ...INPUT, prepared: { ...INPUT.prepared, world: { ...world, issues } } };
    const book = read(bytesOf(await fileOf({ format: "faults" }, "faults.xlsx", input)), {
      type: "array",
      cellFormula: true,
    });
    expect(book.SheetNames).toEqual(["汇总", "A", "未定社区"]);
    const cells = Object.values(book.Sheets.未定社区) as { v?: unknown; f?: unknown }[];
    expect(cells.some(({ f }) => f !== undefined)).toBe(false);
    expect(cells.map(({ v }) => v)).toContain("'=1+1");
    expect(cells.map(({ v }) => v)).toContain("社区答复 (填)");
  });

  it("[X37] a row of a ledger that belongs to no compound goes to the 社区 that it names", async () => {
    const { read } = await import("@e965/xlsx");
    const { world } = INPUT.prepared;
    const args = { row: 8, inSheet: "西门社区", community: "西门社区" };
    const said = {
      code: "ledger-row-unmatched",
      severity: "warning",
      source: "台账.xlsx",
    } as const;
    const issues = [{ ...said, feature: "某小区", at: null, args }];
    const input = { ...INPUT, prepared: { ...INPUT.prepared, world: { ...world, issues } } };
    const book = read(bytesOf(await fileOf({ format: "faults" }, "faults.xlsx", input)), {
      type: "array",
    });
    const cells = Object.values(book.Sheets.西门社区) as { v?: unknown }[];
    expect(cells.map(({ v }) => v)).toContain(
      "台账.xlsx“西门社区”表 第 8 行“某小区”没有对应的小区。",
    );
  });

  it("[X37] what was filled in is listed compound by compound, not as a sum over the city", async () => {
    const { read } = await import("@e965/xlsx");
    const { world } = INPUT.prepared;
    const compounds = world.compounds.map((compound, i) => ({
      ...plainCompound(compound),
      ...(i === 2 && { households: 123, builtYear: null, feeYuanPerM2Month: 0.35 }),
      provenance: Object.fromEntries(
        Object.keys(compound.provenance).map((field) => {
          const blank = ["households", "builtYear", "feeYuanPerM2Month"].includes(field);
          return [field, i === 2 && blank ? "default" : "ledger"];
        }),
      ) as typeof compound.provenance,
    }));
    const issues = (["households-defaulted", "year-approximate"] as const).map((code) => ({
      ...{ code, severity: "info", source: null, feature: null, at: null },
      args: { n: 1, total: 6, m2PerHousehold: 80, plotRatio: 1.3, value: "80年代", year: 1985 },
    })) as typeof world.issues;
    const prepared = { ...INPUT.prepared, world: { ...world, compounds, issues } };
    const file = await fileOf({ format: "faults" }, "faults.xlsx", { ...INPUT, prepared });
    const book = read(bytesOf(file), { type: "array" });
    const textsOf = (sheet: string) =>
      Object.values(book.Sheets[sheet] as Record<string, { v?: unknown }>).map(({ v }) => v);
    const { id, name } = world.compounds[2];
    expect(textsOf("A")).toContain(`${id} ${name}`);
    expect(textsOf("A")).toContain(
      "台账缺：建成年份（按老旧小区处理）；户数（户） 暂按 123；物业费（元/㎡·月） 暂按 0.35",
    );
    const rest = textsOf("未定社区").join();
    expect(rest).toContain("80年代");
    expect(rest).not.toContain("户数");
  });
});

import { gzipSync, zipSync } from "fflate";
import type { Polygon, Position } from "geojson";
import { describe, expect, it } from "vitest";
import { guessRoles } from "../../../../src/core/ingest/guess-role.ts";
import { readWorld } from "../../../../src/core/ingest/read-world.ts";
import {
  CITY,
  concat,
  gbk,
  makeDbf,
  makeFlatgeobuf,
  makeGeopackage,
  makeKml,
  makeShapefileZip,
  makeShp,
  makeWorkbook,
  tableOf,
  unpackHere,
  utf8,
} from "./container-files.ts";

async function unpack(...files: readonly (readonly [string, Uint8Array])[]) {
  const raw = files.map(([name, bytes]) => ({ name, bytes }));
  return unpackHere(raw);
}

async function open(...files: readonly (readonly [string, Uint8Array])[]) {
  const sources = guessRoles(await unpack(...files));
  const world = readWorld(sources, { fieldMap: {}, crs: null });
  return { sources, world, codes: world.issues.map(({ code }) => code) };
}

const GEOJSON = utf8(JSON.stringify(CITY));
const expected = readWorld(
  [{ role: "compounds", name: "city.geojson", text: JSON.stringify(CITY) }],
  { fieldMap: {}, crs: null },
);

const summary = (world: typeof expected) =>
  world.compounds.map(({ id, name, households, floorAreaM2, geometry }) => ({
    id,
    name,
    households,
    floorAreaM2,
    rings: (geometry as Polygon).coordinates.map(fromSmallest),
  }));

/** Formats begin rings where they like. */
function fromSmallest(ring: readonly Position[]): Position[] {
  const open = ring.slice(0, -1);
  const keys = open.map(([x, y]) => x * 1000 + y);
  const first = keys.indexOf(Math.min(...keys));
  return [...open.slice(first), ...open.slice(0, first)];
}

describe("every format gives the same compounds", () => {
  const PRJ =
    'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
  const lines = CITY.features.map((feature) => JSON.stringify(feature)).join("\n");
  const csv = tableOf(CITY)
    .map((row) => row.map((cell) => `"${cell}"`).join(","))
    .join("\r\n");
  const cases: readonly (readonly [string, string, () => Uint8Array | Promise<Uint8Array>])[] = [
    ["GeoJSON", "city.geojson", () => GEOJSON],
    ["GeoJSON in GBK", "city.geojson", () => gbk(JSON.stringify(CITY))],
    [
      "GeoJSON in UTF-16",
      "city.json",
      () => new Uint8Array(new Uint16Array([0xfeff, ...utf16(JSON.stringify(CITY))]).buffer),
    ],
    ["gzipped GeoJSON", "city.geojson.gz", () => gzipSync(GEOJSON)],
    [
      "gzip of two members",
      "city.geojson.gz",
      () => concat([gzipSync(GEOJSON.slice(0, 300)), gzipSync(GEOJSON.slice(300))]),
    ],
    ["newline-delimited GeoJSON", "city.geojsonl", () => utf8(lines)],
    ["RFC 8142 text sequence", "city.geojsons", () => utf8(lines.replace(/^/gm, "\u001e"))],
    ["zipped GeoJSON", "city.zip", () => zipSync({ "city.geojson": GEOJSON })],
    [
      "zip in a zip",
      "all.zip",
      () => zipSync({ "a/city.zip": zipSync({ "city.geojson": GEOJSON }) }),
    ],
    [
      "Shapefile in UTF-8 with .cpg",
      "city.zip",
      () => makeShapefileZip(CITY, { cpg: "UTF-8", prj: PRJ }),
    ],
    [
      "Shapefile in GBK without .cpg",
      "city.zip",
      () => makeShapefileZip(CITY, { encode: gbk, prj: PRJ }),
    ],
    [
      "Shapefile in GBK with .cpg",
      "city.zip",
      () => makeShapefileZip(CITY, { encode: gbk, cpg: "936", prj: PRJ }),
    ],
    ["KML", "city.kml", () => utf8(makeKml(CITY))],
    ["KMZ", "city.kmz", () => zipSync({ "doc.kml": utf8(makeKml(CITY)) })],
    ["GeoPackage", "city.gpkg", () => makeGeopackage(CITY)],
    ["FlatGeobuf", "city.fgb", () => makeFlatgeobuf(CITY)],
    ["CSV with WKT", "小区.csv", () => utf8(`\ufeff${csv}`)],
    ["CSV in GBK with WKT", "小区.csv", () => gbk(csv)],
    ["TSV with WKT", "小区.tsv", () => utf8(csv.replaceAll('","', '"\t"'))],
    ["XLSX with WKT", "小区.xlsx", () => makeWorkbook(tableOf(CITY))],
    ["XLS with WKT", "小区.xls", () => makeWorkbook(tableOf(CITY), { bookType: "biff8" })],
    ["ODS with WKT", "小区.ods", () => makeWorkbook(tableOf(CITY), { bookType: "ods" })],
  ];

  function utf16(text: string): number[] {
    return Array.from(text, (character) => character.charCodeAt(0));
  }

  it.each(cases)("[I50] %s", async (_, name, make) => {
    const { world, codes } = await open([name, await make()]);
    expect(summary(world)).toEqual(summary(expected));
    expect(world.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(codes).not.toContain("crs-unknown");
  });

  it("[I50] loose parts of a shapefile dropped together", async () => {
    const rows = CITY.features.map(({ properties }) => properties ?? {});
    const { world } = await open(
      ["City.SHP", makeShp(CITY.features)],
      ["city.dbf", makeDbf(rows, gbk)],
      ["city.cpg", utf8("GBK")],
    );
    expect(summary(world)).toEqual(summary(expected));
  });

  it("[I53] names that dBASE cut are understood, and said", async () => {
    const rows = CITY.features.map(({ properties }) => ({
      ...properties,
      专项维修资金余额: 5000,
      "建筑面积(万平方米)": "",
    }));
    const { world, codes } = await open(
      ["c.shp", makeShp(CITY.features)],
      ["c.dbf", makeDbf(rows, utf8)],
    );
    expect(world.compounds.map(({ fundBalanceYuan }) => fundBalanceYuan)).toEqual([
      5000, 5000, 5000,
    ]);
    expect(codes).toContain("column-guessed");
  });
});

describe("what cannot be trusted is refused, the rest is read", () => {
  it.each([
    ["../city.geojson"],
    ["/etc/city.geojson"],
    ["C:\\city.geojson"],
    ["a/../../city.geojson"],
  ])("[I51] path %s", async (path) => {
    const { world, codes } = await open([
      "x.zip",
      zipSync({ [path]: GEOJSON, "ok.geojson": GEOJSON }),
    ]);
    expect(codes).toContain("archive-path");
    expect(world.compounds).toHaveLength(3);
  });

  it("[I51] a bomb in an archive, and one that is gzipped", async () => {
    const zeros = new Uint8Array(60_000_000);
    const zip = zipSync({ "zeros.geojson": zeros, "ok.geojson": GEOJSON }, { level: 9 });
    const { world, codes } = await open(["x.zip", zip]);
    expect(codes).toContain("archive-bomb");
    expect(world.compounds).toHaveLength(3);
    expect((await open(["x.geojson.gz", gzipSync(zeros, { level: 9 })])).codes).toContain(
      "archive-bomb",
    );
  });

  it("[I51] an entry that inflates to more than it says is cut there", async () => {
    const zip = zipSync({ "city.geojson": GEOJSON }, { level: 9 });
    const view = new DataView(zip.buffer);
    for (let at = 0; at + 4 < zip.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    const { codes, world } = await open(["x.zip", zip]);
    expect(codes).toContain("json-syntax");
    expect(world.compounds).toEqual([]);
  });

  it("[I51] too many files, too deep archives, and no archive at all", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 5001 }, (_, i) => [`${i}.txt`, new Uint8Array(0)]),
    );
    expect((await open(["x.zip", zipSync(many)])).codes).toContain("archive-too-many");
    let nested = zipSync({ "city.geojson": GEOJSON });
    for (let i = 0; i < 4; i++) nested = zipSync({ "in.zip": nested });
    expect((await open(["x.zip", nested])).codes).toContain("archive-nested");
    expect(
      (await open(["x.zip", zipSync({ "a.geojson": GEOJSON }).slice(0, 200)])).codes,
    ).toContain("archive-broken");
  });

  it("[I53] a table that claims four thousand million records", async () => {
    const dbf = makeDbf(
      CITY.features.map(({ properties }) => properties ?? {}),
      utf8,
    );
    new DataView(dbf.buffer).setUint32(4, 0xffff_ffff, true);
    const { world } = await open(["c.shp", makeShp(CITY.features)], ["c.dbf", dbf]);
    expect(summary(world)).toEqual(summary(expected));
  });

  it("[I53] one damaged shape costs no other", async () => {
    const shp = makeShp(CITY.features);
    new DataView(shp.buffer).setInt32(100 + 8 + 40, 0x7fff_ffff, true);
    const rows = CITY.features.map(({ properties }) => properties ?? {});
    const { world, codes } = await open(["c.shp", shp], ["c.dbf", makeDbf(rows, utf8)]);
    expect(codes).toContain("shapes-broken");
    expect(world.compounds.map(({ id }) => id)).toEqual(["A2", "A3"]);
  });

  it("[I50] a cut-off FlatGeobuf and KML keep what is whole", async () => {
    const fgb = makeFlatgeobuf(CITY);
    const cut = await open(["c.fgb", fgb.slice(0, fgb.length - 20)]);
    expect(cut.codes).toContain("container-cut-off");
    expect(cut.world.compounds).toHaveLength(2);
    const kml = await open(["c.kml", utf8(makeKml(CITY).slice(0, -200))]);
    expect(kml.codes).toContain("xml-cut-off");
    expect(kml.world.compounds).toHaveLength(2);
  });

  it("[I50] a KML from a phone: folders called after their 社区, notes of lines", async () => {
    const ring = "101.5,25 101.501,25 101.501,25.001 101.5,25.001 101.5,25";
    const place = (name: string, note: string) =>
      `<Placemark><name>${name}</name><description><![CDATA[${note}]]></description><Polygon><outerBoundaryIs><LinearRing><coordinates>${ring}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`;
    const folder = (name: string, inside: string) =>
      `<Folder><name>${name}</name>${inside}</Folder>`;
    const said = "户数：60户<br/>建筑面积：0.57万㎡<br>建成年代：1982<br>联系人：张三";
    const kml = `<kml><Document>${folder("东华社区", folder("外业", place("甲", said)))}${folder("照片", place("乙", "见 http://a.b：80"))}</Document></kml>`;
    const { world, sources } = await open(["phone.kml", utf8(kml)]);
    const find = (name: string) => world.compounds.find((one) => one.name === name);
    expect(find("甲")).toMatchObject({
      communityName: "东华社区",
      households: 60,
      floorAreaM2: 5700,
      builtYear: 1982,
    });
    expect(find("乙")).toMatchObject({
      communityName: null,
      properties: { description: "见 http://a.b：80" },
    });
    expect(JSON.stringify(sources)).not.toContain("张三");
  });

  it("[I50] XML with entities of its own is refused", async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE k [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><kml><Placemark><name>&b;</name></Placemark></kml>`;
    expect((await open(["c.kml", utf8(bomb)])).codes).toContain("xml-entities");
  });

  it("[I50] XML nested ten thousand deep is refused", async () => {
    const deep = `<kml>${"<Folder>".repeat(10_000)}${"</Folder>".repeat(10_000)}</kml>`;
    expect((await open(["c.kml", utf8(deep)])).codes).toContain("json-too-deep");
  });

  it("[I50] a view without end in a GeoPackage is not opened", async () => {
    const bytes = await makeGeopackage(CITY);
    const { default: initSqlJs } = await import("sql.js");
    const { Database } = (await initSqlJs()) as unknown as {
      Database: new (bytes: Uint8Array) => { run(sql: string): void; export(): Uint8Array };
    };
    const database = new Database(bytes);
    database.run(`CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n)
      SELECT i FROM n`);
    database.run(`INSERT INTO gpkg_contents VALUES ('endless', 'features', 'x', 4490)`);
    const { world } = await open(["c.gpkg", database.export()]);
    expect(summary(world)).toEqual(summary(expected));
  });

  it.each([
    ["x.pdf", "%PDF-1.7"],
    ["x.dwg", "AC1027"],
    ["x.rar", "Rar!\u001a"],
  ])("[I50] %s says what to do instead, and takes nobody's place", async (name, text) => {
    const { codes, sources } = await open([name, utf8(text)], ["city.geojson", GEOJSON]);
    expect(codes).toContain("format-unsupported");
    expect(sources.map(({ role }) => role)).toEqual(["barriers", "compounds"]);
  });

  it.each<[string, string, string]>([
    ["x.mif", 'Version   300\nCharset "Neutral"\n', "format-unsupported"],
    [
      "x.gml",
      '<?xml version="1.0"?><x xmlns="http://www.opengis.net/gml/3.2"/>',
      "format-unsupported",
    ],
    ["x.gpx", '<?xml version="1.0"?><gpx version="1.1"/>', "format-unsupported"],
    ["x.gdbtable", "\u0003\0\0\0abc", "format-unknown"],
    ["说明.txt", "请查收附件。\n谢谢！", "format-unknown"],
    ["x.csv", "\ufeff \r\n", "file-empty"],
    ["x.xlsx", "", "file-empty"],
    ["x.kml", "<kml><Document/></kml>", "layer-empty"],
  ])("[I50] %s is named, and takes nobody's place", async (name, text, code) => {
    const { codes, world } = await open([name, utf8(text)], ["city.geojson", GEOJSON]);
    expect(codes).toContain(code);
    expect(summary(world)).toEqual(summary(expected));
  });

  it("[I53] a binary workbook is refused: lengths in it are believed, and one that lies fills the memory", async () => {
    const book = makeWorkbook(tableOf(CITY), { bookType: "xlsb" });
    const { codes, world } = await open(["小区.xlsb", book], ["city.geojson", GEOJSON]);
    expect(codes).toContain("format-unsupported");
    expect(summary(world)).toEqual(summary(expected));
  });

  it("[I50] what is no data in an archive is left out, and said once", async () => {
    const photo = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0);
    const zip = zipSync({
      "doc.kml": utf8(makeKml(CITY)),
      "files/1.jpg": photo,
      "files/2.jpg": photo,
      "说明.txt": utf8("请查收"),
    });
    const { codes, world } = await open(["phone.kmz", zip]);
    expect(codes.filter((code) => code === "entries-left-out")).toHaveLength(1);
    expect(world.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(summary(world)).toEqual(summary(expected));
  });

  it("[I50] a geodatabase in an archive is named once, the rest is read", async () => {
    const zip = zipSync({
      "a/city.gdb/a00000001.gdbtable": utf8("\u0003\0\0\0"),
      "a/city.gdb/gdb": utf8("\0\0"),
      "city.geojson": GEOJSON,
    });
    const { codes, world } = await open(["x.zip", zip]);
    expect(codes.filter((code) => code === "entry-unsupported")).toHaveLength(1);
    expect(summary(world)).toEqual(summary(expected));
  });

  it.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ["city.shp", () => GEOJSON],
    ["city.shp", () => zipSync({ "city.geojson": GEOJSON })],
    ["city.csv", () => makeWorkbook(tableOf(CITY))],
    ["city.geojson", () => zipSync({ "city.geojson": GEOJSON })],
    ["city.txt", () => GEOJSON],
  ])("[I50] another format called %s is what it is", async (name, make) => {
    const { world } = await open([name, await make()]);
    expect(summary(world)).toEqual(summary(expected));
  });

  it.each(["c.gpkg", "c.fgb", "c.xlsx", "c.shp", "c.kml"])(
    "[I50] nonsense called %s",
    async (name) => {
      const bytes = concat([MAGIC[name] ?? utf8(""), utf8("nonsense".repeat(50))]);
      const { world } = await open([name, bytes]);
      expect(world.compounds).toEqual([]);
      expect(world.issues.some(({ severity }) => severity === "error")).toBe(true);
    },
  );

  it("[I54] columns of personal data never reach the text that is kept", async () => {
    const rows = CITY.features.map(({ properties }) => ({
      ...properties,
      业主姓名: "张三",
      tel: "13900001111",
    }));
    const files = await unpack(
      ["c.shp", makeShp(CITY.features)],
      ["c.dbf", makeDbf(rows, utf8)],
      [
        "台账.xlsx",
        makeWorkbook([
          ["小区名称", "户数", "姓名", "备用"],
          ["鹿城小区", 120, "李四", "13800000000"],
          ["东瓜家属院", 80, "王五", "532301199001011236"],
        ]),
      ],
    );
    const kept = files.map(({ text }) => text).join("");
    expect(kept).not.toMatch(/张三|李四|王五|139000|138000|5323011990/);
    const world = readWorld(guessRoles(files), { fieldMap: {}, crs: null });
    const refused = world.issues.filter(({ code }) => code === "personal-data");
    expect(refused.map(({ args }) => args.column).sort()).toEqual(
      ["tel", "业主姓", "备用", "姓名"].sort(),
    );
  });
});

const MAGIC: Readonly<Record<string, Uint8Array>> = {
  "c.gpkg": utf8("SQLite format 3\0"),
  "c.fgb": Uint8Array.of(0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0),
  "c.xlsx": Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0),
  "c.shp": Uint8Array.of(0, 0, 0x27, 0x0a),
  "c.kml": utf8("<kml><Placemark>"),
};

import { readFileSync } from "node:fs";
import Flatbush from "flatbush";
import type { Feature, FeatureCollection, Polygon, Position } from "geojson";
import { describe, expect, it } from "vitest";
import { type CityFile, generateCity } from "../../data/generate-city.ts";
import type { LedgerRow } from "../../data/ledger-row.ts";
import { projectTo } from "../../src/core/geometry/projection.ts";

const SEED = 2022;
const MIDDLE = { lon0: 101.53, lat0: 25.04 };

interface Notice {
  readonly synthetic: boolean;
  readonly notice: { readonly zh: string; readonly en: string };
}

type Row = LedgerRow & { readonly data_source: string };
type Xy = readonly [number, number];

function read<G extends Feature["geometry"] = Polygon, P = Row>(
  files: readonly CityFile[],
  name: string,
): FeatureCollection<G, P> & { pianqu: Notice } {
  const file = files.find((each) => each.name === `${name}.geojson`);
  if (!file) throw new Error(`${name} is missing`);
  return JSON.parse(file.text);
}

function toMetres(ring: readonly Position[]): Xy[] {
  return ring.map((position) => {
    const out: [number, number] = [0, 0];
    projectTo(MIDDLE, position[0] as number, position[1] as number, out);
    return out;
  });
}

function areaM2(ring: readonly Xy[]): number {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    twice += ring[i - 1]![0] * ring[i]![1] - ring[i]![0] * ring[i - 1]![1];
  }
  return twice / 2;
}

function turn(a: Xy, b: Xy, c: Xy): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

function cross(a: Xy, b: Xy, c: Xy, d: Xy): boolean {
  return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0;
}

function contains(ring: readonly Xy[], [x, y]: Xy): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [[xa, ya], [xb, yb]] = [ring[i - 1]!, ring[i]!];
    if (ya > y !== yb > y && x < xa + ((y - ya) / (yb - ya)) * (xb - xa)) inside = !inside;
  }
  return inside;
}

function edgesMeet(a: readonly Xy[], b: readonly Xy[]): boolean {
  return a.slice(1).some((to, i) => {
    return b.slice(1).some((end, j) => cross(a[i]!, to, b[j]!, end));
  });
}

function overlap(a: readonly Xy[], b: readonly Xy[]): boolean {
  return contains(a, b[0]!) || contains(b, a[0]!) || edgesMeet(a, b);
}

function isSimple(ring: readonly Xy[]): boolean {
  const last = ring.length - 2;
  for (let i = 0; i <= last; i++) {
    for (let j = i + 2; j <= last; j++) {
      if (i === 0 && j === last) continue;
      if (cross(ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!)) return false;
    }
  }
  return true;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] as number;
}

function numbers(values: readonly (number | string | null)[]): number[] {
  return values.filter((value) => typeof value === "number");
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

const files = generateCity({ seed: SEED, compounds: 738 });
const compounds = read(files, "compounds").features;
const rows = compounds.map((feature) => feature.properties);
const managed = rows.filter((row) => row.mgmt_mode === "物业公司");
const aged = rows.filter((row) => row.mgmt_mode !== "物业公司");
const walls = compounds.map((feature) => toMetres(feature.geometry.coordinates[0]!));
const communities = read<Polygon, { community_code: string; community: string; street: string }>(
  files,
  "communities",
).features;

describe("published totals (楚政市函〔2022〕58号)", () => {
  it("738 compounds, 134 of them managed residential projects of named companies", () => {
    expect(rows).toHaveLength(738);
    expect(managed).toHaveLength(134);
    expect(managed.every((row) => row.company?.endsWith("（示例）"))).toBe(true);
    expect(aged.every((row) => row.company === null)).toBe(true);
  });

  it("66 088 households and 9 527 972 m² under management", () => {
    expect(sum(managed.map((row) => row.households))).toBe(66_088);
    expect(sum(managed.map((row) => row.floor_area))).toBe(9_527_972);
  });

  it("311 业委会 and 427 物管会", () => {
    expect(rows.filter((row) => row.committee === "业委会")).toHaveLength(311);
    expect(rows.filter((row) => row.committee === "物管会")).toHaveLength(427);
  });
});

describe("distributions of compounds without a company", () => {
  const floorAreas = numbers(aged.map((row) => row.floor_area));
  const ordinary = aged.filter((row) => !row.anchor);

  it("floor area is log-normal around 0.9 × 10⁴ m² with σ(ln) 0.9, clipped", () => {
    const logs = floorAreas.map(Math.log);
    const mean = sum(logs) / logs.length;
    const sigma = Math.sqrt(sum(logs.map((x) => (x - mean) ** 2)) / logs.length);
    expect(Math.abs(quantile(floorAreas, 0.5) / 9000 - 1)).toBeLessThan(0.06);
    expect(Math.abs(Math.exp(mean) / 9000 - 1)).toBeLessThan(0.06);
    expect(Math.abs(sigma - 0.9)).toBeLessThan(0.04);
    const quartile = Math.exp(0.9 * 0.6745);
    expect(Math.abs(quantile(floorAreas, 0.75) / 9000 / quartile - 1)).toBeLessThan(0.12);
    expect(Math.abs((quantile(floorAreas, 0.25) / 9000) * quartile - 1)).toBeLessThan(0.12);
    expect(Math.min(...floorAreas)).toBeGreaterThanOrEqual(500);
    expect(Math.max(...floorAreas)).toBeLessThanOrEqual(150_000);
  });

  it("70–100 m² per household, most buildings of 30–38 households", () => {
    const full = aged.filter((row) => row.households && row.floor_area);
    const m2 = full.map((row) => row.floor_area! / row.households!);
    expect(Math.min(...m2)).toBeGreaterThanOrEqual(70);
    expect(Math.max(...m2)).toBeLessThanOrEqual(100);
    const larger = aged.filter((row) => row.buildings && row.buildings > 3 && row.households);
    const perBuilding = larger.map((row) => row.households! / row.buildings!);
    expect(quantile(perBuilding, 0.05)).toBeGreaterThan(28);
    expect(quantile(perBuilding, 0.95)).toBeLessThan(40);
  });

  it("built 1975–2005, about 85 % by 2000, few blanks and few words", () => {
    const years = numbers(aged.map((row) => row.built_year));
    expect(Math.min(...years)).toBeGreaterThanOrEqual(1975);
    expect(Math.max(...years)).toBeLessThanOrEqual(2005);
    const late = years.filter((year) => year > 2000).length / years.length;
    expect(late).toBeGreaterThan(0.11);
    expect(late).toBeLessThan(0.19);
    const words = aged.map((row) => row.built_year).filter((year) => typeof year === "string");
    expect(words.length).toBeGreaterThan(0);
    expect(words.length).toBeLessThan(15);
    expect(words.every((word) => /^\d0年代$/.test(word))).toBe(true);
  });

  it("fee 0.15–0.80 and about 60 % blank or zero, collection 0.2–0.7", () => {
    const fees = numbers(ordinary.map((row) => row.fee)).filter((fee) => fee > 0);
    expect(Math.min(...fees)).toBeGreaterThanOrEqual(0.15);
    expect(Math.max(...fees)).toBeLessThanOrEqual(0.8);
    expect(Math.abs(1 - fees.length / ordinary.length - 0.6)).toBeLessThan(0.06);
    const collections = numbers(ordinary.map((row) => row.collection));
    expect(Math.min(...collections)).toBeGreaterThanOrEqual(0.2);
    expect(Math.max(...collections)).toBeLessThanOrEqual(0.7);
  });

  it("cars 0.35–0.75 and spaces 0.10–0.50 per household", () => {
    const full = aged.filter((row) => row.households && row.households > 60);
    const cars = full.flatMap((row) => (row.cars === null ? [] : row.cars / row.households!));
    const spaces = full.flatMap((row) =>
      row.parking === null ? [] : row.parking / row.households!,
    );
    for (const [values, low, high] of [
      [cars, 0.35, 0.75],
      [spaces, 0.1, 0.5],
    ] as const) {
      expect(values.length).toBeGreaterThan(200);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(low);
      expect(Math.max(...values)).toBeLessThanOrEqual(high);
    }
  });

  it("households and floor area are blank in about 2 %, the fund balance mostly", () => {
    const blankShare = (field: keyof LedgerRow) =>
      aged.filter((row) => row[field] === null).length / aged.length;
    expect(blankShare("households")).toBeGreaterThan(0.005);
    expect(blankShare("households")).toBeLessThan(0.04);
    expect(blankShare("floor_area")).toBeGreaterThan(0.005);
    expect(blankShare("floor_area")).toBeLessThan(0.04);
    expect(blankShare("fund_balance")).toBeGreaterThan(0.6);
  });

  it("a few well-run anchors, with and without a company", () => {
    expect(rows.filter((row) => row.anchor).length).toBe(9);
    expect(aged.some((row) => row.anchor)).toBe(true);
    expect(managed.some((row) => row.anchor)).toBe(true);
  });
});

describe("geometry", () => {
  it("walls have 8–40 vertices, counter-clockwise, and do not cross themselves", () => {
    for (const ring of walls) {
      expect(ring.length - 1).toBeGreaterThanOrEqual(8);
      expect(ring.length - 1).toBeLessThanOrEqual(40);
      expect(ring[0]).toEqual(ring.at(-1));
      expect(areaM2(ring)).toBeGreaterThan(100);
      expect(isSimple(ring)).toBe(true);
    }
  });

  it("no two compounds overlap or touch; some share a wall, some leave a lane", () => {
    const index = new Flatbush(walls.length);
    const boxes = walls.map((ring): [number, number, number, number] => {
      const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
      return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    });
    for (const box of boxes) index.add(...box);
    index.finish();
    const faults: string[] = [];
    walls.forEach((ring, i) => {
      for (const j of index.search(...boxes[i]!)) {
        if (j > i && overlap(ring, walls[j]!)) faults.push(`${i} ${j}`);
      }
    });
    expect(faults).toEqual([]);
  });

  it("floor area fits the land: ratio 0.9–2.2", () => {
    compounds.forEach(({ properties }, i) => {
      if (properties.floor_area === null) return;
      const ratio = properties.floor_area / areaM2(walls[i]!);
      expect(ratio).toBeGreaterThanOrEqual(0.9);
      expect(ratio).toBeLessThanOrEqual(2.2);
    });
  });

  it("every compound lies wholly inside its own 社区", () => {
    const rings = new Map(
      communities.map(({ properties, geometry }) => [
        properties.community_code,
        toMetres(geometry.coordinates[0]!),
      ]),
    );
    compounds.forEach(({ properties }, i) => {
      const around = rings.get(properties.community_code)!;
      expect(walls[i]!.every((corner) => contains(around, corner))).toBe(true);
      expect(edgesMeet(walls[i]!, around)).toBe(false);
    });
  });
});

describe("社区", () => {
  it("40–60 of them with 8–25 compounds each, in 2–3 towns, with 12-digit codes as text", () => {
    expect(communities.length).toBeGreaterThanOrEqual(40);
    expect(communities.length).toBeLessThanOrEqual(60);
    for (const { properties } of communities) {
      expect(properties.community_code).toMatch(/^53230119[1-3]\d{3}$/);
      const members = rows.filter((row) => row.community_code === properties.community_code);
      expect(members.length).toBeGreaterThanOrEqual(8);
      expect(members.length).toBeLessThanOrEqual(25);
    }
    expect([2, 3]).toContain(new Set(communities.map((c) => c.properties.street)).size);
  });

  it("names are unique inside a 社区, ids everywhere", () => {
    expect(new Set(rows.map((row) => row.compound_id)).size).toBe(738);
    expect(new Set(rows.map((row) => row.community_code + row.name)).size).toBe(738);
  });
});

describe("other layers", () => {
  it("streets of all five classes, a river polygon, a canal and a railway", () => {
    const barriers = read<Feature["geometry"], { class: string }>(files, "barriers").features;
    const classes = new Set(barriers.map((feature) => feature.properties.class));
    for (const each of ["快速路", "主干路", "次干路", "支路", "巷道", "河流", "水渠", "铁路"]) {
      expect(classes).toContain(each);
    }
    const river = barriers.filter((feature) => feature.properties.class === "河流");
    expect(river.map((feature) => feature.geometry.type)).toEqual(["Polygon"]);
  });

  it("bridges, underpasses and zebra crossings", () => {
    const { features } = read<Feature["geometry"], { kind: string }>(files, "crossings");
    const kinds = new Set(features.map((feature) => feature.properties.kind));
    expect([...kinds].sort()).toEqual(["bridge", "underpass", "zebra"]);
  });

  it("every file says that it is synthetic, and so does every compound", () => {
    for (const { name } of files) {
      const { pianqu } = read(files, name.replace(".geojson", ""));
      expect(pianqu.synthetic).toBe(true);
      expect(pianqu.notice.zh).toContain("合成");
      expect(pianqu.notice.en).toContain("Synthetic");
    }
    expect(rows.every((row) => row.data_source === "合成示例 synthetic")).toBe(true);
  });
});

describe("the generator", () => {
  it("equal seeds give equal bytes, other seeds other bytes", () => {
    const small = { seed: 7, compounds: 60 };
    expect(generateCity(small)).toEqual(generateCity(small));
    expect(generateCity(small)[0]!.text).not.toBe(generateCity({ ...small, seed: 8 })[0]!.text);
  });

  it("the files in public/demo are what it writes", () => {
    for (const { name, text } of files) {
      const committed = new URL(`../../public/demo/${name}`, import.meta.url);
      expect(readFileSync(committed, "utf8") === text, name).toBe(true);
    }
  });

  it.each([20, 100, 2000])("totals scale in proportion at %i compounds", (count) => {
    const scaled = read(generateCity({ seed: 3, compounds: count }), "compounds").features.map(
      (feature) => feature.properties,
    );
    const share = count / 738;
    const estates = scaled.filter((row) => row.mgmt_mode === "物业公司");
    expect(scaled).toHaveLength(count);
    expect(estates).toHaveLength(Math.round(134 * share));
    expect(sum(estates.map((row) => row.households))).toBe(Math.round(66_088 * share));
    expect(sum(estates.map((row) => row.floor_area))).toBe(Math.round(9_527_972 * share));
    expect(scaled.filter((row) => row.committee === "业委会")).toHaveLength(
      Math.round(311 * share),
    );
  });

  it("refuses counts outside 20–20 000", () => {
    expect(() => generateCity({ seed: 1, compounds: 19 })).toThrow("19");
    expect(() => generateCity({ seed: 1, compounds: 20_001 })).toThrow("20001");
    expect(() => generateCity({ seed: 1, compounds: 100.5 })).toThrow("100.5");
  });
});

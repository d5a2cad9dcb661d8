import { describe, expect, it } from "vitest";
import { holdLarge, wholeText } from "../../src/worker/held-text.ts";
import { CITY, decode } from "../core/ingest/containers/container-files.ts";

describe("a large file that stays where it lies", () => {
  it("[I54] leaves this machine without personal data", async () => {
    const features = CITY.features.map((feature) => ({
      ...feature,
      properties: { ...feature.properties, 业主姓名: "张三", 备注: "找 13900002222" },
    }));
    const text = JSON.stringify({ type: "FeatureCollection", features });
    const blob = new Blob([text.replace(/\}$/, `${" ".repeat(4_000_000)}}`)]);
    const held = await holdLarge({ name: "a.geojson", blob }, decode);
    if (held === null) throw new Error("not held");
    const whole = await wholeText(held, decode);
    expect(whole).not.toMatch(/张三|13900002222/);
    expect(JSON.parse(whole).features).toHaveLength(3);
  });

  it("[I50] is the same bytes where it holds none", async () => {
    const text = `${JSON.stringify(CITY).slice(0, -1)}${" ".repeat(4_000_000)}}`;
    const held = await holdLarge({ name: "a.geojson", blob: new Blob([text]) }, decode);
    expect(held && (await wholeText(held, decode)) === text).toBe(true);
  });
});

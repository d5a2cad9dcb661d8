import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeIssue } from "../../../src/core/base/issue.ts";
import { readWorld } from "../../../src/core/ingest/read-world.ts";

const FOLDER = join(import.meta.dirname, "../../fixtures/bad");

interface Expected {
  readonly compounds: number;
  readonly issues: readonly string[];
  readonly crs?: string;
  readonly fieldMap?: Readonly<Record<string, string>>;
}

const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".geojson"))
  .map((file) => file.slice(0, -".geojson".length));

function readFixture(name: string) {
  const text = readFileSync(join(FOLDER, `${name}.geojson`), "utf8");
  const expected: Expected = JSON.parse(readFileSync(join(FOLDER, `${name}.issues.json`), "utf8"));
  const source = { role: "compounds", name: `${name}.geojson`, text } as const;
  const world = readWorld([source], {
    fieldMap: expected.fieldMap ?? {},
    crs: expected.crs ?? null,
  });
  return { world, expected };
}

describe("faulty files", () => {
  it.each(names)("[I1] %s: exactly its issues, and the valid rest loads", (name) => {
    const { world, expected } = readFixture(name);
    const codes = world.issues.map(({ severity, code }) => `${severity} ${code}`);
    expect(codes.sort()).toEqual([...expected.issues].sort());
    expect(world.compounds).toHaveLength(expected.compounds);
    expect(world.shapes.count).toBe(expected.compounds);
  });

  it.each(names)("[I2] %s: every issue reads completely in both languages", (name) => {
    const { world } = readFixture(name);
    for (const issue of world.issues) {
      for (const language of ["zh", "en"] as const) {
        const { message, fix } = describeIssue(issue, language);
        expect(`${message} ${fix}`).not.toMatch(/\{\w+\}|undefined/);
        expect(fix.length).toBeGreaterThan(0);
      }
    }
  });
});

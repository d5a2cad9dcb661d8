import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDistrict } from "../../src/core/index.ts";
import type { Finding } from "../../src/core/zoning/finding.ts";
import { Inspector } from "../../src/core/zoning/inspector.ts";
import { makeEdit, moveAll, renameTo } from "../../src/core/zoning/live-edits.ts";
import { LiveZoning } from "../../src/core/zoning/live-zoning.ts";
import { drawnEdits, editOf, startOf } from "../edit-builder.ts";
import { gridProblem } from "../problem-builder.ts";
import { ruledProblems } from "../rule-worlds.ts";

const UPPER = /^(max-|never-together|not-connected|envelope|locked)/;

const worlds = fc.record({
  grid: ruledProblems({ min: 4, max: 12 }),
  edits: fc.array(drawnEdits, { maxLength: 12 }),
});

function edited({ grid, edits }: typeof worlds extends fc.Arbitrary<infer T> ? T : never) {
  const problem = gridProblem(grid);
  const live = new LiveZoning(problem, startOf(problem));
  for (const edit of edits) makeEdit(live, editOf(edit, live));
  return { problem, live, inspector: new Inspector(problem, live) };
}

const keyOf = ({ code, district, compounds }: Finding) => `${code} ${district} ${compounds}`;

describe("findings", () => {
  it("[Z35] name every broken rule, every left-out participant and every name given twice", () => {
    fc.assert(
      fc.property(worlds, (drawn) => {
        const { problem, live, inspector } = edited(drawn);
        const all = inspector.all();
        live.districts.forEach((_, d) => {
          const broken = checkDistrict(problem, live.members(d));
          const own = all.filter(({ district }) => district === d);
          for (const { rule, value, limit } of broken)
            expect(own).toContainEqual(expect.objectContaining({ code: rule, value, limit }));
          const rules = new Set(broken.map(({ rule }) => rule as string));
          const extra = ["encloses", "missing-data", "overlap", "name-not-unique"];
          expect(own.filter(({ code }) => !rules.has(code) && !extra.includes(code))).toEqual([]);
        });
        const out = [...problem.participant.keys()].filter(
          (i) => problem.participant[i] > 0 && live.assignment[i] < 0,
        );
        const told = all.filter(({ code }) => code === "left-out");
        expect(told.flatMap(({ compounds }) => compounds)).toEqual(out);
        for (const i of out) expect(inspector.compound(i)[0]?.code).toBe("left-out");
        const living = live.districts.filter((_, d) => live.lists.size[d] > 0);
        const twice = living.filter(
          ({ name }, k) => living.findIndex((one, j) => j !== k && one.name === name) >= 0,
        );
        expect(all.filter(({ code }) => code === "name-not-unique")).toHaveLength(twice.length);
      }),
      { numRuns: 300 },
    );
  });

  it("[Z36] a fix removes its finding and newly breaks no upper limit, connection or lock", () => {
    let fixes = 0;
    fc.assert(
      fc.property(worlds, (drawn) => {
        const { live, inspector } = edited(drawn);
        const rulesOf = (d: number) => live.violations(d).map(({ rule }) => rule);
        for (const found of inspector.all()) {
          const { fix } = found;
          if (fix === null) continue;
          fixes++;
          const copy = new LiveZoning(edited(drawn).problem, live.snapshot());
          const to = fix.kind === "reassign" ? fix.to : fix.district;
          const before = rulesOf(to);
          const edit =
            fix.kind === "reassign" ? moveAll(fix.compounds, fix.to) : renameTo(to, fix.name);
          expect(makeEdit(copy, edit).held).toEqual([]);
          const after = new Inspector(edited(drawn).problem, copy);
          expect(after.all().map(keyOf)).not.toContain(keyOf(found));
          const newly = copy
            .violations(to)
            .filter(({ rule }) => UPPER.test(rule) && !before.includes(rule));
          expect(newly).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
    expect(fixes).toBeGreaterThan(100);
  });
});

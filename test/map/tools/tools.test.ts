import { describe, expect, it } from "vitest";
import { type Barrier, UnitIndex, unproject } from "../../../src/core/index.ts";
import type { BarrierClass } from "../../../src/core/ingest/world.ts";
import { drawTool, lassoTool, rectangleTool } from "../../../src/map/tools/area.tool.ts";
import { borderTool } from "../../../src/map/tools/border.tool.ts";
import { linkTool } from "../../../src/map/tools/link.tool.ts";
import { barrierTool, crossingTool } from "../../../src/map/tools/obstacle.tool.ts";
import { paintTool } from "../../../src/map/tools/paint.tool.ts";
import { splitTool } from "../../../src/map/tools/split.tool.ts";
import type { Act, Tool, ToolEvent, ToolOptions, ToolView } from "../../../src/map/tools/tool.ts";
import { gridWorld, recipeWith, solved } from "../../prepared-builder.ts";

/** 5 rows of 8 squares of 50 m every 60 m; west half in district 0, east half in 1, top row in none. */
const WORLD = gridWorld(41, { columns: 8 });
const { graph } = solved(WORLD, recipeWith()).prepared;
const INDEX = new UnitIndex(WORLD.shapes);
const ASSIGNMENT = Int32Array.from(WORLD.compounds, (_, i) => (i >= 32 ? -1 : i % 8 < 4 ? 0 : 1));

function viewWith(options: Partial<ToolOptions> = {}, change: Partial<ToolView> = {}): ToolView {
  return {
    world: WORLD,
    graph,
    index: INDEX,
    assignment: ASSIGNMENT,
    options: {
      brushPx: 0,
      takeFrom: "anything",
      target: "auto",
      obstacle: "draw",
      barrierSort: "arterial",
      ...options,
    },
    district: null,
    takesPart: () => true,
    ...change,
  };
}

type Place = readonly [number, number];
const middleOf = (i: number): Place => [(i % 8) * 60 + 25, Math.floor(i / 8) * 60 + 25];
const event = (kind: "press" | "move" | "release", [x, y]: Place, add = false): ToolEvent => ({
  kind,
  at: { x, y, pixelM: 1, add },
});
/** A drag through these places. */
const drag = (...places: readonly Place[]): ToolEvent[] => [
  event("press", places[0]),
  ...places.slice(1).map((place) => event("move", place)),
  event("release", places[places.length - 1]),
];
/** Click, move, click. */
const clicks = (from: Place, to: Place): ToolEvent[] => [
  event("press", from),
  event("release", from),
  event("move", to),
  event("press", to),
  event("release", to),
];

/** What a tool asks for in the course of these events, and whether it is at rest afterwards. */
function run<S>(tool: Tool<S>, events: readonly ToolEvent[], view = viewWith()) {
  let state = tool.start;
  const acts: Act[] = [];
  for (const one of events) {
    const turn = tool.step(state, one, view);
    state = turn.state;
    acts.push(...turn.acts);
  }
  return { acts, state };
}

const placed = (acts: readonly Act[]) =>
  [...new Set(acts.flatMap((act) => (act.kind === "place" ? act.compounds : [])))].sort(
    (a, b) => a - b,
  );

describe("painting", () => {
  it("[Z40] extends the district it begins in, in one step, and skips nobody", () => {
    const { acts, state } = run(paintTool, drag(middleOf(1), middleOf(5)));
    expect(acts[0]).toEqual({ kind: "begin", to: 0 });
    expect(placed(acts)).toEqual([1, 2, 3, 4, 5]);
    expect(acts.filter(({ kind }) => kind === "commit")).toHaveLength(1);
    expect(state).toBeNull();
  });

  it("[Z40] takes more with a larger brush", () => {
    const wide = run(paintTool, drag(middleOf(9), middleOf(9)), viewWith({ brushPx: 60 }));
    expect(placed(wide.acts)).toEqual([0, 1, 2, 8, 9, 10, 16, 17, 18]);
  });

  it("[Z43] takes only from where it may, and nobody who takes no part", () => {
    const out = run(
      paintTool,
      drag(middleOf(24), middleOf(32)),
      viewWith({ takeFrom: "left-out" }),
    );
    expect(placed(out.acts)).toEqual([32]);
    const east = run(paintTool, drag(middleOf(1), middleOf(6)), viewWith({ takeFrom: 1 }));
    expect(placed(east.acts)).toEqual([4, 5, 6]);
    const some = viewWith({}, { takesPart: (i) => i !== 3 });
    expect(placed(run(paintTool, drag(middleOf(1), middleOf(4)), some).acts)).toEqual([1, 2, 4]);
  });

  it("goes where it is told rather than where it begins", () => {
    const view = viewWith({ target: "none" });
    expect(run(paintTool, drag(middleOf(1), middleOf(1)), view).acts[0]).toEqual({
      kind: "begin",
      to: "none",
    });
  });

  it("does nothing where no district begins, and Escape takes a stroke back", () => {
    expect(run(paintTool, drag(middleOf(33), middleOf(34))).acts).toEqual([]);
    const [press, move] = drag(middleOf(1), middleOf(5));
    const { acts, state } = run(paintTool, [
      press,
      move,
      { kind: "cancel" },
      event("release", middleOf(5)),
    ]);
    expect(acts.at(-1)).toEqual({ kind: "drop" });
    expect(state).toBeNull();
  });
});

describe("areas", () => {
  const AROUND: Place[] = [
    [50, -10],
    [180, -10],
    [180, 55],
    [50, 55],
  ];

  it("[Z40] a lasso and a rectangle select those whose middle they hold", () => {
    const lasso = run(lassoTool, drag(...AROUND));
    expect(lasso.acts).toEqual([{ kind: "select", compounds: [1, 2], add: false }]);
    const rectangle = run(rectangleTool, drag([50, -10], [180, 55]));
    expect(rectangle.acts).toEqual(lasso.acts);
    expect(run(rectangleTool, clicks([50, -10], [180, 55])).acts).toEqual(lasso.acts);
  });

  it("place them in one step where there is a target", () => {
    const { acts } = run(lassoTool, drag(...AROUND), viewWith({ target: 1 }));
    expect(acts).toEqual([
      { kind: "begin", to: 1 },
      { kind: "place", compounds: [1, 2] },
      { kind: "commit" },
    ]);
  });

  it("a district drawn freehand is one of whole compounds", () => {
    const { acts } = run(drawTool, drag(...AROUND));
    expect(acts[0]).toEqual({ kind: "begin", to: "new" });
    expect(placed(acts)).toEqual([1, 2]);
    expect(run(drawTool, drag([900, 900], [950, 900], [950, 950])).acts).toEqual([]);
  });

  it("Escape lets a line go", () => {
    const { acts, state } = run(lassoTool, [...drag(...AROUND).slice(0, 3), { kind: "cancel" }]);
    expect({ acts, state }).toEqual({ acts: [], state: null });
  });
});

describe("a border", () => {
  const BORDER: Place = [235, 85];

  it("[Z41] is pulled to either side, and that side gives", () => {
    const east = run(borderTool, drag(BORDER, [270, 85]));
    expect(east.acts.at(-1)).toEqual({ kind: "propose-move", compounds: [12], to: 0 });
    const west = run(borderTool, clicks(BORDER, [200, 85]));
    expect(west.acts.at(-1)).toEqual({ kind: "propose-move", compounds: [11], to: 1 });
  });

  it("tells at every move who would change side, and Escape lets go", () => {
    const [press, move] = drag(BORDER, [270, 85]);
    const { acts, state } = run(borderTool, [press, move, { kind: "cancel" }]);
    expect(acts).toEqual([
      { kind: "begin", to: 0 },
      { kind: "pull", compounds: [], to: expect.any(Number) },
      { kind: "pull", compounds: [12], to: 0 },
      { kind: "drop" },
    ]);
    expect(state).toBeNull();
  });

  it("is not taken within a district", () => {
    expect(run(borderTool, drag(middleOf(9), middleOf(12))).acts).toEqual([]);
  });
});

describe("lines", () => {
  it("split the selected district, else the one they run through", () => {
    const line = drag([25, -20], [25, 230]);
    expect(run(splitTool, line).acts).toEqual([
      {
        kind: "propose-split",
        district: 0,
        line: [
          [25, -20],
          [25, 230],
        ],
      },
    ]);
    expect(run(splitTool, line, viewWith({}, { district: 1 })).acts[0]).toMatchObject({
      district: 1,
    });
    expect(run(splitTool, drag([900, 900], [950, 950])).acts).toEqual([]);
  });

  it("connect two compounds, whichever is first", () => {
    const pair = { kind: "pair", pair: [3, 12] };
    expect(run(linkTool, drag(middleOf(12), middleOf(3))).acts).toEqual([pair]);
    expect(run(linkTool, clicks(middleOf(3), middleOf(12))).acts).toEqual([pair]);
    expect(run(linkTool, drag(middleOf(3), [900, 900])).acts).toEqual([]);
    expect(run(linkTool, drag([900, 900], middleOf(3))).acts).toEqual([]);
  });
});

describe("drawing barriers and crossings", () => {
  const { projection } = WORLD;
  const degrees = ([x, y]: Place) => unproject(projection, x, y);
  const barrier = (paths: readonly number[], barrierClass: BarrierClass = "hard"): Barrier => ({
    id: `b${paths.join()}`,
    name: null,
    kind: "road",
    barrierClass,
    sourceClass: "",
    area: false,
    paths: [Float64Array.from(paths)],
  });

  it("[C24] a drag is a barrier along it, without points that crowd; two clicks are a straight one", () => {
    const crowded = drag([0, 55], [2, 55], [4, 55], [100, 60], [101, 60], [200, 55]);
    expect(run(barrierTool, crowded).acts).toEqual([
      {
        kind: "draw-barrier",
        line: (
          [
            [0, 55],
            [100, 60],
            [200, 55],
          ] as Place[]
        ).map(degrees),
      },
    ]);
    expect(run(barrierTool, clicks([0, 55], [200, 55])).acts).toEqual([
      {
        kind: "draw-barrier",
        line: (
          [
            [0, 55],
            [200, 55],
          ] as Place[]
        ).map(degrees),
      },
    ]);
    const letGo = run(barrierTool, [event("press", [0, 55]), { kind: "cancel" }]);
    expect(letGo).toEqual({ acts: [], state: null });
  });

  it("[C24] a click is a crossing", () => {
    const click = [event("press", [55, 55]), event("release", [55, 55])];
    expect(run(crossingTool, click).acts).toEqual([
      { kind: "draw-crossing", at: degrees([55, 55]) },
    ]);
  });

  it("[C24] taking out takes the nearest within reach that plays a part, and nothing beyond it", () => {
    const [near, far, free] = [
      barrier([0, 50, 300, 50]),
      barrier([0, 66, 300, 66]),
      barrier([0, 57, 300, 57], "free"),
    ];
    const world = {
      ...WORLD,
      barriers: [far, near, free],
      crossings: [{ id: "x", kind: "bridge", x: 20, y: 55 }],
    };
    const view = viewWith({ obstacle: "take-out" }, { world });
    const at = (place: Place) => [event("press", place), event("release", place)];
    expect(run(barrierTool, at([100, 57]), view).acts).toEqual([
      { kind: "take-out", obstacle: "barrier", id: near.id },
    ]);
    expect(run(barrierTool, at([100, 90]), view).acts).toEqual([]);
    expect(run(crossingTool, at([25, 55]), view).acts).toEqual([
      { kind: "take-out", obstacle: "crossing", id: "x" },
    ]);
    expect(run(crossingTool, at([60, 55]), view).acts).toEqual([]);
  });
});

import { createInstance } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import type { ComponentFound, PairStory } from "../../src/core/index.ts";
import { createFormat } from "../../src/ui/format.ts";
import { nameOf, placeOf, placesOf } from "../../src/ui/links/compound-names.ts";
import { listByHand } from "../../src/ui/links/list-by-hand.ts";
import {
  barrierWords,
  describePair,
  type Speech,
  type Translate,
  writeMetres,
} from "../../src/ui/links/pair-words.ts";
import { headline, neighbourMark, noteOnLink, whyNot } from "../../src/ui/links/scope-words.ts";
import { describeWay } from "../../src/ui/links/way-words.ts";
import { en } from "../../src/ui/messages/en.ts";
import { zh } from "../../src/ui/messages/zh.ts";
import { box, worldFromPolygons } from "../world-builder.ts";

const speech: Record<"zh" | "en", Speech> = {} as never;
beforeAll(async () => {
  for (const language of ["zh", "en"] as const) {
    const instance = createInstance();
    await instance.init({
      lng: language,
      resources: { zh: { translation: zh }, en: { translation: en } },
      interpolation: { escapeValue: false },
    });
    const t = instance.t as unknown as Translate;
    speech[language] = { t, format: createFormat(language), language };
  }
});

const STORY: PairStory = {
  a: 0,
  b: 1,
  gapM: 12.34,
  facingM: 0,
  wallM: 0,
  needsCrossing: false,
  byHand: false,
  barriers: [],
  severing: [],
  standing: "link",
  line: [
    [0, 0],
    [0, 0],
  ],
};
const TOGETHER = { outOfScope: [], oversized: [], inOneCell: true, mayShare: true };
const parts = (scope: Partial<typeof TOGETHER> | object, envelope: "community" | "street") => ({
  scope: { ...TOGETHER, ...scope },
  envelope,
  nameOf: (i: number) => `院${i}`,
});

describe("words about a pair", () => {
  it("the headline says what the plan makes of a link", () => {
    const { t } = speech.zh;
    const say = (scope: object, envelope: "community" | "street" = "community") =>
      headline(STORY, parts(scope, envelope), t);
    expect(say({})).toBe("邻接：可划入同一片区");
    expect(say({ inOneCell: false })).toBe("邻接，但分属不同社区");
    expect(say({ inOneCell: false }, "street")).toBe("邻接，但分属不同街道");
    expect(say({ outOfScope: [1] })).toBe("邻接，但院1不参与划分");
    expect(say({ oversized: [0] })).toBe("邻接，但院0自身超出上限");
    expect(whyNot(parts({}, "community"), t)).toBeNull();
  });

  it("a cut by hand is called one, not a barrier", () => {
    const { t } = speech.zh;
    const cut = { standing: "cut", byHand: true } as const;
    expect(headline(cut, parts({}, "community"), t)).toBe("人工断开");
    expect(headline({ ...cut, byHand: false }, parts({}, "community"), t)).toMatch(/^被阻隔/);
  });

  it("a neighbour that cannot share a district is marked", () => {
    const { t } = speech.zh;
    const mark = (scope: object) => neighbourMark(parts(scope, "street"), 1, t);
    expect(mark({})).toBeNull();
    expect(mark({ inOneCell: false })).toBe("属另一街道");
    expect(mark({ outOfScope: [1], inOneCell: false })).toBe("不参与划分");
    expect(mark({ outOfScope: [0] })).toBeNull();
    expect(mark({ oversized: [1] })).toBe("自身超出上限");
  });

  it("a link by hand that the plan does not follow says why", () => {
    const { t } = speech.zh;
    const note = (scope: object, isByRule: boolean) =>
      noteOnLink(parts(scope, "community"), isByRule, t);
    expect(note({ inOneCell: false }, true)).toContain("但分属不同社区，方案不会因此改变");
    expect(note({ outOfScope: [1] }, false)).toContain("院1不参与划分");
    expect(note({}, true)).toContain("按规则本已邻接");
    expect(note({}, false)).toBeNull();
  });

  it("the hand list holds every pair of the recipe that the data have", () => {
    const world = worldFromPolygons([0, 90].map((x) => ({ parts: box(x, 0, 9, 9) })));
    const [a, b] = world.compounds.map(({ id }) => id);
    const recipe = { linksAdded: [[a, "nobody"]], linksRemoved: [[b, a]] } as const;
    expect(listByHand(world, { recipe })).toEqual([{ ids: [b, a], by: "cut", pair: [1, 0] }]);
  });

  it("a lane is only told of up to 15 m", () => {
    expect(describePair(STORY, speech.zh)).toBe("间距 12.3 m · 隔一条巷道");
    expect(describePair({ ...STORY, gapM: 15.1 }, speech.zh)).toBe("间距 15.1 m");
  });

  it("metres have one decimal below 100", () => {
    const metres = [8.04, 99.94, 100.4].map((m) => writeMetres(m, speech.zh.format));
    expect(metres).toEqual(["8 m", "99.9 m", "100 m"]);
  });

  it("barriers are named by kind and Chinese class; unknown classes stay", () => {
    const { barriers } = worldFromPolygons([{ parts: box(0, 0, 9, 9) }], {
      barriers: [
        {
          paths: [
            [
              [0, 0],
              [1, 1],
            ],
          ],
          kind: "rail",
        },
      ],
    });
    const say = (change: object, language: "zh" | "en" = "zh") =>
      barrierWords({ barrier: { ...barriers[0], ...change } }, speech[language]);
    expect(say({ sourceClass: "rail" })).toBe("铁路");
    expect(say({ kind: "road", name: "东兴路", sourceClass: "primary" })).toBe("东兴路（主干路）");
    expect(say({ kind: "road", sourceClass: "xyz" })).toBe("道路（xyz）");
    expect(say({ kind: "road", sourceClass: "primary" }, "en")).toBe("a road (primary)");
  });
});

describe("words about components", () => {
  const world = worldFromPolygons(
    [0, 60, 120].map((x, i) => ({
      parts: box(x, 0, 50, 50),
      name: `院${i}`,
      communityName: i === 0 ? "甲社区" : "乙社区",
    })),
  );
  const story: ComponentFound = {
    ...{ component: 0, reason: "alone", members: [0], oversized: [] },
    ...{ byHand: null, crossing: null, envelope: null, gap: null, both: null },
  };
  const say = (change: Partial<ComponentFound>) =>
    describeWay(world, { ...story, ...change }, { speech: speech.zh, isByStreet: false });
  const way = { from: 0, to: 1, gapM: 40.01 };

  it("only a gap to be set is rounded up", () => {
    expect(say({ reason: "gap", gap: way })).toBe("间距上限放宽到 40.1 m，与“院1”连通");
    const envelope = { ...way, fromCell: 0, toCell: 1 };
    expect(say({ reason: "envelope", envelope })).toContain("（间距 40 m）");
  });

  it("says that a compound is beyond a limit, and that a component only adjoins such", () => {
    expect(say({ reason: "oversized" })).toContain("超出上限");
    expect(say({ reason: "beside-oversized", oversized: [2] })).toBe("只与自身超出上限的院2邻接");
    expect(say({ reason: "beside-oversized", oversized: [2], gap: way })).toBe(
      "只与自身超出上限的院2邻接；间距上限放宽到 40.1 m，与“院1”连通",
    );
    expect(say({})).toContain("300 m");
  });
});

describe("names", () => {
  const plain = { id: "c1", name: "c1", community: null, communityName: null };
  it("an id that stands for a name is marked as such", () => {
    expect(nameOf(plain, speech.zh.t)).toBe("未命名 · c1");
    expect(nameOf({ ...plain, name: "院" }, speech.zh.t)).toBe("院");
  });

  it("the 社区 tells compounds of one name apart, else the id", () => {
    expect(placeOf(plain)).toBe("c1");
    expect(placeOf({ ...plain, communityName: "甲社区" })).toBe("甲社区");
    const [a, b] = worldFromPolygons(
      ["甲社区", "甲社区"].map((communityName, i) => ({
        parts: box(90 * i, 0, 9, 9),
        communityName,
      })),
    ).compounds;
    expect(placesOf([a, b])).toBe("甲社区");
  });
});

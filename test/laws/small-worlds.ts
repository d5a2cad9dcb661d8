import fc from "fast-check";
import {
  box,
  type Parts,
  type Point,
  type Ring,
  type TestBarrier,
  type TestCompound,
  type TestWorldOptions,
} from "../world-builder.ts";

/** Input of a small random world: a few compounds within 120 m, on whole metres so that they touch. */
export interface SmallWorld {
  readonly compounds: readonly (TestCompound & { readonly id: string })[];
  readonly options: Required<Pick<TestWorldOptions, "barriers" | "crossings">>;
}

const metre = fc.integer({ min: 0, max: 120 });
const size = fc.integer({ min: 2, max: 40 });
const point = fc.tuple(metre, metre);

const rectangle = fc.tuple(metre, metre, size, size).map(([x, y, w, h]) => box(x, y, w, h));

/** A star-shaped ring: corners at growing angles, radii as drawn; never crosses itself. */
const star = fc
  .tuple(metre, metre, fc.array(fc.integer({ min: 3, max: 25 }), { minLength: 3, maxLength: 9 }))
  .map(([x, y, radii]): Parts => {
    const corner = (radius: number, k: number): Point => {
      const angle = (2 * Math.PI * k) / radii.length + 0.3;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    };
    return [[radii.map(corner)]];
  });

const ringShaped = fc
  .tuple(metre, metre, fc.integer({ min: 12, max: 60 }), fc.integer({ min: 2, max: 5 }))
  .map(([x, y, side, wall]): Parts => {
    const inner = box(x + wall, y + wall, side - 2 * wall, side - 2 * wall);
    return [[...box(x, y, side, side)[0], ...inner[0]]];
  });

/** Two boxes that stay apart. */
const twoParts = fc
  .tuple(rectangle, size, size)
  .map(
    ([first, w, h]): Parts => [...first, ...box(first[0][0][2][0] + 3, first[0][0][2][1], w, h)],
  );

const shape = fc.oneof(
  { weight: 4, arbitrary: rectangle },
  { weight: 3, arbitrary: star },
  { weight: 1, arbitrary: ringShaped },
  { weight: 1, arbitrary: twoParts },
);

const barrierClass = fc.constantFrom("hard", "hard", "penalised", "free");
const lineBarrier = fc.record({
  paths: fc.array(fc.array(point, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 2 }),
  barrierClass,
});
const areaBarrier = fc.record({
  paths: rectangle.map((parts) => parts[0]),
  area: fc.constant(true),
  barrierClass,
});

export const barrier: fc.Arbitrary<TestBarrier> = fc.oneof(
  { weight: 3, arbitrary: lineBarrier },
  { weight: 1, arbitrary: areaBarrier },
);

export const crossing: fc.Arbitrary<Point> = point;

/** What a barrier does at a side of a compound: runs along it, ends at it, touches a corner, … */
const contact = fc.record({
  at: fc.nat(60),
  manner: fc.constantFrom("along", "partly", "beyond", "ends", "corner", "point", "ring"),
  barrierClass,
});

function barrierAt(
  shapes: readonly Parts[],
  { at, manner, barrierClass: kind }: typeof contact extends fc.Arbitrary<infer T> ? T : never,
): TestBarrier {
  const rings = shapes.flat(2);
  const ring = rings[at % rings.length];
  const [x1, y1] = ring[at % ring.length];
  const [x2, y2] = ring[(at + 1) % ring.length];
  const on = (u: number): Point => [x1 + u * (x2 - x1), y1 + u * (y2 - y1)];
  const away = (u: number): Point => [on(u)[0] + (y2 - y1), on(u)[1] - (x2 - x1)];
  const paths: Record<typeof manner, Ring> = {
    along: [on(0), on(1)],
    partly: [on(0.25), on(0.75)],
    beyond: [on(-1), on(2)],
    ends: [away(0.5), on(0.5)],
    corner: [away(0), on(0), on(-1)],
    point: [on(0.5), on(0.5)],
    ring: [...ring, ring[0]],
  };
  return { paths: [paths[manner]], barrierClass: kind };
}

/** Overlaps, nesting, holes, parts, touching and degenerate barriers all come up. */
export const smallWorld: fc.Arbitrary<SmallWorld> = fc
  .record({
    shapes: fc.array(shape, { minLength: 1, maxLength: 7 }),
    barriers: fc.array(barrier, { maxLength: 4 }),
    contacts: fc.array(contact, { maxLength: 2 }),
    crossings: fc.array(crossing, { maxLength: 2 }),
  })
  .map(({ shapes, barriers, contacts, crossings }) => ({
    compounds: shapes.map((parts, i) => ({ id: `c${i}`, parts })),
    options: {
      barriers: [...barriers, ...contacts.map((one) => barrierAt(shapes, one))],
      crossings,
    },
  }));

export const gap = fc.constantFrom(0, 3, 10, 20, 30);

import { Clipper, FillRule, type Path64, type Paths64, type Point64 } from "clipper2-ts";

function isLevelMiddle(before: Point64, point: Point64, after: Point64): boolean {
  return before.y === point.y && point.y === after.y;
}

/**
 * The closed path without points in the middle of level runs (and without repeats): clipper2-ts 2.0.1
 * never ends when level edges in a row turn back (its pull request 36). The ground enclosed is the
 * same.
 */
export function levelPath(path: Path64): Path64 {
  const kept: Path64 = [];
  for (const point of path) {
    while (kept.length >= 2 && isLevelMiddle(kept[kept.length - 2], kept[kept.length - 1], point)) {
      kept.pop();
    }
    const last = kept[kept.length - 1];
    if (last === undefined || last.x !== point.x || last.y !== point.y) kept.push(point);
  }
  for (let n = kept.length; n >= 3; n = kept.length) {
    const [first, second, last, beforeLast] = [kept[0], kept[1], kept[n - 1], kept[n - 2]];
    if (isLevelMiddle(beforeLast, last, first)) kept.pop();
    else if (isLevelMiddle(last, first, second)) kept.shift();
    else if (last.x === first.x && last.y === first.y) kept.pop();
    else break;
  }
  return kept.length >= 3 ? kept : [];
}

/** {@link levelPath} of each, without those that vanish. */
export function levelPaths(paths: Paths64): Paths64 {
  return paths.map(levelPath).filter((path) => path.length > 0);
}

/** Ground inside any of the paths (non-zero filling); outer paths come counter-clockwise. */
export function unitePaths(subject: Paths64): Paths64 {
  return Clipper.union(levelPaths(subject), FillRule.NonZero);
}

/** Ground of the subject outside all clips (non-zero filling). */
export function subtractPaths(subject: Paths64, clips: Paths64): Paths64 {
  return Clipper.difference(levelPaths(subject), levelPaths(clips), FillRule.NonZero);
}

/** Ground inside both (non-zero filling). */
export function intersectPaths(subject: Paths64, clips: Paths64): Paths64 {
  return Clipper.intersect(levelPaths(subject), levelPaths(clips), FillRule.NonZero);
}

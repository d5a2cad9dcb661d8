/**
 * Splits an open flat ring at points it passes more than once into loops that pass each point
 * once; loops of fewer than 3 points are dropped (they have no area).
 */
export function splitLoops(ring: readonly number[]): number[][] {
  const loops: number[][] = [];
  const path: number[] = [];
  const positionOf = new Map<string, number>();
  for (let i = 0; i < ring.length; i += 2) {
    const key = `${ring[i]},${ring[i + 1]}`;
    const seen = positionOf.get(key);
    if (seen === undefined) {
      positionOf.set(key, path.length);
      path.push(ring[i], ring[i + 1]);
      continue;
    }
    const loop = path.splice(seen + 2);
    for (let k = 0; k < loop.length; k += 2) positionOf.delete(`${loop[k]},${loop[k + 1]}`);
    loop.unshift(ring[i], ring[i + 1]);
    if (loop.length >= 6) loops.push(loop);
  }
  if (path.length >= 6) loops.push(path);
  return loops;
}

import type { Span } from "./calibration.ts";
import { clamp } from "./draws.ts";

/**
 * Whole numbers in proportion to `shapes`, each inside its span, that add up to `total` exactly.
 * Throws when the spans cannot hold the total.
 */
export function fitTotal(
  shapes: readonly number[],
  spans: readonly Span[],
  total: number,
): number[] {
  const whole = spans.map(({ low, high }) => ({ low: Math.ceil(low), high: Math.floor(high) }));
  const at = (scale: number) => shapes.map((shape, i) => clamp(shape * scale, whole[i]!));
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  let [low, high] = [0, (2 * total) / Math.min(...shapes)];
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (sum(at(middle)) < total) low = middle;
    else high = middle;
  }
  const values = at((low + high) / 2).map(Math.round);
  for (let rest = total - sum(values); rest !== 0; rest = total - sum(values)) {
    const sign = Math.sign(rest);
    const room = values.map((v, i) => (sign > 0 ? whole[i]!.high - v : v - whole[i]!.low));
    const widest = room.indexOf(Math.max(...room));
    if (shapes.length === 0 || room[widest]! <= 0) {
      throw new Error(`${shapes.length} values within their spans cannot add up to ${total}`);
    }
    values[widest] = values[widest]! + sign * Math.min(Math.abs(rest), room[widest]!);
  }
  return values;
}

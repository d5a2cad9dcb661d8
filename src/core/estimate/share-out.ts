/**
 * Whole parts of `total` in proportion to `weights`, summing to it exactly: largest remainders
 * first (Hamilton's method), the earlier of equals. All weights 0: equal parts.
 * @param total whole number, may be negative
 * @param weights ≥ 0, at least one
 */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((s, w) => s + w, 0);
  const exact = weights.map((w) => (sum > 0 ? (total * w) / sum : total / weights.length));
  const parts = exact.map(Math.floor);
  const missing = total - parts.reduce((s, part) => s + part, 0);
  const order = exact
    .map((share, k) => ({ k, rest: share - parts[k] }))
    .sort((a, b) => b.rest - a.rest || a.k - b.k);
  for (let n = 0; n < missing; n++) parts[order[n % order.length].k] += 1;
  return parts;
}

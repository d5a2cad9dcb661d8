/**
 * Economies of scale seen from above: cost of a site of A m² is v·(A + F), F the fixed cost as floor
 * area (DOMAIN §3; Korean charges by size class give F ≈ 50 households, a Chinese norm ≈ 0.8 × 10⁴ m²).
 * A check of the bottom-up saving, never added to it.
 */

/** Share saved by running sites of these areas as one: 1 − (ΣA + F) ÷ (ΣA + nF). 0 for nothing. */
export function poolingSaving(areasM2: readonly number[], fixedM2: number): number {
  const all = areasM2.reduce((sum, area) => sum + area, 0);
  const alone = all + areasM2.length * fixedM2;
  return alone > 0 ? 1 - (all + Math.min(1, areasM2.length) * fixedM2) / alone : 0;
}

/** Elasticity of the average cost at A m²: −(F/A) ÷ (1 + F/A). */
export function averageCostElasticity(areaM2: number, fixedM2: number): number {
  return -fixedM2 / (areaM2 + fixedM2);
}

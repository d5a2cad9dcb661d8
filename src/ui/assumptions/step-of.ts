/** A step for the arrows of a number field: a round part of the range. */
export function stepOf({ low, high }: { readonly low: number; readonly high: number }): number {
  return 10 ** Math.floor(Math.log10(Math.max(high - low, 1e-6)) - 0.7);
}

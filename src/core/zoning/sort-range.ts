/** Sorts `list[0 … count−1]` ascending in place, without allocating. Shell's method, Ciura's gaps. */
export function sortRange(list: Int32Array, count: number): void {
  let gap = 1;
  while (gap < count / 2.25) gap = Math.ceil(2.25 * gap);
  for (; gap > 0; gap = gap === 1 ? 0 : Math.max(1, Math.floor(gap / 2.25))) {
    for (let i = gap; i < count; i++) {
      const value = list[i];
      let at = i;
      for (; at >= gap && list[at - gap] > value; at -= gap) list[at] = list[at - gap];
      list[at] = value;
    }
  }
}

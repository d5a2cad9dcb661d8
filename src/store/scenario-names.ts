/** `s` and one above the highest number in use. */
export function nextScenarioId(ids: readonly string[]): string {
  const highest = ids.reduce((max, id) => Math.max(max, Number(/\d+$/.exec(id)?.[0] ?? 0)), 0);
  return `s${highest + 1}`;
}

/** The name with the lowest number in brackets that is free. */
export function copyName(name: string, taken: readonly string[]): string {
  const stem = name.replace(/ \(\d+\)$/, "");
  let number = 2;
  while (taken.includes(`${stem} (${number})`)) number += 1;
  return `${stem} (${number})`;
}

/** The name itself where it is free, else with a number. */
export function freeName(name: string, taken: readonly string[]): string {
  return taken.includes(name) ? copyName(name, taken) : name;
}

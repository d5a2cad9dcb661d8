import type { Option } from "./option.ts";
import type { Arguments } from "./parse-arguments.ts";

/** Which synthetic city to make. */
export const CITY_OPTIONS: readonly Option[] = [
  { name: "seed", value: "N", help: { zh: "随机种子", en: "seed" } },
  { name: "compounds", value: "N", help: { zh: "小区数，20…20000", en: "compounds, 20…20000" } },
];

/** File of a generated city that is drawn only and is no input of a plan. */
export const SCENERY_FILE = "context.geojson";

/** `--compounds`; the published city's number when absent (DOMAIN §1). @throws UsageError */
export function readCitySize(args: Arguments): number {
  return args.number("compounds", 738, { min: 20, max: 20_000, whole: true });
}

import type { World } from "../ingest/world.ts";
import { type District, LEFT_OUT_REASONS, type Zoning } from "../zoning/zoning.ts";
import { REASON_LABELS } from "./labels.ts";

const REASONS: readonly string[] = LEFT_OUT_REASONS;

/** What the column with a compound's district is called in each format. */
const DISTRICT_KEYS = ["district_id", "片区编号", "District id", "distr_id"];
/** What the column with its name is called. */
const NAME_KEYS = ["district_name", "片区", "District", "district"];
/** What the column with the reason to stay out is called in each format. */
const REASON_KEYS = ["left_out_reason", "未纳入原因", "Not included because", "left_out"];

type Properties = Readonly<Record<string, unknown>>;

/** Text of the first of `keys` that says anything; null when none does. */
function textOf(properties: Properties, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = Object.hasOwn(properties, key) ? properties[key] : null;
    if (value !== null && value !== undefined && value !== "") return String(value);
  }
  return null;
}

/** A reason by its code, or by its words in either language; −1 for anything else. */
function reasonOf(text: string): number {
  const code = REASONS.indexOf(text);
  if (code >= 0) return code;
  return LEFT_OUT_REASONS.findIndex((reason) => {
    const { zh, en } = REASON_LABELS[reason];
    return text === zh || text === en;
  });
}

/**
 * The zoning that the compounds' own columns tell, as every export with a row per compound writes
 * them; districts in order of their id, named as their first compound says, else by their id. Compounds without any word are `not-placed`.
 */
export function readZoning(world: World): Zoning {
  const idOf = world.compounds.map(({ properties }) => textOf(properties, DISTRICT_KEYS));
  const names = new Map<string, string>();
  world.compounds.forEach(({ properties }, i) => {
    const id = idOf[i];
    if (id !== null && !names.has(id)) names.set(id, textOf(properties, NAME_KEYS) ?? id);
  });
  const districts = [...names]
    .sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
    .map(([id, name]): District => ({ id, name }));
  const position = new Map(districts.map(({ id }, at) => [id, at]));
  const unknown = REASONS.indexOf("not-placed");
  const reason = world.compounds.map(({ properties }, i) => {
    if (idOf[i] !== null) return 0;
    const found = reasonOf(textOf(properties, REASON_KEYS) ?? "");
    return found > 0 ? found : unknown;
  });
  return {
    districts,
    assignment: Int32Array.from(idOf, (id) => (id === null ? -1 : (position.get(id) ?? -1))),
    reason: Uint8Array.from(reason),
  };
}

const hasAny = (properties: Properties, keys: readonly string[]) =>
  keys.some((key) => Object.hasOwn(properties, key));

/**
 * The zoning of compounds that an export of a plan wrote (both of its columns are there, and one at
 * least is in a district); null for other data, whose column of that name may mean something else.
 */
export function readFiledZoning(world: World): Zoning | null {
  const has = (keys: readonly string[]) =>
    world.compounds.some(({ properties }) => hasAny(properties, keys));
  if (!has(DISTRICT_KEYS) || !has(REASON_KEYS)) return null;
  const zoning = readZoning(world);
  return zoning.districts.length > 0 ? zoning : null;
}

import { plainName } from "./normalise-name.ts";

/** Fewer names than this have nothing in common that means anything. */
const MIN_NAMES = 3;
/** What stays of a name. */
const MIN_REST = 2;
/** Ends of administrative places; 小区, 住宅区 and 东区 belong to names. */
const PLACE_END =
  /^.*(?:省|市|州|盟|县|旗|镇|乡|街道|办事处|社区|(?<!小|住宅|家属|宿舍|生活|住宿|[东西南北中])区)/su;

function sharedStart(names: readonly string[]): string {
  const [first, ...others] = names;
  let length = Math.min(...names.map((name) => name.length - MIN_REST));
  while (length > 0 && !others.every((name) => name.startsWith(first.slice(0, length))))
    length -= 1;
  return first.slice(0, Math.max(0, length));
}

/**
 * The administrative place before every name of a ledger (`杭州市西湖区`) that no compound has in its
 * name, plain; empty when there is none.
 */
export function findCommonPlace(names: readonly string[], compounds: readonly string[]): string {
  const plain = [...new Set(names.map(plainName))];
  if (plain.length < MIN_NAMES) return "";
  const place = PLACE_END.exec(sharedStart(plain))?.[0] ?? "";
  const isKnown = place !== "" && compounds.some((name) => plainName(name).includes(place));
  return isKnown ? "" : place;
}

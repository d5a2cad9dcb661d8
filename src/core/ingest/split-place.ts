import { readText } from "./read-value.ts";

/** What a cell that names 街道 and 社区 in one says of each. */
export interface Place {
  /** as written, without the province, city and county before it; null: not said */
  readonly street: string | null;
  readonly community: string | null;
  /** false: something of it belongs to neither, and a cell without both stands whole as 社区 */
  readonly isSplit: boolean;
}

const SEPARATORS = /[\s·•・.\-—–_~/\\|,、;:>→()[\]{}【】〔〕《》]+/;
const BRACKETS = /\(([^()]*)\)/g;

const COMMITTEE = "居委会|居民委员会|村委会|村民委员会";
const IS_COMMUNITY = new RegExp(`.(?:社区|${COMMITTEE}|村|嘎查)$`);
const OFFICE = "街道(?:办事处|办)?|办事处";
const IS_STREET = new RegExp(`^(?:.+(?:${OFFICE})|.{2,}[镇乡](?:人民政府)?)$`);

/**
 * The first 街道, 镇 or 乡 and what follows. A 镇 or 乡 has two characters before it (东乡镇, 古镇镇), and
 * is no city's (萍乡市安源镇).
 */
const STREET_FIRST = new RegExp(
  `^(.+?(?:${OFFICE}|(?<=^.{2,})[镇乡](?![市县].*(?:街道|[镇乡]))(?:人民政府)?))(.+)$`,
);
const COMMUNITY_FIRST = new RegExp(
  `^(.+?(?:社区(?:${COMMITTEE})?|${COMMITTEE}))(.+(?:${OFFICE})|.{2,}[镇乡])$`,
);

/** Larger areas; 社区 and 小区 are none. */
const IS_LARGER = /.(?:省|州|市|县|(?<!社|小|住宅|家属|宿舍|生活)区)$/;
/** Such areas before a 街道; their number is bounded as the text may be anything. */
const LARGER_BEFORE =
  /^(?:.{2,5}?(?:省|自治区|自治州|州|市|县|区)){1,4}(?=.{2,}(?:街道|[镇乡]|办事处))/;

/** Parts of a text by what they are. */
interface Parts {
  readonly streets: Set<string>;
  readonly communities: Set<string>;
  readonly others: string[];
}

function addStreet(text: string, { streets }: Parts): void {
  streets.add(text.replace(LARGER_BEFORE, ""));
}

/** What follows a 街道 is a 社区 by its ending, else when it is no address. */
function isRest(text: string): boolean {
  return IS_COMMUNITY.test(text) || (text.length > 1 && !/\d/.test(text) && text !== "社区");
}

function addPiece(piece: string, parts: Parts): void {
  const [, community, itsStreet] = COMMUNITY_FIRST.exec(piece) ?? [];
  const [, street, rest] = STREET_FIRST.exec(piece) ?? [];
  if (community !== undefined) {
    parts.communities.add(community);
    addStreet(itsStreet, parts);
  } else if (IS_STREET.test(piece)) addStreet(piece, parts);
  else if (street !== undefined && isRest(rest)) {
    addStreet(street, parts);
    parts.communities.add(rest);
  } else if (IS_COMMUNITY.test(piece)) parts.communities.add(piece);
  else if (street !== undefined) {
    addStreet(street, parts);
    parts.others.push(rest);
  } else if (!IS_LARGER.test(piece)) parts.others.push(piece);
}

/** A remark in brackets (`（代管）`) is no part of a name; a 街道 or 社区 there is. */
function withoutRemarks(text: string): string {
  return text.replace(BRACKETS, (_, inside: string) =>
    IS_STREET.test(inside) || IS_COMMUNITY.test(inside) ? ` ${inside} ` : " ",
  );
}

/**
 * Splits `鹿城镇东瓜社区`, `鹿城镇·东瓜社区`, `东瓜社区（鹿城镇）` and the like; null for a blank cell. A text
 * in which neither is found, or several of one, stands whole as 社区.
 */
export function readPlace(raw: unknown): Place | null {
  const written = readText(raw);
  if (written === null || written === "") return null;
  const parts: Parts = { streets: new Set(), communities: new Set(), others: [] };
  const pieces = withoutRemarks(written.normalize("NFKC")).split(SEPARATORS);
  for (const piece of pieces) if (piece !== "") addPiece(piece, parts);
  const { streets, communities, others } = parts;
  if (streets.size === 1 && communities.size === 0 && others.length === 1 && isRest(others[0]))
    communities.add(others.splice(0)[0]);
  const isOneEach = streets.size <= 1 && communities.size <= 1;
  if (!isOneEach || streets.size + communities.size === 0)
    return { street: null, community: written, isSplit: false };
  const [[street = null], [community = null]] = [[...streets], [...communities]];
  return { street, community, isSplit: others.length === 0 };
}

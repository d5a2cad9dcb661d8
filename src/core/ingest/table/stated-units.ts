import { type ColumnUnit, readUnit } from "../column-units.ts";
import { isBlank } from "../read-value.ts";
import type { Cell } from "./table.ts";

/** Units of things that are counted, and of rates: they say of a row that it holds units. */
const COUNTED =
  /^(?:户|套|人|栋|幢|座|个|处|辆|部|台|层|间|位|组|年|月|日|米|m|亿元|元\/?(?:月|年)|元\/(?:户|位|个|辆|车).*|%|百分比|‰)$/;

function plainText(cell: Cell): string {
  return typeof cell === "string" ? cell.normalize("NFKC").replace(/\s+/g, "") : "";
}

/** A cell that is nothing but a unit, without its brackets; empty when it is something else. */
function unitOf(cell: Cell): string {
  const bare = plainText(cell).replace(/^[([【](.+)[)\]】]$/, "$1");
  if (bare === "" || bare.length > 12) return "";
  return readUnit(bare) ?? (COUNTED.test(bare) ? bare : "");
}

/**
 * Units of the columns when a row holds nothing but units: empty where it has none. Cells merged with the
 * header above say nothing, and so does the word 单位 in front. Null for any other row.
 */
export function readUnitRow(
  row: readonly Cell[] | undefined,
  above: readonly Cell[],
): string[] | null {
  if (row === undefined) return null;
  const units = row.map((cell, c) => {
    const isSilent = isBlank(cell) || cell === above[c] || /^\(?单位\)?:?$/.test(plainText(cell));
    return isSilent ? "" : unitOf(cell) || null;
  });
  const isUnits = units.every((unit) => unit !== null) && units.some((unit) => unit !== "");
  return isUnits ? units : null;
}

/** Units in lines such as `单位：户、万平方米、万元` above or below a table, each once. */
export function readUnitLines(lines: readonly (readonly Cell[])[]): ColumnUnit[] {
  const named = new Set<ColumnUnit>();
  for (const cell of lines.flat()) {
    for (const list of plainText(cell)
      .split(/单位[:为是]?/)
      .slice(1)) {
      for (const word of list.split(/[()【】;。]/)[0].split(/[、,和及]/)) {
        const unit = readUnit(word);
        if (unit !== null) named.add(unit);
      }
    }
  }
  return [...named];
}

import { normalizeHeader } from "../ingest/ledger-columns.ts";
import { isBlank, readQuantity, readText, readYear } from "../ingest/read-value.ts";
import type { Compound } from "../ingest/world.ts";

/** What the ledger says of how ready a compound is to join; null: it says nothing. */
export interface Readiness {
  /** share of owners who agree, 0…1 */
  readonly consentShare: number | null;
  /** there is a 业委会 or 物管会 to sign */
  readonly hasCommittee: boolean | null;
  readonly renovatedYear: number | null;
  /** last year of a running contract, which is honoured */
  readonly contractEndYear: number | null;
}

/** Headers as bureaus write them, after {@link normalizeHeader}. */
const HEADERS = {
  consent: ["consent", "同意率", "征求意见情况", "表决结果"],
  committee: ["committee", "业委会", "业主组织", "是否成立业委会", "物委会", "物管会"],
  renovated: ["reno_year", "reno_status", "改造年份", "改造情况", "是否改造"],
  contractEnd: ["contract_end", "合同到期", "合同期限", "服务期限"],
} as const;

type Cells = ReadonlyMap<string, unknown>;

/** The first cell of a field that says something. */
function cellOf(cells: Cells, field: keyof typeof HEADERS): unknown {
  const key = HEADERS[field].find((header) => cells.has(header));
  return key === undefined ? null : cells.get(key);
}

function readShare(cell: unknown): number | null {
  const read = readQuantity(cell, "blank");
  if (read.kind !== "value") return null;
  const { value, unit } = read.value;
  const share = unit === "%" || value > 1 ? value / 100 : value;
  return share >= 0 && share <= 1 ? share : null;
}

/** `无` and `否` mean that there is none; a blank cell means nothing. */
function readPresence(cell: unknown): boolean | null {
  if (typeof cell === "boolean") return cell;
  const text = typeof cell === "string" ? cell.normalize("NFKC").trim().toLowerCase() : "";
  if (/^(?:无|否|未|没有|no|none|false|0)/.test(text)) return false;
  return isBlank(cell) || readText(cell) === null ? null : true;
}

/** The last calendar year that a cell names. */
function readLastYear(cell: unknown): number | null {
  const read = readYear(cell);
  if (read.kind === "value") return read.value;
  const years = readText(cell)?.match(/(?:19|20)\d\d/g);
  return years ? Number(years.at(-1)) : null;
}

/** Readiness as far as the columns of the compound's own file and ledger tell. */
export function readReadiness({ properties }: Pick<Compound, "properties">): Readiness {
  const cells = new Map(
    Object.entries(properties).map(([header, cell]) => [normalizeHeader(header).key, cell]),
  );
  return {
    consentShare: readShare(cellOf(cells, "consent")),
    hasCommittee: readPresence(cellOf(cells, "committee")),
    renovatedYear: readLastYear(cellOf(cells, "renovated")),
    contractEndYear: readLastYear(cellOf(cells, "contractEnd")),
  };
}

import { useTranslation } from "react-i18next";
import type { LedgerField } from "../../core/index.ts";
import { type Format, useFormat } from "../format.ts";

/** A ledger cell in words; unknown: a dash. */
export function writeField(field: LedgerField, value: number | null, format: Format): string {
  if (value === null) return "–";
  if (field === "builtYear") return String(value);
  if (field === "floorAreaM2") return format.areaM2(value);
  if (field === "feeYuanPerM2Month") return format.fee(value);
  if (field === "collectionRate") return format.percent(value);
  if (field === "fundBalanceYuan") return format.yuan(value);
  return format.int(value);
}

/** Names and values of ledger fields in the page's language. */
export function useFieldWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return {
    nameOf: (field: LedgerField) => t(`field.${field}`),
    write: (field: LedgerField, value: number | null) => writeField(field, value, format),
  };
}

import type { ExportInput } from "./export-input.ts";
import { type ExportedBytes, evaluateExport } from "./export-plan.ts";
import { writeWorkbook } from "./formats/xlsx.ts";
import { compoundSheet } from "./sheets/compound-sheet.ts";
import { districtSheet } from "./sheets/district-sheet.ts";
import { moneySheets } from "./sheets/money-sheets.ts";
import { sourceSheet } from "./sheets/source-sheet.ts";
import { voteSheet } from "./sheets/vote-sheet.ts";

/** `plan.xlsx`: the bureau's sheets, from the districts to the sources. */
export async function exportWorkbook(input: ExportInput): Promise<readonly ExportedBytes[]> {
  const { districts } = evaluateExport(input);
  const bytes = await writeWorkbook([
    districtSheet(input, districts),
    compoundSheet(input),
    ...moneySheets(input, districts),
    voteSheet(input, districts),
    sourceSheet(input),
  ]);
  return [{ name: "plan.xlsx", bytes }];
}

import { describeIssue, type Issue, type Severity } from "../base/issue.ts";
import type { Bilingual, Language } from "../base/language.ts";
import { DEFAULTED_CODES } from "../ingest/ledger-tally.ts";
import type { Compound, LedgerField, World } from "../ingest/world.ts";
import type { ExportInput } from "./export-input.ts";
import type { ExportedBytes } from "./export-plan.ts";
import { writeWorkbook } from "./formats/xlsx.ts";
import { filledFigures, LEDGER_WORDS } from "./ledger-words.ts";
import { type Column, layTable, type TableSheet, WHOLE } from "./sheets/table-sheet.ts";

/** Communities with a sheet of their own; those after them share the last one. */
const MAX_SHEETS = 150;

const NOWHERE: Bilingual = { zh: "未定社区", en: "No community" };
const OTHERS: Bilingual = { zh: "其余社区", en: "Other communities" };
const NOTE: Bilingual = {
  zh: "请核对下列问题，改正原文件或在“社区答复”栏填写后退回。“错误”的对象未被采用；“警告”已采用，请核实；“提示”为自动补充或更正。",
  en: "Please check these faults, mend the file or fill in the answer, and send it back. Errors were not used; warnings were used but should be checked; notes say what was filled in or mended.",
};
const SEVERITIES: Readonly<Record<Severity, Bilingual>> = {
  error: { zh: "错误", en: "error" },
  warning: { zh: "警告", en: "warning" },
  info: { zh: "提示", en: "note" },
};
const ORDER: readonly Severity[] = ["error", "warning", "info"];

/** A line of a sheet, in the reader's language. */
interface Fault {
  readonly severity: Severity;
  readonly source: string | null;
  readonly feature: string | null;
  readonly message: string;
  readonly fix: string;
}

interface Place {
  readonly name: string;
  readonly faults: readonly Fault[];
}

/** What a compound's ledger leaves blank and what stands in for it; null: nothing. */
function blanksOf(compound: Compound, language: Language): Fault | null {
  const blank = filledFigures(compound);
  if (blank.length === 0) return null;
  const zh = language === "zh";
  const word = (field: LedgerField) => LEDGER_WORDS[field][language];
  const filled = blank.map((field) => {
    const value = compound[field];
    if (value === null)
      return zh ? `${word(field)}（按老旧小区处理）` : `${word(field)} (taken as aged)`;
    const figure = Math.round(value * 1e4) / 1e4;
    return zh ? `${word(field)} 暂按 ${figure}` : `${word(field)} (taken as ${figure})`;
  });
  const fields = blank.map(word).join(zh ? "、" : "; ");
  return {
    severity: "info",
    source: null,
    feature: `${compound.id} ${compound.name}`,
    message: zh ? `台账缺：${filled.join("；")}` : `Not in the ledger: ${filled.join("; ")}`,
    fix: zh ? `补充：${fields}` : `Supply: ${fields}`,
  };
}

/** Community of each compound, by its id, and by its name where only one is called so. */
function communitiesByFeature({ compounds }: World): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const twice = new Set<string>();
  const seen = new Set<string>();
  for (const { name } of compounds) (seen.has(name) ? twice : seen).add(name);
  for (const { id, name, community, communityName } of compounds) {
    const place = communityName ?? community;
    if (place === null) continue;
    if (!twice.has(name)) places.set(name, place);
    places.set(id, place);
  }
  return places;
}

/**
 * Faults by community, in order of its name; what no community answers for comes last. What was filled
 * in is listed compound by compound, so that whoever has the figure knows where it is missing.
 */
function faultsByPlace(issues: readonly Issue[], world: World, language: Language): Place[] {
  const places = communitiesByFeature(world);
  const groups = new Map<string, Fault[]>();
  const rest: Fault[] = [];
  const add = (place: string | null | undefined, fault: Fault): void => {
    const group = place == null ? rest : (groups.get(place) ?? []);
    group.push(fault);
    if (place != null) groups.set(place, group);
  };
  for (const issue of issues) {
    if (DEFAULTED_CODES.has(issue.code)) continue;
    const { severity, source, feature, args } = issue;
    const fault = { severity, source, feature, ...describeIssue(issue, language) };
    const stated = typeof args.community === "string" ? args.community : "";
    add(stated || (feature === null ? null : places.get(feature)), fault);
  }
  for (const compound of world.compounds) {
    const blanks = blanksOf(compound, language);
    if (blanks) add(compound.communityName ?? compound.community, blanks);
  }
  const named = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, faults]): Place => ({ name, faults }));
  const most = MAX_SHEETS - 1;
  const shared = named.slice(most).flatMap(({ faults }) => faults);
  return [
    ...named.slice(0, most),
    ...(shared.length > 0 ? [{ name: OTHERS[language], faults: shared }] : []),
    ...(rest.length > 0 ? [{ name: NOWHERE[language], faults: rest }] : []),
  ];
}

/** A name that a sheet may have, none twice whatever the case. */
function sheetName(name: string, taken: Set<string>): string {
  const plain =
    name
      .replace(/[[\]:*?/\\']/g, " ")
      .trim()
      .slice(0, 27) || "-";
  let own = plain;
  for (let k = 2; taken.has(own.toLowerCase()); k++) own = `${plain} ${k}`;
  taken.add(own.toLowerCase());
  return own;
}

function placeSheet({ name, faults }: Place, sheet: string, language: Language): TableSheet {
  const columns: Column<Fault>[] = [
    {
      head: { zh: "程度", en: "Severity" },
      format: null,
      cell: ({ severity }) => SEVERITIES[severity][language],
    },
    { head: { zh: "文件", en: "File" }, format: null, cell: ({ source }) => source },
    { head: { zh: "对象", en: "Feature" }, format: null, cell: ({ feature }) => feature },
    { head: { zh: "问题", en: "Fault" }, format: null, cell: ({ message }) => message },
    { head: { zh: "处理建议", en: "What to do" }, format: null, cell: ({ fix }) => fix },
    {
      head: { zh: "社区答复 (填)", en: "Answer (to fill in)" },
      format: null,
      room: 30,
      cell: () => null,
    },
  ];
  const items = [...faults].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  const title = { zh: `数据问题清单：${name}`, en: `Faults of the data: ${name}` };
  const words = { name: { zh: sheet, en: sheet }, title, note: NOTE };
  return layTable(words, columns, { items, language, frozenColumns: 1 });
}

function summarySheet(places: readonly Place[], sheet: string, language: Language): TableSheet {
  const columns: Column<Place>[] = [
    { head: { zh: "社区", en: "Community" }, format: null, cell: ({ name }) => name },
    ...ORDER.map(
      (severity): Column<Place> => ({
        head: SEVERITIES[severity],
        format: WHOLE,
        adds: true,
        cell: ({ faults }) => faults.filter((fault) => fault.severity === severity).length,
      }),
    ),
  ];
  const title = { zh: "数据问题汇总", en: "Faults of the data by community" };
  const words = { name: { zh: sheet, en: sheet }, title, note: NOTE };
  return layTable(words, columns, { items: places, language, frozenColumns: 1 });
}

/** `faults.xlsx`: a sheet of totals, then one per 社区 to be sent back to whoever delivered the data. */
export async function exportFaults(input: ExportInput): Promise<readonly ExportedBytes[]> {
  const { prepared, issues, language } = input;
  const places = faultsByPlace([...prepared.world.issues, ...issues], prepared.world, language);
  const taken = new Set<string>();
  const summary = summarySheet(
    places,
    sheetName(language === "zh" ? "汇总" : "Summary", taken),
    language,
  );
  const sheets = places.map((place) => placeSheet(place, sheetName(place.name, taken), language));
  return [{ name: "faults.xlsx", bytes: await writeWorkbook([summary, ...sheets]) }];
}

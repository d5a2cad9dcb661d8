import { describeIssue, type Issue, type Severity } from "../base/issue.ts";
import type { Bilingual, Language } from "../base/language.ts";
import type { World } from "../ingest/world.ts";
import type { ExportInput } from "./export-input.ts";
import type { ExportedBytes } from "./export-plan.ts";
import { writeWorkbook } from "./formats/xlsx.ts";
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

interface Place {
  readonly name: string;
  readonly issues: readonly Issue[];
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

/** Faults by community, in order of its name; what no community answers for comes last. */
function faultsByPlace(issues: readonly Issue[], world: World, language: Language): Place[] {
  const places = communitiesByFeature(world);
  const groups = new Map<string, Issue[]>();
  const rest: Issue[] = [];
  for (const issue of issues) {
    const place = issue.feature === null ? undefined : places.get(issue.feature);
    if (place === undefined) rest.push(issue);
    else groups.set(place, [...(groups.get(place) ?? []), issue]);
  }
  const named = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, of]): Place => ({ name, issues: of }));
  const most = MAX_SHEETS - 1;
  const shared = named.slice(most).flatMap(({ issues: of }) => of);
  return [
    ...named.slice(0, most),
    ...(shared.length > 0 ? [{ name: OTHERS[language], issues: shared }] : []),
    ...(rest.length > 0 ? [{ name: NOWHERE[language], issues: rest }] : []),
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

function placeSheet({ name, issues }: Place, sheet: string, language: Language): TableSheet {
  const said = (issue: Issue) => describeIssue(issue, language);
  const columns: Column<Issue>[] = [
    {
      head: { zh: "程度", en: "Severity" },
      format: null,
      cell: ({ severity }) => SEVERITIES[severity][language],
    },
    { head: { zh: "文件", en: "File" }, format: null, cell: ({ source }) => source },
    { head: { zh: "对象", en: "Feature" }, format: null, cell: ({ feature }) => feature },
    { head: { zh: "问题", en: "Fault" }, format: null, cell: (issue) => said(issue).message },
    { head: { zh: "处理建议", en: "What to do" }, format: null, cell: (issue) => said(issue).fix },
    { head: { zh: "社区答复 (填)", en: "Answer (to fill in)" }, format: null, cell: () => null },
  ];
  const items = [...issues].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
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
        cell: ({ issues }) => issues.filter((issue) => issue.severity === severity).length,
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

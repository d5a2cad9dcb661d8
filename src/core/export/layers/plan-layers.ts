import type { Bilingual } from "../../base/language.ts";
import { FIGURES } from "../../estimate/figures.ts";
import { unproject } from "../../geometry/projection.ts";
import type { Compound, LedgerField } from "../../ingest/world.ts";
import { LEFT_OUT_REASONS } from "../../zoning/zoning.ts";
import { columnValue, DISTRICT_COLUMNS } from "../district-columns.ts";
import type { ExportedDistrict, ExportInput } from "../export-input.ts";
import { evaluateExport } from "../export-plan.ts";
import { hasLedgerIds, LEDGER_ID, LEDGER_WORDS } from "../ledger-words.ts";
import { communityNames, outlineOfDistrict } from "../plan-geojson.ts";
import { coarsenArea, coarsenPoint } from "./coarsen.ts";
import type { Layer, LayerCell } from "./layer.ts";

/** For whom files are written: `public` has no money, no contacts, and coarse coordinates. */
export type Audience = "internal" | "public";

interface Column<T> {
  readonly name: string;
  readonly short: string;
  readonly label: Bilingual;
  readonly decimals: number | null;
  /** stands in the public set too */
  readonly open: boolean;
  readonly cell: (item: T) => LayerCell;
}

/** A figure of the ledger; blank where the program filled it in, so that it is blank when read again. */
function ledgerCell(compound: Compound, field: LedgerField): LayerCell {
  return compound.provenance[field] === "default" ? null : compound[field];
}

function ledger(
  field: LedgerField,
  [name, short]: readonly [string, string],
  { decimals = 0, open = false } = {},
): Column<Compound> {
  const cell = (compound: Compound) => ledgerCell(compound, field);
  return { name, short, label: LEDGER_WORDS[field], decimals, open, cell };
}

function text<T>(
  name: string,
  short: string,
  [zh, en]: readonly [string, string],
  cell: (item: T) => LayerCell,
  open = true,
): Column<T> {
  return { name, short, label: { zh, en }, decimals: null, open, cell };
}

/** Only where some ledger has numbers of its own. */
const LEDGER_IDS = text<Compound>(
  "ledger_id",
  "ledger_id",
  [LEDGER_ID.zh, LEDGER_ID.en],
  ({ ledgerId }) => ledgerId ?? null,
);

/** What is known of a compound, under names that reading understands. */
const COMPOUND_COLUMNS: readonly Column<Compound>[] = [
  text("compound_id", "id", ["小区编号", "compound id"], ({ id }) => id),
  LEDGER_IDS,
  text("name", "name", ["小区名称", "compound"], ({ name }) => name),
  text("community_code", "comm_code", ["社区代码", "community code"], ({ community }) =>
    /^\d{12}$/.test(community ?? "") ? community : null,
  ),
  text("community", "community", ["社区", "community"], (c) => c.communityName ?? c.community),
  text("street", "street", ["街道", "street office"], ({ street }) => street),
  ledger("builtYear", ["built_year", "built_year"], { open: true }),
  ledger("households", ["households", "households"], { open: true }),
  ledger("floorAreaM2", ["floor_area", "floor_area"], { open: true }),
  ledger("buildings", ["buildings", "buildings"], { open: true }),
  ledger("parkingSpaces", ["parking", "parking"]),
  ledger("cars", ["cars", "cars"]),
  ledger("gates", ["gates", "gates"]),
  ledger("lifts", ["lifts", "lifts"]),
  ledger("feeYuanPerM2Month", ["fee", "fee"], { decimals: 4 }),
  ledger("collectionRate", ["collection", "collection"], { decimals: 4 }),
  ledger("fundBalanceYuan", ["fund_balance", "fund_bal"]),
  text("company", "company", ["物业公司", "company"], ({ company }) => company, false),
  text("anchor", "anchor", ["牵头小区", "anchor"], ({ anchor }) => (anchor ? "是" : null)),
  text("boundary", "boundary", ["边界来源", "boundary"], ({ approximate }) =>
    approximate ? "approximate" : null,
  ),
];

/** dBASE names of the figures of a district, in the order of {@link DISTRICT_COLUMNS}. */
const SHORT_NAMES = [
  ...["households", "floor_area", "span_m", "staff", "fee_inc", "park_inc", "other_inc", "income"],
  ...["cost", "net_cost", "net_m2mon", "even_fee", "now_inc", "alone_cost", "subsidy", "fund_bal"],
  ...["park_need", "park_have", "park_short", "gates_now", "gates_then", "wall_m", "defaulted"],
];
/** Figures of a district that anyone may see. */
const OPEN_FIGURES: ReadonlySet<string> = new Set(["households", "floorAreaM2", "spanM"]);

function districtColumns(compounds: readonly Compound[]): Column<ExportedDistrict>[] {
  const figures = DISTRICT_COLUMNS.map((column, k): Column<ExportedDistrict> => {
    const { label, unit } = FIGURES[column.figure];
    const withUnit = (language: "zh" | "en") =>
      unit[language] === "" ? label[language] : `${label[language]} (${unit[language]})`;
    return {
      name: column.name,
      short: SHORT_NAMES[k],
      label: { zh: withUnit("zh"), en: withUnit("en") },
      decimals: column.decimals,
      open: OPEN_FIGURES.has(column.figure),
      cell: ({ estimate }) => columnValue(estimate, column),
    };
  });
  return [
    text("id", "id", ["片区编号", "district id"], ({ id }) => id),
    text("name", "name", ["片区", "district"], ({ name }) => name),
    text("community", "community", ["社区", "community"], ({ members }) =>
      communityNames(members, compounds),
    ),
    {
      name: "compounds",
      short: "compounds",
      label: { zh: "小区数（个）", en: "compounds" },
      decimals: 0,
      open: true,
      cell: ({ members }) => members.length,
    },
    ...figures,
    text("limits_met", "limits_met", ["符合约束", "limits met"], ({ violations }) =>
      violations.length === 0 ? "yes" : "no",
    ),
  ];
}

/** Districts and compounds of a plan as layers, for the audience given. */
export function planLayers(input: ExportInput, audience: Audience): readonly [Layer, Layer] {
  const { prepared, zoning, language } = input;
  const { world } = prepared;
  const isPublic = audience === "public";
  const { districts } = evaluateExport(input);
  const zones = districtColumns(world.compounds).filter(({ open }) => open || !isPublic);
  const hasNumbers = hasLedgerIds(world.compounds);
  const own = COMPOUND_COLUMNS.filter(({ open }) => open || !isPublic).filter(
    (column) => column !== LEDGER_IDS || hasNumbers,
  );
  const placed = (["id", "name"] as const).map(
    (key): Column<number> => ({
      name: `district_${key}`,
      short: key === "id" ? "distr_id" : "district",
      label: key === "id" ? { zh: "片区编号", en: "district id" } : { zh: "片区", en: "district" },
      decimals: null,
      open: true,
      cell: (i) => zoning.districts[zoning.assignment[i]]?.[key] ?? null,
    }),
  );
  const reason = text<number>(
    "left_out_reason",
    "left_out",
    ["未纳入原因", "left out because"],
    (i) => (zoning.assignment[i] >= 0 ? null : LEFT_OUT_REASONS[zoning.reason[i]]),
  );
  const whereTo = [...placed, reason];
  const shown = <T>({ name, short, label, decimals }: Column<T>) => ({
    ...{ name, short, decimals },
    label: label[language],
  });
  const middleOf = (i: number) => {
    const [x, y] = world.shapes.centroid.subarray(2 * i, 2 * i + 2);
    return unproject(world.projection, x, y);
  };
  return [
    {
      name: "districts",
      title: language === "zh" ? "片区" : "Districts",
      columns: zones.map(shown),
      rows: districts.map((district) => {
        const outline = outlineOfDistrict(input, district);
        return {
          cells: zones.map(({ cell }) => cell(district)),
          geometry: isPublic ? coarsenArea(outline) : outline,
        };
      }),
    },
    {
      name: "compounds",
      title: language === "zh" ? "小区" : "Compounds",
      columns: [...own.map(shown), ...whereTo.map(shown)],
      rows: world.compounds.map((compound, i) => ({
        cells: [...own.map(({ cell }) => cell(compound)), ...whereTo.map(({ cell }) => cell(i))],
        geometry: isPublic ? coarsenPoint(...middleOf(i)) : compound.geometry,
      })),
    },
  ];
}

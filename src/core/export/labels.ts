import type { Bilingual } from "../base/language.ts";
import { type CutOffReason, SEARCH_REACH_M } from "../contiguity/explain-component.ts";
import type { BarrierKind } from "../ingest/world.ts";
import type { StandsAlone } from "../regionalization/describe-components.ts";
import type { Objective } from "../regionalization/parameters.ts";
import type { Certificate } from "../regionalization/plan.ts";
import type { Violation } from "../zoning/violation.ts";
import type { LeftOutReason } from "../zoning/zoning.ts";

/** Why a compound is in no district, in words. */
export const REASON_LABELS: Readonly<Record<LeftOutReason, Bilingual>> = {
  none: { zh: "", en: "" },
  "not-aged": { zh: "不属于老旧小区", en: "not aged" },
  isolate: { zh: "无邻接小区", en: "no neighbour to join" },
  "component-too-small": { zh: "相连范围不足下限", en: "connected piece too small" },
  "exceeds-limit": { zh: "自身超出上限", en: "exceeds a limit on its own" },
  "conflicting-rules": { zh: "规则冲突", en: "conflicting rules" },
  "not-placed": { zh: "未能纳入", en: "not placed" },
  "does-not-pay": {
    zh: "按设定的保本物业费无法收支平衡",
    en: "no district with it pays its way at the fee allowed",
  },
  "by-hand": { zh: "手工移出", en: "taken out by hand" },
};

/** Limits a district can break, in words. */
export const RULE_LABELS: Readonly<Record<Violation["rule"], Bilingual>> = {
  "not-connected": { zh: "不连片", en: "not connected" },
  envelope: { zh: "超出边界依据", en: "leaves its envelope" },
  "min-households": { zh: "户数低于下限", en: "too few households" },
  "max-households": { zh: "户数高于上限", en: "too many households" },
  "min-floor-area": { zh: "建筑面积低于下限", en: "too little floor area" },
  "max-floor-area": { zh: "建筑面积高于上限", en: "too much floor area" },
  "max-compounds": { zh: "小区过多", en: "too many compounds" },
  "max-span": { zh: "跨度过大", en: "span too great" },
  "max-break-even-fee": { zh: "保本物业费过高", en: "break-even fee too high" },
  threshold: { zh: "低于阈值", en: "below the threshold" },
  "must-together": { zh: "拆开了须同片的小区", en: "parts compounds that must stay together" },
  "never-together": { zh: "含不得同片的小区", en: "holds compounds that may not share a district" },
  anchors: { zh: "牵头小区多于一个", en: "more than one anchor" },
  locked: { zh: "改动了锁定的片区", en: "changes a locked district" },
};

export const OBJECTIVE_LABELS: Readonly<Record<Objective, Bilingual>> = {
  cost: { zh: "年净成本最低", en: "lowest yearly net cost" },
  "max-p": { zh: "片区数最多", en: "most districts" },
  compact: { zh: "最紧凑", en: "most compact" },
};

export const CERTIFICATE_LABELS: Readonly<Record<Certificate, Bilingual>> = {
  optimal: { zh: "已证明最优", en: "proven optimal" },
  bounded: { zh: "已证明差距上界", en: "gap proven" },
};

/** Why a component or a compound stands alone, in words. */
export const CUT_OFF_LABELS: Readonly<Record<StandsAlone, Bilingual>> = {
  hand: { zh: "人工断开", en: "cut by hand" },
  crossing: { zh: "被道路、河流或铁路隔开", en: "cut off by a road, river or railway" },
  envelope: { zh: "受界线限制", en: "held apart by an administrative line" },
  gap: { zh: "间距过大", en: "too far apart" },
  "gap-and-crossing": { zh: "间距过大且有阻隔", en: "too far apart, with a barrier between" },
  alone: {
    zh: `同一边界内 ${SEARCH_REACH_M} m 以内没有其他参与的小区`,
    en: `no other participant within ${SEARCH_REACH_M} m inside the same line`,
  },
  oversized: { zh: "自身超出上限", en: "beyond a limit on its own" },
  "beside-oversized": {
    zh: "只与自身超出上限的小区邻接",
    en: "linked only to compounds beyond a limit",
  },
};

/** The change that would connect a component, in words. */
export const WAY_TEXTS: Readonly<Record<Exclude<CutOffReason, "alone">, Bilingual>> = {
  hand: { zh: "恢复与“{to}”的邻接即可连通", en: "undoing the cut to “{to}” connects it" },
  crossing: {
    zh: "跨{barriers}增设通道即可与“{to}”连通（间距 {metres} m）",
    en: "a crossing over {barriers} connects it to “{to}” ({metres} m)",
  },
  envelope: {
    zh: "允许跨“{fromCell}”与“{toCell}”的界线即可与“{to}”连通（间距 {metres} m）",
    en: "letting districts cross from “{fromCell}” into “{toCell}” connects it to “{to}” ({metres} m)",
  },
  gap: {
    zh: "间距上限放宽到 {metres} m 即可与“{to}”连通",
    en: "a gap of {metres} m connects it to “{to}”",
  },
  "gap-and-crossing": {
    zh: "间距上限放宽到 {metres} m，并跨{barriers}增设通道，即可与“{to}”连通",
    en: "a gap of {metres} m and a crossing over {barriers} connect it to “{to}”",
  },
};

/** A cell that the data do not name. */
export const UNKNOWN_CELL: Bilingual = { zh: "未知", en: "unknown" };

/** Kinds of barriers, in words, for those without a name. */
export const BARRIER_LABELS: Readonly<Record<BarrierKind, Bilingual>> = {
  road: { zh: "道路", en: "a road" },
  rail: { zh: "铁路", en: "a railway" },
  water: { zh: "河流水面", en: "water" },
  cliff: { zh: "陡崖", en: "a cliff" },
  other: { zh: "阻隔", en: "a barrier" },
};

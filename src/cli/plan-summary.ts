import {
  fillTemplate,
  type Language,
  LEFT_OUT_REASONS,
  OBJECTIVE_LABELS,
  type Plan,
  type Prepared,
  REASON_LABELS,
} from "../core/index.ts";

/** A finished plan to be told in a few lines. */
export interface PlanToTell {
  readonly prepared: Prepared;
  readonly plan: Plan;
  readonly out: string;
  readonly language: Language;
}

const COUNTS =
  "{compounds compound|compounds} → {districts district|districts} with {included compound|compounds}";

/** What a person wants to know after planning: counts, objective, proof, who is left out and why. */
export function summarisePlan({ prepared, plan, out, language }: PlanToTell): string[] {
  const zh = language === "zh";
  const { zoning, objective } = plan;
  const compounds = prepared.world.compounds.length;
  const included = zoning.assignment.reduce((count, d) => count + (d >= 0 ? 1 : 0), 0);
  const districts = new Set(zoning.assignment.filter((d) => d >= 0)).size;
  const goal = OBJECTIVE_LABELS[objective.name][language];
  const levels = objective.levels.map((level) => level.toLocaleString("en")).join(" / ");
  const percent = (objective.gap * 100).toFixed(2);
  const proof =
    objective.certificate === "optimal"
      ? zh
        ? "已证明最优"
        : "proven optimal"
      : zh
        ? `已证明与最优相差不超过 ${percent}%`
        : `proven within ${percent}%`;
  return [
    zh
      ? `${compounds} 个小区 → ${districts} 个片区，纳入 ${included} 个小区`
      : fillTemplate(COUNTS, { compounds, districts, included }),
    zh ? `目标（${goal}）：${levels}，${proof}` : `objective (${goal}): ${levels}, ${proof}`,
    ...(plan.stopped === "done"
      ? []
      : [zh ? "到时停止，取当时最优" : "stopped early, best so far"]),
    ...leftOutByReason(plan, language),
    zh ? `已写入 ${out}` : `written to ${out}`,
  ];
}

function leftOutByReason({ zoning }: Plan, language: Language): string[] {
  const counts = new Map<number, number>();
  zoning.assignment.forEach((district, i) => {
    if (district < 0) counts.set(zoning.reason[i], (counts.get(zoning.reason[i]) ?? 0) + 1);
  });
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([reason, count]) => {
      const label = REASON_LABELS[LEFT_OUT_REASONS[reason]][language];
      return language === "zh" ? `未纳入 ${count} 个：${label}` : `${count} not included: ${label}`;
    });
}

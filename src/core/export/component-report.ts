import { fillTemplate, type Language } from "../base/language.ts";
import { chooseWay } from "../contiguity/choose-way.ts";
import type { CutOffReason, WayOut, WayOver } from "../contiguity/explain-component.ts";
import { type ComponentFound, describeComponents } from "../regionalization/describe-components.ts";
import type { Certificate, Plan } from "../regionalization/plan.ts";
import type { Prepared } from "../scenario/prepare.ts";
import { CUT_OFF_LABELS, WAY_TEXTS } from "./labels.ts";

/** A way out by compound ids; `barriers` are those that a crossing would have to pass. */
interface ReportedWay {
  readonly from: string;
  readonly to: string;
  readonly gapM: number;
  readonly barriers?: readonly string[];
}

/** A component of the run record. */
export interface ReportedComponent {
  /** the most populous compound's name */
  readonly name: string;
  readonly compounds: number;
  readonly members: readonly string[];
  readonly households: number;
  /** null when nothing is proven about this zoning */
  readonly certificate: Certificate | null;
  readonly gap: number | null;
  /** what cuts it off */
  readonly reason: CutOffReason;
  /** the smallest change of each kind that would connect it; absent where none would */
  readonly connect: Readonly<Partial<Record<Exclude<CutOffReason, "alone">, ReportedWay>>>;
  /** reason and the change it stands for, in words */
  readonly words: string;
}

function reportWays({ world }: Prepared, component: ComponentFound): ReportedComponent["connect"] {
  const idOf = (i: number) => world.compounds[i].id;
  const plain = ({ from, to, gapM }: WayOut) => ({ from: idOf(from), to: idOf(to), gapM });
  const over = (way: WayOver) => ({
    ...plain(way),
    barriers: way.barriers.map((b) => world.barriers[b].name ?? world.barriers[b].id),
  });
  const { byHand, crossing, envelope, gap, both } = component;
  return {
    ...(byHand && { hand: plain(byHand) }),
    ...(crossing && { crossing: over(crossing) }),
    ...(envelope && { envelope: plain(envelope) }),
    ...(gap && { gap: plain(gap) }),
    ...(both && { "gap-and-crossing": over(both) }),
  };
}

function wordsOf(prepared: Prepared, component: ComponentFound, language: Language): string {
  const { reason } = component;
  const label = CUT_OFF_LABELS[reason][language];
  const way = chooseWay(component);
  if (way === null || reason === "alone") return label;
  const { barriers = [] } = reportWays(prepared, component)[reason] ?? {};
  const text = fillTemplate(WAY_TEXTS[reason][language], {
    to: prepared.world.compounds[way.to].name,
    metres: Math.ceil(way.gapM * 10) / 10,
    barriers: barriers.join(language === "zh" ? "、" : ", "),
  });
  return `${label}${language === "zh" ? "：" : ": "}${text}`;
}

/** Every component of the participants, in the order of `problem.components`. */
export function reportComponents(
  prepared: Prepared,
  plan: Plan | null,
  language: Language,
): ReportedComponent[] {
  const { compounds } = prepared.world;
  return describeComponents(prepared.problem).map((component, c): ReportedComponent => {
    const { members, reason } = component;
    const lead = members.reduce((most, i) =>
      compounds[i].households > compounds[most].households ? i : most,
    );
    return {
      name: compounds[lead].name,
      compounds: members.length,
      members: members.map((i) => compounds[i].id),
      households: members.reduce((sum, i) => sum + compounds[i].households, 0),
      certificate: plan?.components[c]?.certificate ?? null,
      gap: plan?.components[c]?.gap ?? null,
      reason,
      connect: reportWays(prepared, component),
      words: wordsOf(prepared, component, language),
    };
  });
}

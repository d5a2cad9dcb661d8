import { fillTemplate, type Language } from "../base/language.ts";
import { chooseWay, shownGapM } from "../contiguity/choose-way.ts";
import {
  type CutOffReason,
  readReason,
  type WayOut,
  type WayOver,
} from "../contiguity/explain-component.ts";
import {
  type ComponentFound,
  describeComponents,
  type StandsAlone,
} from "../regionalization/describe-components.ts";
import type { Certificate, Plan } from "../regionalization/plan.ts";
import type { Prepared } from "../scenario/prepare.ts";
import { barrierWords } from "./barrier-words.ts";
import { CUT_OFF_LABELS, UNKNOWN_CELL, WAY_TEXTS } from "./labels.ts";

/**
 * A way out by compound ids; `barriers` are those that a crossing would have to pass: name, else
 * kind and class in words.
 */
interface ReportedWay {
  readonly from: string;
  readonly to: string;
  readonly gapM: number;
  readonly barriers?: readonly string[];
}

/** A component of the run record, or a compound beyond a limit that is in none. */
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
  readonly reason: StandsAlone;
  /** the smallest change of each kind that would connect it; absent where none would */
  readonly connect: Readonly<Partial<Record<Exclude<CutOffReason, "alone">, ReportedWay>>>;
  /** reason and the change it stands for, in words */
  readonly words: string;
}

function reportWays(
  { world }: Prepared,
  component: ComponentFound,
  language: Language,
): ReportedComponent["connect"] {
  const idOf = (i: number) => world.compounds[i].id;
  const plain = ({ from, to, gapM }: WayOut) => ({ from: idOf(from), to: idOf(to), gapM });
  const over = (way: WayOver) => ({
    ...plain(way),
    barriers: way.barriers.map((b) => barrierWords(world.barriers[b], language)),
  });
  const { byHand, crossing, envelope, gap, both } = component;
  return {
    ...(byHand && { hand: plain(byHand) }),
    ...(crossing && { crossing: over(crossing) }),
    ...(envelope && { envelope: plain(envelope) }),
    ...(gap && { gap: plain(gap) }),
    // Without a barrier on the way a wider gap alone would do, and `gap` has said so.
    ...(both && both.barriers.length > 0 && { "gap-and-crossing": over(both) }),
  };
}

/** The change that would connect a component; null when none would. */
function wayWords(
  prepared: Prepared,
  component: ComponentFound,
  language: Language,
): string | null {
  const way = chooseWay(component);
  const reason = readReason(component);
  if (way === null || reason === "alone") return null;
  const { barriers = [] } = reportWays(prepared, component, language)[reason] ?? {};
  const { compounds } = prepared.world;
  const { cell, cellNames } = prepared.problem;
  const cellName = (i: number) => cellNames[cell[i]] ?? UNKNOWN_CELL[language];
  return fillTemplate(WAY_TEXTS[reason][language], {
    to: compounds[way.to].name,
    metres: shownGapM(reason, way),
    barriers: [...new Set(barriers)].join(language === "zh" ? "、" : ", "),
    fromCell: cellName(way.from),
    toCell: cellName(way.to),
  });
}

function wordsOf(prepared: Prepared, component: ComponentFound, language: Language): string {
  const { reason, oversized } = component;
  const { compounds } = prepared.world;
  const zh = language === "zh";
  const names = oversized.map((i) => compounds[i].name).join(zh ? "、" : ", ");
  const label = CUT_OFF_LABELS[reason][language];
  const named =
    reason === "beside-oversized" ? `${label}${zh ? `（${names}）` : ` (${names})`}` : label;
  const way = wayWords(prepared, component, language);
  return way === null ? named : `${named}${zh ? "：" : ": "}${way}`;
}

/** Every component in the order of `problem.components`, then every oversized compound. */
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
      connect: reportWays(prepared, component, language),
      words: wordsOf(prepared, component, language),
    };
  });
}

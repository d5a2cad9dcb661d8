import type { Envelope, PairScope, PairStory } from "../../core/index.ts";
import type { Translate } from "./pair-words.ts";

/** A pair's scope with what its words need. */
export interface ScopeParts {
  readonly scope: PairScope;
  readonly envelope: Envelope;
  /** name of a compound of the pair */
  nameOf(compound: number): string;
}

const STANDING = { link: "pair.linked", cut: "pair.cut", apart: "pair.apart" } as const;

/** Why a plan cannot use the link of a pair; null when it can. */
export function whyNot({ scope, envelope, nameOf }: ScopeParts, t: Translate): string | null {
  const names = (list: readonly number[]) => list.map(nameOf).join(t("pair.and"));
  const { outOfScope, oversized, inOneCell } = scope;
  if (outOfScope.length > 0) return t("pair.outOfScope", { names: names(outOfScope) });
  if (!inOneCell) return t(envelope === "street" ? "pair.otherStreet" : "pair.otherCommunity");
  return oversized.length > 0 ? t("pair.oversized", { names: names(oversized) }) : null;
}

/** How two compounds stand to each other under the scenario, in one line. */
export function headline(
  { standing, byHand }: Pick<PairStory, "standing" | "byHand">,
  parts: ScopeParts,
  t: Translate,
): string {
  const why = whyNot(parts, t);
  if (standing === "link" && why !== null) return t("pair.but", { why });
  const stands: string = standing === "cut" && byHand ? t("pair.handCut") : t(STANDING[standing]);
  return why === null ? stands : `${stands} · ${why}`;
}

/** What keeps a neighbour from sharing a district, told of the neighbour alone; null: nothing. */
export function neighbourMark(
  { scope, envelope }: Pick<ScopeParts, "scope" | "envelope">,
  neighbour: number,
  t: Translate,
): string | null {
  if (scope.outOfScope.includes(neighbour)) return t("pair.isOutOfScope");
  if (!scope.inOneCell)
    return t(envelope === "street" ? "pair.inOtherStreet" : "pair.inOtherCommunity");
  return scope.oversized.includes(neighbour) ? t("pair.isOversized") : null;
}

/** Why a link by hand leaves the plan as it is; null when it does not. */
export function noteOnLink(parts: ScopeParts, isByRule: boolean, t: Translate): string | null {
  const why = whyNot(parts, t);
  if (why !== null) return t("pair.handIdle", { why });
  return isByRule ? t("pair.handSame") : null;
}

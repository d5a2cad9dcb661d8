import type { SavingState } from "../../store/edit-state.ts";

type Room = NonNullable<SavingState["room"]>;

/** Share of the granted room from which a person is warned. */
const LOW_SHARE = 0.8;

/** Used share of the granted room, 0…1. */
export function shareOf({ usedBytes, quotaBytes }: Room): number {
  return quotaBytes > 0 ? Math.min(1, usedBytes / quotaBytes) : 1;
}

/** Whether room is about to run out. */
export function isLow(room: SavingState["room"]): boolean {
  return room !== null && shareOf(room) >= LOW_SHARE;
}

/** What must be said about keeping what is done; null: all is well. */
export type SavingTrouble = "elsewhere" | "full" | "newer" | "failed" | "unsaved" | "low";

/** The gravest trouble there is. */
export function troubleOf({ status, reason, access, room }: SavingState): SavingTrouble | null {
  if (access === "elsewhere") return "elsewhere";
  if (status === "failed") {
    if (reason === "quota") return "full";
    return reason === "newer" ? "newer" : "failed";
  }
  if (status === "unsaved") return "unsaved";
  return isLow(room) ? "low" : null;
}

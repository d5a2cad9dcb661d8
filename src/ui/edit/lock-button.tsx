import { ActionIcon, Tooltip } from "@mantine/core";
import { IconLock, IconLockOpen } from "@tabler/icons-react";
import type { ScenarioState } from "../../store/state.ts";
import { useActions } from "../store-context.tsx";
import { useEditWords } from "./edit-words.ts";

interface LockButtonProps {
  readonly scenario: ScenarioState;
  readonly kind: "districts" | "compounds";
  readonly indices: readonly number[];
}

/** Whether all of these are locked. */
export function areLocked({ scenario, kind, indices }: LockButtonProps): boolean {
  return indices.length > 0 && indices.every((index) => scenario.locks[kind].has(index));
}

/** Locks districts or compounds, or frees them when all of them are locked. */
export function LockButton(props: LockButtonProps) {
  const { t } = useEditWords();
  const { lockCompounds, lockDistricts } = useActions();
  const { kind, indices } = props;
  const isLocked = areLocked(props);
  const lock = kind === "districts" ? lockDistricts : lockCompounds;
  return (
    <Tooltip label={`${t(isLocked ? "hold.unlock" : "hold.lock")} (Q) · ${t("hold.lockHint")}`}>
      <ActionIcon
        aria-label={t("hold.lock")}
        aria-pressed={isLocked}
        aria-keyshortcuts="Q"
        variant={isLocked ? "filled" : "subtle"}
        color={isLocked ? "lake" : "gray"}
        onClick={() => lock(indices, !isLocked)}
      >
        {isLocked ? <IconLock size={17} /> : <IconLockOpen size={17} />}
      </ActionIcon>
    </Tooltip>
  );
}

import { SegmentedControl } from "@mantine/core";
import type { ComparedPair } from "../../worker/protocol.ts";
import classes from "./compare.module.css";
import { useCompareWords } from "./compare-words.ts";
import type { Compared } from "./use-compared.ts";
import { useTurn } from "./use-turn.ts";

/** The scenario that is held against the first. */
export interface ChosenPair {
  /** position of the scenario; sides first, today the last */
  readonly second: number;
  readonly pair: ComparedPair | null;
  choose(second: number): void;
}

/** One pair at a time; the next scenario at first, today where there is no other. */
export function usePair({ comparison }: Compared, most = comparison.pairs.length): ChosenPair {
  const [wanted, choose] = useTurn(1);
  const second = Math.min(wanted, most);
  return { second, pair: comparison.pairs[second - 1] ?? null, choose };
}

interface PairSelectProps {
  readonly compared: Compared;
  readonly chosen: ChosenPair;
  /** positions up to this one can be chosen; all by default */
  readonly most?: number;
}

/** Which scenario is held against the base. */
export function PairSelect({ compared: { names }, chosen, most }: PairSelectProps) {
  const t = useCompareWords();
  return (
    <div className={classes.row}>
      <span>
        {t("view.against")} <strong>{names[0]}</strong>
      </span>
      <SegmentedControl
        aria-label={t("view.against")}
        className={classes.segments}
        value={String(chosen.second)}
        onChange={(value) => chosen.choose(Number(value))}
        data={names
          .slice(1, most === undefined ? most : most + 1)
          .map((name, k) => ({ value: String(k + 1), label: name }))}
      />
    </div>
  );
}

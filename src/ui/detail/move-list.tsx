import { Button } from "@mantine/core";
import { IconArrowRight, IconBan } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type MoveStory, RULE_LABELS } from "../../core/index.ts";
import { useFormat } from "../format.ts";
import { useActions } from "../store-context.tsx";
import { useLabel } from "../use-label.ts";
import classes from "./detail.module.css";
import type { DetailParts } from "./detail-parts.ts";

interface MoveListProps extends DetailParts {
  readonly moves: readonly MoveStory[];
  /** what to say when there is none */
  readonly none: string;
}

/** Single moves, each with what it would change and what it would break. */
export function MoveList({ world, scenario, moves, none }: MoveListProps) {
  if (moves.length === 0) return <p className={classes.plain}>{none}</p>;
  return (
    <ul className={classes.moves}>
      {moves.map((move) => (
        <MoveRow
          key={`${move.compounds[0]}/${move.to}`}
          world={world}
          scenario={scenario}
          move={move}
        />
      ))}
    </ul>
  );
}

function MoveRow({ world, scenario, move }: DetailParts & { readonly move: MoveStory }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const { moveCompounds } = useActions();
  const { compounds, to, netCostYuan, breaks } = move;
  const broken = [...breaks.from, ...breaks.to];
  const target = scenario.zoning.districts[to].name;
  const cost = `${netCostYuan > 0 ? "+" : ""}${format.yuan(netCostYuan)}`;
  const Icon = broken.length > 0 ? IconBan : IconArrowRight;
  return (
    <li className={classes.moveRow}>
      <Icon size={16} className={broken.length > 0 ? classes.bad : classes.good} aria-hidden />
      <span>
        {t("move.to", { compound: world.compounds[compounds[0]].name, district: target })}
        <span className={classes.moveFacts}>
          {t("move.cost", { cost })}
          {broken.map(({ rule }) => ` · ${label(RULE_LABELS[rule])}`)}
        </span>
      </span>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t("move.doIt", { district: target })}
        onClick={() => moveCompounds(compounds, to)}
      >
        {t("edit.move")}
      </Button>
    </li>
  );
}

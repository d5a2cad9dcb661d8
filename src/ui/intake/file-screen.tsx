import { ActionIcon, SegmentedControl, Tooltip } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useState } from "react";
import type { World } from "../../core/index.ts";
import { decidedOn } from "../../store/reading-offers.ts";
import type { HeldSource } from "../../worker/held-text.ts";
import { useApp } from "../store-context.tsx";
import { ColumnReview } from "./column-review.tsx";
import { columnsOf } from "./count-open.ts";
import classes from "./intake.module.css";
import { useIntakeWords } from "./intake-words.ts";
import { JoinReview } from "./join-review.tsx";
import { PositionReview } from "./position-review.tsx";
import { RemoveFile } from "./remove-file.tsx";
import { RoleSelect } from "./role-select.tsx";
import { ShapeReview } from "./shape-review.tsx";

type Part = "columns" | "join" | "position" | "shape";

interface FileScreenProps {
  readonly world: World;
  readonly file: HeldSource;
  onBack(): void;
}

function partsOf({ name, role }: HeldSource, world: World): Part[] {
  const ledger = world.ledgers.find((one) => one.source === name);
  const position = world.positions.find((one) => one.source === name);
  const columns = ledger || columnsOf(world, name).length > 0 ? (["columns"] as const) : [];
  const isBarriers = role === "barriers";
  return [
    ...(isBarriers ? [] : columns),
    ...(ledger ? (["join"] as const) : []),
    ...(position ? (["position"] as const) : []),
    ...(isBarriers ? columns : []),
    ...(role === "compounds" ? (["shape"] as const) : []),
  ];
}

/** The part that has a question comes first. */
function firstPart(parts: readonly Part[], { name }: HeldSource, world: World): Part | null {
  const position = world.positions.find((one) => one.source === name);
  const ledger = world.ledgers.find((one) => one.source === name);
  if (position && !position.placed && position.sample !== null) return "position";
  if (ledger?.rows.some(({ state }) => state === "doubtful")) return "join";
  return position?.toConfirm ? "position" : (parts[0] ?? null);
}

/** One file: its columns, its rows beside the compounds, its coordinates, its shapes. */
export function FileScreen({ world, file, onBack }: FileScreenProps) {
  const t = useIntakeWords();
  const { name, role } = file;
  const decided = useApp(({ reading }) => decidedOn(reading, name));
  const parts = partsOf(file, world);
  const [chosen, setChosen] = useState<Part | null>(() => firstPart(parts, file, world));
  const part = chosen !== null && parts.includes(chosen) ? chosen : (parts[0] ?? null);
  const ledger = world.ledgers.find((one) => one.source === name);
  const position = world.positions.find((one) => one.source === name);
  return (
    <div className={classes.screen}>
      <div className={classes.screenHead}>
        <Tooltip label={t("file.back")}>
          <ActionIcon aria-label={t("file.back")} onClick={onBack} autoFocus>
            <IconArrowLeft size={18} />
          </ActionIcon>
        </Tooltip>
        <h2>{name}</h2>
        <RoleSelect source={name} role={role} />
        <RemoveFile source={name} onRemoved={onBack} />
      </div>
      <div className={classes.parts}>
        {part !== null && (
          <SegmentedControl
            fullWidth
            aria-label={t("file.part")}
            value={part}
            data={parts.map((value) => ({ value, label: t(`file.${value}`) }))}
            onChange={(value) => setChosen(value as Part)}
          />
        )}
        {part === null && <p className={classes.note}>{t("column.nothing")}</p>}
      </div>
      {part === "columns" && <ColumnReview world={world} source={name} decided={decided} />}
      {part === "join" && ledger && <JoinReview world={world} ledger={ledger} decided={decided} />}
      {part === "position" && position && (
        <PositionReview world={world} role={role} position={position} decided={decided} />
      )}
      {part === "shape" && <ShapeReview world={world} source={name} decided={decided} />}
    </div>
  );
}

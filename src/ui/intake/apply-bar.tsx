import { Button } from "@mantine/core";
import { useApp } from "../store-context.tsx";
import classes from "./intake.module.css";
import { useIntakeWords } from "./intake-words.ts";

interface ApplyBarProps {
  /** changes that wait */
  readonly count: number;
  onApply(): void;
  onDrop(): void;
}

/** Says how many decisions wait, and applies them all at once: each reading takes a while. */
export function ApplyBar({ count, onApply, onDrop }: ApplyBarProps) {
  const t = useIntakeWords();
  const busy = useApp((state) => state.busy?.task === "read");
  return (
    <div className={classes.applyBar} data-waiting={count > 0}>
      <output className={classes.applyWords}>
        {count > 0 ? t("file.changes", { n: count }) : ""}
      </output>
      {count > 0 && (
        <>
          <Button variant="default" onClick={onDrop}>
            {t("file.drop")}
          </Button>
          <Button onClick={onApply} loading={busy}>
            {t("file.reread")}
          </Button>
        </>
      )}
    </div>
  );
}

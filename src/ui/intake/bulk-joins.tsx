import { Button } from "@mantine/core";
import { IconArrowBackUp, IconChecks } from "@tabler/icons-react";
import { useMemo } from "react";
import type { FileReading, LedgerReading } from "../../core/index.ts";
import { useFormat } from "../format.ts";
import classes from "./intake.module.css";
import { useIntakeWords } from "./intake-words.ts";
import { CLEAR, findClearJoins, type JoinDraft } from "./join-rows.ts";

interface BulkJoinsProps {
  readonly ledger: LedgerReading;
  readonly decided: FileReading;
  readonly draft: JoinDraft;
  onDraft(draft: JoinDraft): void;
}

/** Accepts all rows with one clear candidate at once, and takes decisions back at once. */
export function BulkJoins({ ledger, decided, draft, onDraft }: BulkJoinsProps) {
  const t = useIntakeWords();
  const format = useFormat();
  const clear = useMemo(() => findClearJoins(ledger, draft), [ledger, draft]);
  const open = [...clear].filter(([key]) => !Object.hasOwn(draft, key));
  const accepted = [...clear].filter(([key, id]) => draft[key] === id);
  const standing = Object.keys(decided.joins).filter((key) => !Object.hasOwn(draft, key));
  const rowsOf = (pairs: readonly (readonly [string, string])[]) => {
    const keys = new Set(pairs.map(([key]) => key));
    return format.int(ledger.rows.filter(({ key }) => keys.has(key)).length);
  };
  const isTaken = open.length === 0;
  const takeBack = () => {
    const keys = new Set(accepted.map(([key]) => key));
    onDraft(Object.fromEntries(Object.entries(draft).filter(([key]) => !keys.has(key))));
  };
  if (clear.size === 0 && standing.length < 2) return null;
  return (
    <div className={classes.bulk}>
      {/* One button that changes its words, so that the keyboard stays where it is. */}
      {(open.length > 0 || accepted.length > 0) && (
        <Button
          variant="default"
          classNames={{ root: classes.bulkButton, label: classes.bulkLabel }}
          leftSection={
            isTaken ? (
              <IconArrowBackUp size={16} aria-hidden />
            ) : (
              <IconChecks size={16} aria-hidden />
            )
          }
          onClick={isTaken ? takeBack : () => onDraft({ ...draft, ...Object.fromEntries(open) })}
        >
          {isTaken
            ? t("join.takeBack", { n: rowsOf(accepted) })
            : t("join.acceptAll", { n: rowsOf(open), percent: format.percent(CLEAR, 0) })}
        </Button>
      )}
      {standing.length > 1 && (
        <Button
          variant="default"
          classNames={{ root: classes.bulkButton, label: classes.bulkLabel }}
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          onClick={() =>
            onDraft({ ...draft, ...Object.fromEntries(standing.map((key) => [key, null])) })
          }
        >
          {t("join.withdrawAll", { n: format.int(standing.length) })}
        </Button>
      )}
    </div>
  );
}

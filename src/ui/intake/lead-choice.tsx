import { Select } from "@mantine/core";
import type { Issue, World } from "../../core/index.ts";
import { decidedOn } from "../../store/reading-offers.ts";
import type { HeldSource } from "../../worker/held-text.ts";
import { useActions, useApp } from "../store-context.tsx";
import classes from "./intake.module.css";
import { useIntakeWords } from "./intake-words.ts";

const DIFFERENCES: ReadonlySet<Issue["code"]> = new Set([
  "ledgers-differ",
  "ledgers-differ-undated",
  "ledger-differs-from-layer",
]);
/** No file can be called so. */
const AUTOMATIC = "";

interface LeadChoiceProps {
  readonly world: World;
  readonly sources: readonly HeldSource[];
}

/** Whose figures stand where files tell different ones; shown only where some do, or once chosen. */
export function LeadChoice({ world, sources }: LeadChoiceProps) {
  const t = useIntakeWords();
  const { leadWith } = useActions();
  const isBusy = useApp((state) => state.busy !== null);
  const reading = useApp((state) => state.reading);
  const leading = sources.find(({ name }) => decidedOn(reading, name).leads)?.name ?? AUTOMATIC;
  const isAsked = world.issues.some(({ code }) => DIFFERENCES.has(code));
  if (!isAsked && leading === AUTOMATIC) return null;
  const names = sources
    .filter(({ role }) => role === "ledger" || role === "compounds")
    .map(({ name }) => name);
  return (
    <Select
      className={classes.lead}
      label={t("lead.label")}
      description={t("lead.note")}
      value={leading}
      data={[
        { value: AUTOMATIC, label: t("lead.automatic") },
        ...[...new Set(names)].map((value) => ({ value, label: value })),
      ]}
      allowDeselect={false}
      disabled={isBusy}
      onChange={(value) => {
        if (value !== null && value !== leading) void leadWith(value === AUTOMATIC ? null : value);
      }}
    />
  );
}

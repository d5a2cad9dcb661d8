import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { PlacedCandidate } from "../../core/index.ts";
import classes from "./intake.module.css";
import { useIntakeWords } from "./intake-words.ts";

interface OtherCodeProps {
  /** null: no such system, or the file's positions have no place in it */
  readonly place: (crs: string) => Promise<PlacedCandidate | null>;
  readonly onPlaced: (placed: PlacedCandidate) => void;
}

/** A system that is not in the list, by its code: shown like the others, and confirmed like them. */
export function OtherCode({ place, onPlaced }: OtherCodeProps) {
  const t = useIntakeWords();
  const [code, setCode] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const digits = /^(?:EPSG:)?(\d{4,5})$/i.exec(code.trim())?.[1] ?? null;
  const show = async (crs: string) => {
    const placed = await place(crs);
    setRefused(placed === null ? crs : null);
    if (placed !== null) onPlaced(placed);
  };
  return (
    <form
      className={classes.other}
      onSubmit={(event) => {
        event.preventDefault();
        if (digits !== null) void show(`EPSG:${digits}`);
      }}
    >
      <TextInput
        label={t("position.other")}
        placeholder="EPSG:4544"
        value={code}
        error={refused !== null}
        onChange={(event) => {
          setCode(event.currentTarget.value);
          setRefused(null);
        }}
      />
      <Button type="submit" variant="default" disabled={digits === null}>
        {t("position.otherUse")}
      </Button>
      {refused !== null && (
        <p className={classes.otherRefused} role="alert">
          {t("position.unknown", { code: refused })}
        </p>
      )}
    </form>
  );
}

import { NumberInput, type NumberInputProps } from "@mantine/core";
import { useEffect, useState } from "react";

interface CommitNumberProps
  extends Omit<NumberInputProps, "value" | "onChange" | "onBlur" | "onKeyDown"> {
  readonly value: number;
  onCommit(value: number): void;
}

/** A number that counts once the person is done with it: on Enter or when leaving the field. */
export function CommitNumber({ value, onCommit, ...rest }: CommitNumberProps) {
  const [draft, setDraft] = useState<number | string>(value);
  useEffect(() => setDraft(value), [value]);
  const commit = () => {
    const next = typeof draft === "number" ? draft : Number.parseFloat(draft);
    if (!Number.isFinite(next)) setDraft(value);
    else if (next !== value) onCommit(next);
  };
  return (
    <NumberInput
      {...rest}
      value={draft}
      onChange={setDraft}
      onBlur={commit}
      onKeyDown={(event) => event.key === "Enter" && commit()}
    />
  );
}

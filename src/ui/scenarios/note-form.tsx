import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useCompareWords } from "../compare/compare-words.ts";
import { useActions } from "../store-context.tsx";
import classes from "./scenarios.module.css";

interface NoteFormProps {
  readonly id: string;
  readonly note: string;
  onDone(): void;
}

/** The note of a scenario, to be written. */
export function NoteForm({ id, note, onDone }: NoteFormProps) {
  const words = useCompareWords();
  const { annotateScenario } = useActions();
  const [text, setText] = useState(note);
  return (
    <form
      className={classes.noteForm}
      onSubmit={(event) => {
        event.preventDefault();
        annotateScenario(id, text);
        onDone();
      }}
    >
      <Textarea
        aria-label={words("scenario.note")}
        autosize
        minRows={2}
        autoFocus
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={({ key }) => key === "Escape" && onDone()}
      />
      <Button type="submit">{words("scenario.save")}</Button>
    </form>
  );
}

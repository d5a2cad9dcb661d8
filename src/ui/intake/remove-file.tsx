import { ActionIcon, Tooltip } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useActions, useApp } from "../store-context.tsx";
import { useIntakeWords } from "./intake-words.ts";

interface RemoveFileProps {
  readonly source: string;
  onRemoved?(): void;
}

/** Takes a file out of the project; not the last one of compounds, without which nothing is left. */
export function RemoveFile({ source, onRemoved }: RemoveFileProps) {
  const t = useIntakeWords();
  const { removeFile } = useActions();
  const isBusy = useApp((state) => state.busy !== null);
  const isNeeded = useApp(({ sources }) => {
    const compounds = sources.filter(({ role }) => role === "compounds");
    return compounds.length === 1 && compounds[0].name === source;
  });
  if (isNeeded) return null;
  const label = t("file.remove", { file: source });
  return (
    <Tooltip label={label}>
      <ActionIcon
        aria-label={label}
        disabled={isBusy}
        onClick={() => {
          onRemoved?.();
          void removeFile(source);
        }}
      >
        <IconTrash size={17} />
      </ActionIcon>
    </Tooltip>
  );
}

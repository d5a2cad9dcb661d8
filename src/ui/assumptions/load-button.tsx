import { Button, FileButton } from "@mantine/core";
import { IconFolderOpen } from "@tabler/icons-react";
import { useRef } from "react";
import type { NamedText } from "../../store/state.ts";

interface LoadButtonProps {
  readonly label: string;
  readonly disabled: boolean;
  onLoad(file: NamedText): void;
}

/** Reads one text file that a person picks; the same one may be picked again. */
export function LoadButton({ label, disabled, onLoad }: LoadButtonProps) {
  const reset = useRef<() => void>(null);
  const load = async (file: File | null) => {
    if (file) onLoad({ name: file.name, text: await file.text() });
    reset.current?.();
  };
  return (
    <FileButton
      accept=".json,application/json"
      resetRef={reset}
      inputProps={{ "aria-label": label, tabIndex: -1 }}
      onChange={(file) => void load(file)}
    >
      {(props) => (
        <Button
          {...props}
          variant="default"
          disabled={disabled}
          leftSection={<IconFolderOpen size={15} aria-hidden />}
        >
          {label}
        </Button>
      )}
    </FileButton>
  );
}

import { Kbd, Modal, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "../edit/edit.module.css";
import { useEditWords } from "../edit/edit-words.ts";
import { EDIT_SHORTCUTS } from "../edit/shortcut-list.ts";

const SHORTCUTS = [
  { keys: "Ctrl Z", what: "help.undo" },
  { keys: "Ctrl Shift Z", what: "help.redo" },
  { keys: "Shift / Ctrl", what: "help.add" },
  { keys: "M", what: "help.merge" },
  { keys: "F", what: "help.fit" },
  { keys: "Z", what: "help.zoom" },
  { keys: "1 – 6", what: "help.tabs" },
  { keys: "7", what: "help.compare" },
  { keys: "?", what: "help.help" },
] as const;

interface HelpDialogProps {
  readonly opened: boolean;
  onClose(): void;
}

/** Every keyboard shortcut. */
export function HelpDialog({ opened, onClose }: HelpDialogProps) {
  const { t } = useTranslation();
  const { t: words } = useEditWords();
  const view = SHORTCUTS.map(({ keys, what }) => ({ keys, text: t(what) }));
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("help.title")}
      size="lg"
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <KeyTable title={words("keys.view")} rows={view} />
      {EDIT_SHORTCUTS.map(({ title, list }) => (
        <KeyTable
          key={title}
          title={words(title)}
          rows={list.map(({ keys, what, tool }) => ({
            keys,
            text: words(what, tool && { name: words(tool) }),
          }))}
        />
      ))}
      <Text size="sm" mt={12}>
        {t("help.links")}
      </Text>
    </Modal>
  );
}

interface KeyTableProps {
  readonly title: string;
  readonly rows: readonly { readonly keys: string; readonly text: string }[];
}

function KeyTable({ title, rows }: KeyTableProps) {
  return (
    <>
      <h3 className={classes.keyGroup}>{title}</h3>
      <Table aria-label={title}>
        <Table.Tbody>
          {rows.map(({ keys, text }) => (
            <Table.Tr key={`${keys} ${text}`}>
              <Table.Td w={150}>
                <Kbd>{keys}</Kbd>
              </Table.Td>
              <Table.Td>{text}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

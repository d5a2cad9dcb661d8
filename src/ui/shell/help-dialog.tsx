import { Kbd, Modal, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

const SHORTCUTS = [
  { keys: "Ctrl Z", what: "help.undo" },
  { keys: "Ctrl Shift Z", what: "help.redo" },
  { keys: "Shift / Ctrl", what: "help.add" },
  { keys: "M", what: "help.merge" },
  { keys: "F", what: "help.fit" },
  { keys: "Z", what: "help.zoom" },
  { keys: "Esc", what: "help.clear" },
  { keys: "1 – 6", what: "help.tabs" },
  { keys: "?", what: "help.help" },
] as const;

interface HelpDialogProps {
  readonly opened: boolean;
  onClose(): void;
}

/** Every keyboard shortcut. */
export function HelpDialog({ opened, onClose }: HelpDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("help.title")}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <Table>
        <Table.Tbody>
          {SHORTCUTS.map(({ keys, what }) => (
            <Table.Tr key={what}>
              <Table.Td w={150}>
                <Kbd>{keys}</Kbd>
              </Table.Td>
              <Table.Td>{t(what)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" mt={12}>
        {t("help.links")}
      </Text>
    </Modal>
  );
}

import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconDownload, IconFileExport, IconFiles, IconFileText } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useActions, useApp } from "../store-context.tsx";
import { ExportDialog } from "./export-dialog.tsx";
import { saveFile } from "./save-file.ts";

/** Files of a plan (DESIGN §5) that can be taken one by one. */
const FILES = [
  { name: "districts.geojson", label: "export.districts" },
  { name: "compounds.geojson", label: "export.compounds" },
  { name: "scenario.pianqu.json", label: "export.scenario" },
  { name: "report.json", label: "export.report" },
] as const;

/** Takes the active scenario out of the page. */
export function ExportMenu({ compact = false }: { readonly compact?: boolean }) {
  const { t } = useTranslation();
  const { exportFiles } = useActions();
  const [dialog, setDialog] = useState(false);
  const { ready, working } = useApp(({ activeId, busy }) => ({
    ready: activeId !== null && busy === null,
    working: busy?.task === "export",
  }));
  const save = async (wanted: string | null) => {
    for (const file of await exportFiles({ format: "plan" })) {
      if (wanted === null || file.name.endsWith(wanted)) saveFile(file);
    }
  };
  return (
    <>
      <Menu position="bottom-end" disabled={!ready}>
        <Menu.Target>
          {compact ? (
            <ActionIcon aria-label={t("export.title")} disabled={!ready} loading={working}>
              <IconDownload size={20} />
            </ActionIcon>
          ) : (
            <Button leftSection={<IconDownload size={16} />} disabled={!ready} loading={working}>
              {t("export.title")}
            </Button>
          )}
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            mih={compact ? 44 : 34}
            leftSection={<IconFiles size={16} />}
            onClick={() => void save(null)}
          >
            {t("export.all")}
          </Menu.Item>
          <Menu.Item
            mih={compact ? 44 : 34}
            leftSection={<IconFileExport size={16} />}
            onClick={() => setDialog(true)}
          >
            {t("export.more")}
          </Menu.Item>
          <Menu.Divider />
          {FILES.map(({ name, label }) => (
            <Menu.Item
              key={name}
              mih={compact ? 44 : 34}
              leftSection={<IconFileText size={16} />}
              onClick={() => void save(name)}
            >
              {t(label)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ExportDialog opened={dialog} compact={compact} onClose={() => setDialog(false)} />
    </>
  );
}

import { Dropzone } from "@mantine/dropzone";
import { IconFileImport } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useOpenFiles } from "./use-open-files.ts";

/** The whole window takes files; the overlay shows while they hover over it. */
export function DropArea() {
  const { t } = useTranslation();
  const { open } = useOpenFiles();
  return (
    <Dropzone.FullScreen
      active
      onDrop={(files) => void open(files)}
      styles={{ inner: { pointerEvents: "none" } }}
    >
      <div style={{ display: "grid", placeItems: "center", gap: 12, minHeight: "60vh" }}>
        <div style={{ display: "grid", justifyItems: "center", gap: 10, textAlign: "center" }}>
          <IconFileImport size={48} stroke={1.4} aria-hidden />
          <div style={{ fontSize: 20, fontWeight: 600 }}>{t("data.dropTitle")}</div>
          <div>{t("data.dropHint")}</div>
        </div>
      </div>
    </Dropzone.FullScreen>
  );
}

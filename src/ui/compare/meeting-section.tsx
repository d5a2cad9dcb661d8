import { Button, SegmentedControl } from "@mantine/core";
import { IconDownload, IconPhoto, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import type { OutputFile } from "../../core/index.ts";
import { saveFile } from "../export/save-file.ts";
import { useScenarioName } from "../scenarios/scenario-name.ts";
import { useActions, useApp } from "../store-context.tsx";
import classes from "./compare.module.css";
import { useCompareWords } from "./compare-words.ts";
import { drawPng } from "./draw-png.ts";
import { printPage } from "./print-page.ts";
import type { Compared } from "./use-compared.ts";

/** Papers to take to the meeting: a brief to print, pictures for slides. */
export function MeetingSection({
  compared: { comparison, names },
}: {
  readonly compared: Compared;
}) {
  const t = useCompareWords();
  const { exportFiles } = useActions();
  const nameOf = useScenarioName();
  const isBusy = useApp((state) => state.busy !== null);
  const [wanted, setWanted] = useState(0);
  const [fault, setFault] = useState(false);
  const main = Math.min(wanted, comparison.sides.length - 1);
  const ids = comparison.sides.map(({ id }) => id);
  const order = [ids[main], ...ids.filter((_, k) => k !== main)];
  const make = async (
    format: "brief" | "slides",
    use: (file: OutputFile) => Promise<void> | void,
  ) => {
    setFault(false);
    for (const file of await exportFiles({ format }, order, nameOf)) await use(file);
  };
  const savePng = async (file: OutputFile) => {
    const png = "text" in file ? await drawPng(file.text) : null;
    if (png) saveFile({ name: file.name.replace(/\.svg$/, ".png"), bytes: png });
    else setFault(true);
  };
  const button = (words: Parameters<typeof t>[0], icon: React.ReactNode, run: () => unknown) => (
    <Button variant="default" leftSection={icon} disabled={isBusy} onClick={() => void run()}>
      {t(words)}
    </Button>
  );
  return (
    <>
      <div className={classes.row}>
        <span>{t("meet.of")}</span>
        <SegmentedControl
          aria-label={t("meet.of")}
          className={classes.segments}
          value={String(main)}
          onChange={(value) => setWanted(Number(value))}
          data={comparison.sides.map((_, k) => ({ value: String(k), label: names[k] }))}
        />
        {isBusy && <span role="status">{t("meet.working")}</span>}
      </div>
      <h3>{t("meet.brief")}</h3>
      <p className={classes.hint}>{t("meet.briefHint")}</p>
      <div className={classes.row}>
        {button("meet.saveBrief", <IconDownload size={16} />, () => make("brief", saveFile))}
        {button("meet.print", <IconPrinter size={16} />, () => make("brief", printPage))}
      </div>
      <h3>{t("meet.slides")}</h3>
      <p className={classes.hint}>{t("meet.slidesHint")}</p>
      <div className={classes.row}>
        {button("meet.saveSvg", <IconDownload size={16} />, () => make("slides", saveFile))}
        {button("meet.savePng", <IconPhoto size={16} />, () => make("slides", savePng))}
      </div>
      {fault && <p role="alert">{t("meet.pngFailed")}</p>}
    </>
  );
}

import { ActionIcon, Button, Progress, Tabs } from "@mantine/core";
import { IconArrowLeft, IconDownload } from "@tabler/icons-react";
import { type ComponentType, memo, useDeferredValue, useEffect, useRef } from "react";
import { isTyping } from "../edit/typing.ts";
import { saveFile } from "../export/save-file.ts";
import { useActions, useApp } from "../store-context.tsx";
import { CertaintySection } from "./certainty-section.tsx";
import classes from "./compare.module.css";
import { useCompareWords } from "./compare-words.ts";
import { IndicatorSection } from "./indicator-section.tsx";
import { MapSection } from "./map-section.tsx";
import { MeetingSection } from "./meeting-section.tsx";
import { MoneySection } from "./money-section.tsx";
import { MovesSection } from "./moves-section.tsx";
import { PhaseSection } from "./phase-section.tsx";
import { SideChooser } from "./side-chooser.tsx";
import { type Compared, useCompared } from "./use-compared.ts";
import { useTurn } from "./use-turn.ts";
import { WeightSection } from "./weight-section.tsx";
import { WinnersSection } from "./winners-section.tsx";

interface SectionProps {
  readonly compared: Compared;
}

/** Drawn anew only when what it shows has changed. */
const section = (part: ComponentType<SectionProps>) => memo(part);

const SECTIONS = {
  indicators: section(IndicatorSection),
  maps: section(MapSection),
  moves: section(MovesSection),
  winners: section(WinnersSection),
  money: section(MoneySection),
  certainty: section(CertaintySection),
  weights: section(WeightSection),
  phases: section(PhaseSection),
  meeting: section(MeetingSection),
} as const;

type SectionName = keyof typeof SECTIONS;
const NAMES = Object.keys(SECTIONS) as SectionName[];

/** Scenarios side by side over the whole page. */
export function CompareView({ onClose }: { onClose(): void }) {
  const t = useCompareWords();
  const { writeComparison } = useActions();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    const press = ({ key, target }: KeyboardEvent) => {
      const isDialog = document.querySelector('[aria-modal="true"]') !== null;
      if (key === "Escape" && !isDialog && !isTyping(target)) onClose();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [onClose]);
  const compared = useCompared();
  const isDone = compared?.comparison.status === "done";
  const save = async () => {
    const file = await writeComparison();
    if (file) saveFile(file);
  };
  return (
    <main className={classes.view} aria-label={t("view.title")} data-compare>
      <div className={classes.head}>
        <ActionIcon aria-label={t("view.close")} onClick={onClose}>
          <IconArrowLeft size={18} />
        </ActionIcon>
        <h2 ref={heading} tabIndex={-1}>
          {t("view.title")}
        </h2>
        <span className={classes.spacer} />
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          disabled={!isDone}
          onClick={() => void save()}
        >
          {t("view.save")}
        </Button>
      </div>
      <p className={classes.hint}>{t("view.note")}</p>
      <SideChooser compared={compared} />
      {compared ? <Sections compared={compared} /> : <p>{t("view.empty")}</p>}
    </main>
  );
}

/** How far it is; nothing else follows the progress. */
function RunningBar() {
  const t = useCompareWords();
  const done = useApp(({ comparison }) => comparison?.done ?? 0);
  return (
    <Progress className={classes.progress} value={done * 100} aria-label={t("view.running")} />
  );
}

function Sections({ compared }: { readonly compared: Compared }) {
  const t = useCompareWords();
  const { stopComparing } = useActions();
  const [name, setName, isTurning] = useTurn<SectionName>("indicators");
  // Sections are drawn in pieces, so that stopping and leaving are heard meanwhile.
  const shown = useDeferredValue(compared);
  const { comparison, isOutdated } = compared;
  const status = shown === compared ? comparison.status : "running";
  return (
    <>
      {comparison.status === "running" && (
        <div className={classes.row} role="status">
          <span>{t("view.running")}</span>
          <RunningBar />
          <Button variant="default" onClick={stopComparing}>
            {t("view.stop")}
          </Button>
        </div>
      )}
      {comparison.status === "stopped" && <p role="status">{t("view.stopped")}</p>}
      {isOutdated && <p role="status">{t("view.outdated")}</p>}
      <Tabs
        value={name}
        onChange={(value) => setName(value as SectionName)}
        keepMounted={false}
        data-status={status}
        aria-busy={isTurning}
      >
        <Tabs.List aria-label={t("view.sections")} className={classes.tabs}>
          {NAMES.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {NAMES.map((one) => {
          const Section = SECTIONS[one];
          return (
            <Tabs.Panel key={one} value={one} className={classes.panel}>
              <Section compared={shown} />
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </>
  );
}

import { Tabs, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AssumptionPanel } from "../assumptions/assumption-panel.tsx";
import { DataPanel } from "../data/data-panel.tsx";
import { DetailCard } from "../detail/detail-card.tsx";
import { DistrictPanel } from "../districts/district-panel.tsx";
import { PreviewCard } from "../edit/preview-card.tsx";
import { LinkPanel } from "../links/link-panel.tsx";
import { PlanPanel } from "../plan/plan-panel.tsx";
import { ScenarioPanel } from "../scenarios/scenario-panel.tsx";
import { useApp } from "../store-context.tsx";
import classes from "./shell.module.css";

/** The panels, in the order of the work. */
export const PANELS = ["data", "links", "plan", "districts", "assumptions", "scenarios"] as const;
export type PanelName = (typeof PANELS)[number];

interface SidePanelProps {
  readonly panel: PanelName;
  readonly touch: boolean;
  readonly wide: boolean;
  /** out of reach, as something lies over it */
  readonly covered: boolean;
  onPanel(panel: PanelName): void;
  onCompare(): void;
  onWide(wide: boolean): void;
}

const SHEETS = ["low", "half", "high"] as const;

/** The tabs beside the map; on narrow screens a sheet below it that also holds the details. */
export function SidePanel({ panel, touch, wide, covered, ...on }: SidePanelProps) {
  const { onPanel, onWide, onCompare } = on;
  const { t } = useTranslation();
  const selection = useApp((state) => state.selection);
  const [sheet, setSheet] = useState<(typeof SHEETS)[number]>("half");
  const hasPreview = useApp(({ preview }) => preview !== null);
  const showDetail = touch && (selection !== null || hasPreview);
  const nextSheet = SHEETS[(SHEETS.indexOf(sheet) + 1) % SHEETS.length];
  return (
    <nav
      className={classes.panel}
      inert={covered}
      data-sheet={touch ? sheet : undefined}
      aria-label={t("panel.title")}
    >
      <UnstyledButton
        className={classes.sheetHandle}
        aria-label={t(`panel.sheet_${nextSheet}`)}
        onClick={() => setSheet(nextSheet)}
      >
        <span className={classes.grip} />
      </UnstyledButton>
      {showDetail && sheet !== "low" ? (
        <CardOnTop hasPreview={hasPreview} />
      ) : (
        <Tabs
          value={panel}
          onChange={(value) => {
            onPanel(value as PanelName);
            if (sheet === "low") setSheet("half");
          }}
          keepMounted={false}
          classNames={{
            root: classes.tabsRoot,
            tab: classes.tab,
            tabLabel: classes.tabLabel,
          }}
        >
          <Tabs.List grow className={classes.tabs} aria-label={t("panel.title")}>
            {PANELS.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`panel.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {PANELS.map((name) => (
            <Tabs.Panel key={name} value={name} className={classes.body} tabIndex={0}>
              {name === "data" && <DataPanel />}
              {name === "links" && <LinkPanel />}
              {name === "plan" && <PlanPanel />}
              {name === "districts" && <DistrictPanel wide={wide} onWide={onWide} />}
              {name === "assumptions" && <AssumptionPanel />}
              {name === "scenarios" && (
                <ScenarioPanel onCompare={onCompare} onAssume={() => onPanel("assumptions")} />
              )}
            </Tabs.Panel>
          ))}
        </Tabs>
      )}
    </nav>
  );
}

/** What waits to be accepted comes before what is selected. */
function CardOnTop({ hasPreview }: { readonly hasPreview: boolean }) {
  return hasPreview ? <PreviewCard /> : <DetailCard />;
}

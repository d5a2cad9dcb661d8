import { ActionIcon, Button, SegmentedControl, Text, TextInput, Tooltip } from "@mantine/core";
import {
  IconArrowMerge,
  IconArrowsMaximize,
  IconArrowsMinimize,
  IconSearch,
} from "@tabler/icons-react";
import { memo, useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEditWords } from "../edit/edit-words.ts";
import { PlanFindings, useAllFindings } from "../edit/finding-list.tsx";
import { useFormat } from "../format.ts";
import { type ShownPlan, useActions, useApp, useShownPlan } from "../store-context.tsx";
import { useIsTouch } from "../use-is-touch.ts";
import { buildDistrictRows } from "./district-rows.ts";
import { DistrictTable } from "./district-table.tsx";
import classes from "./districts.module.css";

interface DistrictPanelProps {
  readonly wide: boolean;
  onWide(wide: boolean): void;
}

/**
 * The table of districts with its search, merge and totals. It follows the plan between frames, so that
 * an edit is on the map before it is in the table.
 */
export function DistrictPanel(props: DistrictPanelProps) {
  return <Districts plan={useDeferredValue(useShownPlan())} {...props} />;
}

const Districts = memo(function Districts({
  plan,
  wide,
  onWide,
}: DistrictPanelProps & { readonly plan: ShownPlan | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const touch = useIsTouch();
  const [search, setSearch] = useState("");
  const [view, setView] = useState<View>("table");
  const rows = useMemo(() => (plan ? buildDistrictRows(plan) : []), [plan]);
  const shown = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    if (wanted === "") return rows;
    return rows.filter(({ id, name, community }) =>
      `${id} ${name} ${community}`.toLowerCase().includes(wanted),
    );
  }, [rows, search]);
  const households = rows.reduce((sum, row) => sum + row.estimate.households, 0);
  const netCostYuan = rows.reduce((sum, row) => sum + row.estimate.netCostYuan, 0);
  if (view === "findings")
    return (
      <>
        <ViewChoice view={view} onView={setView} />
        <PlanFindings />
      </>
    );
  return (
    <>
      <ViewChoice view={view} onView={setView} />
      <div className={classes.bar}>
        <TextInput
          style={{ flex: 1 }}
          aria-label={t("table.search")}
          placeholder={t("table.search")}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <MergeButton />
        {!touch && (
          <Tooltip label={t(wide ? "table.narrow" : "table.wide")}>
            <ActionIcon
              aria-label={t(wide ? "table.narrow" : "table.wide")}
              onClick={() => onWide(!wide)}
            >
              {wide ? <IconArrowsMinimize size={16} /> : <IconArrowsMaximize size={16} />}
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed" px={16} flex={1}>
          {t("table.none")}
        </Text>
      ) : (
        <DistrictTable rows={shown} columns={wide || touch ? "all" : "main"} />
      )}
      <div className={classes.foot}>
        {t("table.totals", {
          districts: format.int(rows.length),
          households: format.int(households),
          netCost: format.yuan(netCostYuan),
        })}
      </div>
    </>
  );
});

type View = "table" | "findings";

/** The table of districts, or the validity of the whole plan. */
function ViewChoice({ view, onView }: { readonly view: View; onView(view: View): void }) {
  const { t } = useEditWords();
  return (
    <SegmentedControl
      className={classes.view}
      aria-label={t("finding.title")}
      value={view}
      data={[
        { value: "table", label: t("finding.table") },
        { value: "findings", label: <FindingTotal /> },
      ]}
      onChange={(value) => onView(value as View)}
    />
  );
}

function FindingTotal() {
  const { t } = useEditWords();
  return t("finding.list", { total: useAllFindings().length });
}

function MergeButton() {
  const { t } = useTranslation();
  const { previewEdit } = useActions();
  const selection = useApp((state) => state.selection);
  const indices = selection?.kind === "districts" ? selection.indices : [];
  return (
    <Tooltip label={t("edit.mergeHint")}>
      <Button
        variant="default"
        leftSection={<IconArrowMerge size={15} />}
        disabled={indices.length < 2}
        onClick={() => previewEdit({ kind: "merge", districts: indices })}
      >
        {t("edit.merge")}
      </Button>
    </Tooltip>
  );
}

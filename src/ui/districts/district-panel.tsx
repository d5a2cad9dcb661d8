import { ActionIcon, Button, Text, TextInput, Tooltip } from "@mantine/core";
import {
  IconArrowMerge,
  IconArrowsMaximize,
  IconArrowsMinimize,
  IconSearch,
} from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import { useActions, useApp, useScenario } from "../store-context.tsx";
import { useIsTouch } from "../use-is-touch.ts";
import { buildDistrictRows } from "./district-rows.ts";
import { DistrictTable } from "./district-table.tsx";
import classes from "./districts.module.css";

interface DistrictPanelProps {
  readonly wide: boolean;
  onWide(wide: boolean): void;
}

/** The table of districts with its search, merge and totals. */
export function DistrictPanel({ wide, onWide }: DistrictPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const touch = useIsTouch();
  const world = useApp((state) => state.world);
  const scenario = useScenario();
  const [search, setSearch] = useState("");
  const rows = useMemo(
    () => (world && scenario ? buildDistrictRows(world, scenario) : []),
    [world, scenario],
  );
  const shown = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    if (wanted === "") return rows;
    return rows.filter(({ id, name, community }) =>
      `${id} ${name} ${community}`.toLowerCase().includes(wanted),
    );
  }, [rows, search]);
  const households = rows.reduce((sum, row) => sum + row.estimate.households, 0);
  const netCostYuan = rows.reduce((sum, row) => sum + row.estimate.netCostYuan, 0);
  return (
    <>
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
}

function MergeButton() {
  const { t } = useTranslation();
  const { mergeDistricts } = useActions();
  const selection = useApp((state) => state.selection);
  const indices = selection?.kind === "districts" ? selection.indices : [];
  return (
    <Tooltip label={t("edit.mergeHint")}>
      <Button
        variant="default"
        leftSection={<IconArrowMerge size={15} />}
        disabled={indices.length < 2}
        onClick={() => mergeDistricts(indices)}
      >
        {t("edit.merge")}
      </Button>
    </Tooltip>
  );
}

import { Progress } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../format.ts";
import { totalScenario } from "../plan/result-summary.tsx";
import { useApp, useScenario } from "../store-context.tsx";
import classes from "./map.module.css";

/** What the program is doing right now, and, for screen readers, what came of it. */
export function MapStatus() {
  const { t } = useTranslation();
  const busy = useApp((state) => state.busy);
  return (
    <>
      {busy && (
        <div className={classes.status}>
          <Progress
            size={4}
            radius={0}
            value={(busy.done ?? 1) * 100}
            animated={busy.done === null}
            aria-label={t(`busy.${busy.task}`)}
          />
          <div className={classes.statusText}>{t(`busy.${busy.task}`)}</div>
        </div>
      )}
      <Announcer />
    </>
  );
}

function Announcer() {
  const { t } = useTranslation();
  const format = useFormat();
  const { world, busy, selection } = useApp(({ world, busy, selection }) => ({
    world,
    busy,
    selection,
  }));
  const scenario = useScenario();
  const [words, setWords] = useState("");
  const zoning = scenario?.zoning;
  // biome-ignore lint/correctness/useExhaustiveDependencies: speaks once per new zoning, when the work is over
  useEffect(() => {
    if (busy || !world || !scenario) return;
    const total = totalScenario(world, scenario);
    setWords(
      t("live.result", {
        districts: format.int(total.districts),
        households: format.int(total.households),
        leftOut: format.int(total.leftOut),
        netCost: format.yuan(total.netCostYuan),
      }),
    );
  }, [zoning, busy === null]);
  useEffect(() => {
    if (selection) setWords(t(`live.${selection.kind}`, { total: selection.indices.length }));
  }, [selection, t]);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {words}
    </div>
  );
}

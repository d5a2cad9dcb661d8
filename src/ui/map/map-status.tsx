import { Button, Progress } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PairByHand } from "../../core/index.ts";
import type { Busy } from "../../store/state.ts";
import { useFormat } from "../format.ts";
import { findLinkEdit } from "../links/link-edit.ts";
import { totalScenario } from "../plan/result-summary.tsx";
import { useActions, useApp, useScenario } from "../store-context.tsx";
import classes from "./map.module.css";

/** What the program is doing right now, and, for screen readers, what came of it. */
export function MapStatus({ isDrawing }: { readonly isDrawing: boolean }) {
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
          <div className={classes.statusText}>
            {t(`busy.${busy.task}`)}
            {busy.task === "read" && <ReadingStatus read={busy.read} />}
          </div>
        </div>
      )}
      {!busy && isDrawing && (
        <div className={classes.status} data-slow>
          <div className={classes.statusText}>{t("busy.map")}</div>
        </div>
      )}
      <Announcer />
    </>
  );
}

/** How far large files have been read, and a way to leave it, while containers are opened, too. */
function ReadingStatus({ read }: { readonly read: Busy["read"] | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { cancel } = useActions();
  const megabytes = (bytes: number) => format.int(Math.round(bytes / 1e6));
  return (
    <>
      {read &&
        read.totalBytes > 0 &&
        ` ${t("busy.readSoFar", {
          read: megabytes(read.bytes),
          total: megabytes(read.totalBytes),
          features: format.int(read.features),
        })}`}
      <Button ml={10} size="compact-xs" variant="default" onClick={() => cancel()}>
        {t("busy.cancelRead")}
      </Button>
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
  const plan = scenario?.plan;
  const told = useRef(plan);
  // biome-ignore lint/correctness/useExhaustiveDependencies: speaks once per plan adopted, when the work is over
  useEffect(() => {
    if (busy || !world || !scenario?.plan || told.current === scenario.plan) return;
    told.current = scenario.plan;
    const total = totalScenario(world, scenario);
    setWords(
      t("live.result", {
        districts: format.int(total.districts),
        households: format.int(total.households),
        leftOut: format.int(total.leftOut),
        netCost: format.yuan(total.netCostYuan),
      }),
    );
  }, [plan, busy === null]);
  const links = useLinkEdit();
  useEffect(() => {
    if (links) setWords(t(`live.${links.by}`, { pair: links.pair }));
  }, [links, t]);
  useEffect(() => {
    if (selection) setWords(t(`live.${selection.kind}`, { total: selection.indices.length }));
  }, [selection, t]);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {words}
    </div>
  );
}

/** The pair linked, cut or given back by hand last, by name, in the scenario shown. */
function useLinkEdit(): { readonly by: PairByHand; readonly pair: string } | null {
  const world = useApp((state) => state.world);
  const { id, recipe } = useScenario() ?? {};
  const [edit, setEdit] = useState<ReturnType<typeof useLinkEdit>>(null);
  const seen = useRef({ world, id, recipe });
  useEffect(() => {
    const before = seen.current;
    seen.current = { world, id, recipe };
    if (!world || !recipe || !before.recipe || before.world !== world || before.id !== id) return;
    const found = findLinkEdit(before.recipe, recipe);
    if (!found) return;
    const nameOf = (of: string) => world.compounds.find((c) => c.id === of)?.name ?? of;
    setEdit({ by: found.by, pair: found.ids.map(nameOf).join(" — ") });
  }, [world, id, recipe]);
  return edit;
}

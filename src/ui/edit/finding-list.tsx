import { ActionIcon, Button, Tooltip } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCheck,
  IconFocus2,
  IconInfoCircle,
  IconWand,
} from "@tabler/icons-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useDeferredValue, useMemo, useRef } from "react";
import type { Finding } from "../../core/index.ts";
import { activeScenario } from "../../store/active-scenario.ts";
import { useActions, useApp, useScenario } from "../store-context.tsx";
import classes from "./edit.module.css";
import { useEditWords } from "./edit-words.ts";
import { useFindingWords } from "./finding-words.ts";

/** Findings that say what figures rest on, rather than what is wrong. */
const NOTES: ReadonlySet<Finding["code"]> = new Set(["missing-data"]);
/** Height of a row before it is measured, px. */
const ROW_PX = 48;

const keyOf = ({ code, district, compounds }: Finding): string =>
  `${code}/${district}/${compounds[0] ?? ""}/${compounds.length}`;

/** What is wrong with one district or compound as it stands. */
export function PlaceFindings({
  kind,
  index,
}: {
  readonly kind: "district" | "compound";
  readonly index: number;
}) {
  const { t } = useEditWords();
  const { readFindings } = useActions();
  const scenario = useScenario();
  // biome-ignore lint/correctness/useExhaustiveDependencies: findings are those of this scenario as it is
  const findings = useMemo(
    () => readFindings({ kind, index }),
    [readFindings, kind, index, scenario],
  );
  if (findings.length === 0)
    return (
      <p className={classes.good}>
        <IconCheck size={17} aria-hidden /> {t("finding.none")}
      </p>
    );
  return (
    <ul className={classes.findings}>
      {findings.map((finding) => (
        <li key={keyOf(finding)}>
          <FindingRow finding={finding} showPlace={false} />
        </li>
      ))}
    </ul>
  );
}

/** What is wrong anywhere in the active plan, between strokes and frames; empty without a plan. */
export function useAllFindings(): readonly Finding[] {
  const { readAllFindings } = useActions();
  const known = useRef<readonly Finding[]>([]);
  const of = useDeferredValue(
    useApp((state) => {
      const { zoning, violations, issues } = activeScenario(state) ?? {};
      return { zoning, violations, issues, graph: state.graph, isStroke: state.stroke !== null };
    }),
  );
  return useMemo(() => {
    if (!of.isStroke) known.current = of.zoning && of.graph ? readAllFindings() : [];
    return known.current;
  }, [readAllFindings, of]);
}

/** The validity of the whole plan as one list. */
export function PlanFindings() {
  const { t } = useEditWords();
  const { fixFindings } = useActions();
  const findings = useAllFindings();
  const fixable = findings.filter(({ fix }) => fix !== null);
  const scroller = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: findings.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section ref={scroller} className={classes.list} tabIndex={0} aria-label={t("finding.all")}>
      {findings.length === 0 && (
        <p className={classes.good}>
          <IconCheck size={17} aria-hidden /> {t("finding.none")}
        </p>
      )}
      {fixable.length > 0 && (
        <Button
          variant="light"
          fullWidth
          mb={6}
          leftSection={<IconWand size={16} />}
          onClick={() => fixFindings(fixable)}
        >
          {t("finding.fixAll", { total: fixable.length })}
        </Button>
      )}
      <ul
        className={classes.findings}
        style={{ height: rows.getTotalSize(), position: "relative" }}
      >
        {rows.getVirtualItems().map(({ index, start }) => (
          <li
            key={keyOf(findings[index])}
            ref={rows.measureElement}
            data-index={index}
            aria-setsize={findings.length}
            aria-posinset={index + 1}
            style={{ position: "absolute", insetInline: 0, top: start }}
          >
            <FindingRow finding={findings[index]} showPlace />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FindingRow({
  finding,
  showPlace,
}: {
  readonly finding: Finding;
  readonly showPlace: boolean;
}) {
  const { t } = useEditWords();
  const { say, place, sayFix } = useFindingWords();
  const { zoomToFinding, fixFinding } = useActions();
  const isNote = NOTES.has(finding.code);
  const Icon = isNote ? IconInfoCircle : IconAlertTriangle;
  const words = say(finding);
  return (
    <div className={classes.finding} data-finding={finding.code}>
      <Icon size={17} className={isNote ? classes.warn : classes.bad} aria-hidden />
      <span className={classes.findingWords}>
        {words}
        {showPlace && <span className={classes.findingPlace}>{place(finding)}</span>}
      </span>
      <Tooltip label={t("finding.zoom")}>
        <ActionIcon
          aria-label={`${t("finding.zoom")}: ${words}`}
          onClick={() => zoomToFinding(finding)}
        >
          <IconFocus2 size={16} />
        </ActionIcon>
      </Tooltip>
      {finding.fix && (
        <div className={classes.fix}>
          <Button
            size="compact-xs"
            variant="light"
            leftSection={<IconWand size={14} />}
            onClick={() => fixFinding(finding)}
          >
            {sayFix(finding)}
          </Button>
        </div>
      )}
    </div>
  );
}

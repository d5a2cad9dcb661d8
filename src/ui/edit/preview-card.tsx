import { Button, NumberInput } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconX } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { RULE_LABELS } from "../../core/index.ts";
import type { EditTotals, PreviewState } from "../../store/edit-state.ts";
import detail from "../detail/detail.module.css";
import { Section } from "../figures/section.tsx";
import { useFormat } from "../format.ts";
import { useActions, useApp, useScenario } from "../store-context.tsx";
import { useLabel } from "../use-label.ts";
import classes from "./edit.module.css";
import { useEditWords } from "./edit-words.ts";

/** Most parts that a district can be split into here. */
const MOST_PARTS = 12;

type TotalKey = keyof EditTotals;

/** Figures of a preview, in order; `less`: less is better, null: neither way is. */
const FIGURES: readonly {
  readonly key: TotalKey;
  readonly less: boolean | null;
}[] = [
  { key: "districts", less: null },
  { key: "households", less: null },
  { key: "floorAreaM2", less: null },
  { key: "netCostYuan", less: true },
  { key: "staff", less: true },
  { key: "parkingShortage", less: true },
  { key: "wallOpenedM", less: null },
  { key: "violations", less: true },
  { key: "householdsLeftOut", less: true },
];

/** What the edit in preview would change; it is made or dropped here. Null without a preview. */
export function PreviewCard() {
  const preview = useApp((state) => state.preview);
  return preview && <Preview preview={preview} />;
}

function Preview({ preview }: { readonly preview: PreviewState }) {
  const { t } = useEditWords();
  const { acceptPreview, cancelPreview } = useActions();
  const accept = useRef<HTMLButtonElement>(null);
  useEffect(() => accept.current?.focus({ preventScroll: true }), []);
  const title = t(`preview.${preview.of.kind}`);
  return (
    <aside
      className={`${detail.card} ${classes.preview}`}
      aria-label={`${t("preview.title")}: ${title}`}
    >
      <div className={detail.head}>
        <h2 className={detail.title}>{title}</h2>
        <div className={detail.subtitle}>
          {t("preview.moved", { total: preview.shifted.length })}
          {preview.held.length > 0 && ` · ${t("preview.held", { total: preview.held.length })}`}
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
      <section className={detail.body} tabIndex={0} aria-label={title}>
        <PartsInput preview={preview} />
        <Section title={t("preview.title")}>
          <TotalsTable preview={preview} />
        </Section>
        <Section title={t("preview.newViolations")}>
          <Broken preview={preview} />
        </Section>
      </section>
      <div className={classes.foot}>
        <Button
          ref={accept}
          leftSection={<IconCheck size={16} />}
          onClick={() => acceptPreview()}
          aria-keyshortcuts="Enter"
        >
          {t("preview.accept")}
        </Button>
        <Button
          variant="default"
          leftSection={<IconX size={16} />}
          onClick={() => cancelPreview()}
          aria-keyshortcuts="Escape"
        >
          {t("preview.cancel")}
        </Button>
      </div>
    </aside>
  );
}

/** Another number of parts, where an even split is looked at. */
function PartsInput({ preview }: { readonly preview: PreviewState }) {
  const { t } = useEditWords();
  const { previewEdit } = useActions();
  const { of } = preview;
  if (of.kind !== "split-even") return null;
  return (
    <Section title={t("preview.parts")}>
      <NumberInput
        aria-label={t("preview.parts")}
        min={2}
        max={MOST_PARTS}
        clampBehavior="strict"
        value={of.parts}
        onChange={(value) => {
          const parts = Number(value);
          if (parts >= 2 && parts !== of.parts) previewEdit({ ...of, parts });
        }}
      />
    </Section>
  );
}

function toneOf(less: boolean | null, change: number): "good" | "bad" | undefined {
  if (less === null || change === 0) return undefined;
  return change < 0 === less ? "good" : "bad";
}

function TotalsTable({ preview }: { readonly preview: PreviewState }) {
  const { t } = useEditWords();
  const { int } = useFormat();
  const { before, after } = preview.totals;
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t("preview.figure")}</th>
          <th scope="col">{t("preview.before")}</th>
          <th scope="col">{t("preview.after")}</th>
          <th scope="col">{t("preview.change")}</th>
        </tr>
      </thead>
      <tbody>
        {FIGURES.map(({ key, less }) => {
          const change = after[key] - before[key];
          return (
            <tr key={key}>
              <th scope="row">{t(`preview.${key}`)}</th>
              <td>{int(before[key])}</td>
              <td>{int(after[key])}</td>
              <td data-tone={toneOf(less, change)}>
                {change > 0 && "+"}
                {change === 0 ? "–" : int(change)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Broken({ preview }: { readonly preview: PreviewState }) {
  const { t } = useEditWords();
  const label = useLabel();
  const scenario = useScenario();
  const broken = preview.after.flatMap(({ at, violations }) =>
    violations.map(({ rule }) => ({ at, rule })),
  );
  if (broken.length === 0)
    return (
      <p className={classes.good}>
        <IconCheck size={17} aria-hidden /> {t("preview.none")}
      </p>
    );
  return (
    <ul className={classes.findings}>
      {broken.map(({ at, rule }) => (
        <li key={`${at}/${rule}`} className={classes.finding}>
          <IconAlertTriangle size={17} className={classes.bad} aria-hidden />
          <span className={classes.findingWords}>
            {label(RULE_LABELS[rule])}
            <span className={classes.findingPlace}>
              {scenario?.zoning.districts[at]?.name ?? t("preview.newDistrict")}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

import { Modal, UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import {
  type Bands,
  FIGURES,
  type FigureKey,
  type Trace,
  type TraceTerms,
  traceFigure,
} from "../../core/index.ts";
import { useBandWords } from "../figures/use-figure-rows.ts";
import { writeExact } from "../figures/write-figure.ts";
import { useFormat } from "../format.ts";
import { useApp } from "../store-context.tsx";
import { useIsTouch } from "../use-is-touch.ts";
import classes from "./money.module.css";
import { TracedAssumptions, TracedCells } from "./trace-ground.tsx";

interface TraceDialogProps {
  /** figures opened one after another, the one shown last; empty: closed */
  readonly trail: readonly FigureKey[];
  readonly terms: TraceTerms;
  readonly bands: Bands | null;
  onTrail(trail: readonly FigureKey[]): void;
}

/** A figure opened: formula, what it is made from, assumptions and ledger cells below it. */
export function TraceDialog({ trail, terms, bands, onTrail }: TraceDialogProps) {
  const { t } = useTranslation();
  const touch = useIsTouch();
  const key = trail.at(-1);
  return (
    <Modal
      opened={key !== undefined}
      onClose={() => onTrail([])}
      title={t("trace.title")}
      size={620}
      fullScreen={touch}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      {key !== undefined && (
        <>
          <Crumbs trail={trail} onTrail={onTrail} />
          <OpenFigure
            figure={key}
            terms={terms}
            bands={bands}
            onOpen={(next) => onTrail([...trail, next])}
          />
        </>
      )}
    </Modal>
  );
}

function useFigureName(): (key: FigureKey) => string {
  const language = useApp((state) => state.language);
  return (key) => FIGURES[key].label[language];
}

function Crumbs({ trail, onTrail }: Pick<TraceDialogProps, "trail" | "onTrail">) {
  const { t } = useTranslation();
  const nameOf = useFigureName();
  if (trail.length < 2) return null;
  return (
    <nav aria-label={t("trace.trail")}>
      <ol className={classes.crumbs}>
        {trail.slice(0, -1).map((key, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a figure may be on the path twice
          <li key={k}>
            <UnstyledButton className={classes.link} onClick={() => onTrail(trail.slice(0, k + 1))}>
              {nameOf(key)}
            </UnstyledButton>{" "}
            <IconChevronRight size={12} aria-hidden />
          </li>
        ))}
        <li aria-current="step">{nameOf(trail[trail.length - 1])}</li>
      </ol>
    </nav>
  );
}

interface OpenFigureProps extends Pick<TraceDialogProps, "terms" | "bands"> {
  readonly figure: FigureKey;
  onOpen(key: FigureKey): void;
}

function OpenFigure({ figure: key, terms, bands, onOpen }: OpenFigureProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useApp((state) => state.language);
  const bandWords = useBandWords();
  const trace = useMemo(() => traceFigure(key, terms), [key, terms]);
  const { figure, value, inputs, assumptions, cells } = trace;
  const band = bands && bandWords(key, bands[key]);
  const headline = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the button that led to another figure is gone with it
  useEffect(() => headline.current?.focus(), [key]);
  const isBottom = inputs.length + assumptions.length + cells.length === 0;
  return (
    <>
      <div ref={headline} className={classes.headline} tabIndex={-1}>
        <span>{figure.label[language]}</span>
        <strong>{writeExact(key, value, { format, language })}</strong>
        {band && <span>{band}</span>}
        <span className={classes.mark}>{t(`trace.ledger_${figure.ledger}`)}</span>
      </div>
      <h3 className={classes.traceHead}>{t("trace.formula")}</h3>
      <p className={classes.formula}>{figure.formula[language]}</p>
      {inputs.length > 0 && <Inputs inputs={inputs} onOpen={onOpen} />}
      {assumptions.length > 0 && <TracedAssumptions assumptions={assumptions} terms={terms} />}
      {cells.length > 0 && <TracedCells cells={cells} world={terms.world} />}
      {isBottom && <p className={classes.intro}>{t("trace.bottom")}</p>}
    </>
  );
}

function Inputs({ inputs, onOpen }: Pick<Trace, "inputs"> & Pick<OpenFigureProps, "onOpen">) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useApp((state) => state.language);
  const nameOf = useFigureName();
  return (
    <>
      <h3 className={classes.traceHead}>{t("trace.inputs")}</h3>
      <ul className={classes.list}>
        {inputs.map(({ key, value }) => (
          <li key={key} className={classes.account}>
            <span>
              <UnstyledButton className={classes.link} onClick={() => onOpen(key)}>
                {nameOf(key)}
              </UnstyledButton>
            </span>
            <span>{writeExact(key, value, { format, language })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

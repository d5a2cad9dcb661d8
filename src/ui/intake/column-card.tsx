import { Badge, Select } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCheck,
  IconHelp,
  IconMinus,
  IconUserCheck,
} from "@tabler/icons-react";
import { COLUMN_FIELDS, type ColumnReading } from "../../core/index.ts";
import { useFormat } from "../format.ts";
import { type Confidence, confidenceOf, unitsOf } from "./column-words.ts";
import classes from "./intake.module.css";
import { useIntakeWords } from "./intake-words.ts";

const ICONS = {
  hand: IconUserCheck,
  sure: IconCheck,
  likely: IconHelp,
  doubtful: IconAlertTriangle,
  none: IconMinus,
};
const COLOURS: Readonly<Record<Confidence, string>> = {
  hand: "lake",
  sure: "green",
  likely: "gray",
  doubtful: "orange",
  none: "gray",
};

const AUTOMATIC = "auto";
const IGNORED = "none";

/** What a person says of a column; absent: nothing. */
export interface ColumnDraft {
  readonly field?: string;
  readonly unit?: string;
}

interface ColumnCardProps {
  readonly column: ColumnReading;
  readonly draft: ColumnDraft;
  onChange(draft: ColumnDraft): void;
}

/** The choice to leave a column to the program; what that gives is not known while a person's word stands. */
function nameAutomatic({ by, field }: ColumnReading, t: ReturnType<typeof useIntakeWords>): string {
  if (by === "hand") return t("column.autoAgain");
  return field === null
    ? t("column.autoNone")
    : t("column.auto", { field: t(`ledgerField.${field}`) });
}

/** One column: what it is read as and how surely, with cells as written and as read. */
export function ColumnCard({ column, draft, onChange }: ColumnCardProps) {
  const t = useIntakeWords();
  const field = COLUMN_FIELDS.find((one) => one === draft.field) ?? column.field;
  const units = draft.field === "" ? [] : unitsOf(field);
  const { header } = column;
  const automatic = nameAutomatic(column, t);
  return (
    <div className={classes.column}>
      <div className={classes.columnHead}>
        <strong>{header}</strong>
        <ConfidenceBadge column={column} />
      </div>
      <div className={classes.columnFields}>
        <Select
          label={t("column.field")}
          aria-label={`${header}: ${t("column.field")}`}
          searchable
          allowDeselect={false}
          value={draft.field === undefined ? AUTOMATIC : draft.field || IGNORED}
          data={[
            { value: AUTOMATIC, label: automatic },
            { value: IGNORED, label: t("column.ignore") },
            ...COLUMN_FIELDS.map((one) => ({ value: one, label: t(`ledgerField.${one}`) })),
          ]}
          onChange={(value) => {
            const { field: _, unit: _unit, ...rest } = draft;
            if (value === null || value === AUTOMATIC) onChange(rest);
            else onChange({ ...rest, field: value === IGNORED ? "" : value });
          }}
        />
        {units.length > 0 && (
          <Select
            label={t("column.unit")}
            aria-label={`${header}: ${t("column.unit")}`}
            allowDeselect={false}
            value={draft.unit ?? AUTOMATIC}
            data={[
              { value: AUTOMATIC, label: t("column.unitAsWritten") },
              ...unitChoices(units, draft.unit).map(([value, key]) => ({
                value,
                label: key === null ? value : t(key),
              })),
            ]}
            onChange={(value) => {
              const { unit: _, ...rest } = draft;
              onChange(value === null || value === AUTOMATIC ? rest : { ...rest, unit: value });
            }}
          />
        )}
      </div>
      <Samples column={column} />
    </div>
  );
}

/** The units offered, and one that was set elsewhere. */
function unitChoices(units: ReturnType<typeof unitsOf>, set: string | undefined) {
  const isKnown = set === undefined || units.some(([value]) => value === set);
  return isKnown ? units : [...units, [set, null] as const];
}

function ConfidenceBadge({ column }: { readonly column: ColumnReading }) {
  const t = useIntakeWords();
  const confidence = confidenceOf(column);
  const Icon = ICONS[confidence];
  return (
    <Badge
      variant="light"
      color={COLOURS[confidence]}
      leftSection={<Icon size={13} aria-hidden />}
      className={classes.badge}
    >
      {t(`confidence.${confidence}`)}
    </Badge>
  );
}

function Samples({ column }: { readonly column: ColumnReading }) {
  const t = useIntakeWords();
  const format = useFormat();
  const { filled, unreadable, approximate, examples, by, field } = column;
  const facts = [
    ...(field !== null && by !== null ? [t(`because.${by}`)] : []),
    t("column.cells", { filled: format.int(filled) }),
    ...(unreadable > 0 ? [t("column.unreadable", { n: format.int(unreadable) })] : []),
    ...(approximate > 0 ? [t("column.approximate", { n: format.int(approximate) })] : []),
  ];
  return (
    <>
      <div className={classes.facts} data-doubt={unreadable > 0}>
        {facts.join(" · ")}
      </div>
      <ul className={classes.samples}>
        {examples.map(({ raw, read }) => (
          <li key={raw}>
            {raw === read
              ? raw
              : t("column.readAs", { raw, read: read === "" ? t("column.notRead") : read })}
          </li>
        ))}
      </ul>
    </>
  );
}

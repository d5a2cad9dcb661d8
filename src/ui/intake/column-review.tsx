import { Text } from "@mantine/core";
import { IconShieldX } from "@tabler/icons-react";
import { Fragment } from "react";
import {
  type ColumnReading,
  describeIssue,
  type FileReading,
  type World,
} from "../../core/index.ts";
import { useFormat } from "../format.ts";
import { useActions, useApp } from "../store-context.tsx";
import { ApplyBar } from "./apply-bar.tsx";
import { ColumnCard, type ColumnDraft } from "./column-card.tsx";
import { columnsOf } from "./count-open.ts";
import { useDraft } from "./draft.ts";
import classes from "./intake.module.css";
import { useIntakeWords } from "./intake-words.ts";

type Decided = Pick<FileReading, "columns" | "units">;

interface ReviewProps {
  readonly world: World;
  readonly source: string;
  readonly decided: FileReading;
}

const own = <T,>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

function draftOf({ columns, units }: Decided, header: string): ColumnDraft {
  const field = own(columns, header);
  const unit = own(units, header);
  return { ...(field !== undefined && { field }), ...(unit !== undefined && { unit }) };
}

/** The decisions with another one about a column; a field is taken from the column that had it by hand. */
function decide({ columns, units }: Decided, header: string, draft: ColumnDraft): Decided {
  const others = Object.entries(columns).filter(
    ([one, field]) => one !== header && (field === "" || field !== draft.field),
  );
  const otherUnits = Object.entries(units).filter(([one]) => one !== header);
  return {
    columns: Object.fromEntries([
      ...others,
      ...(draft.field === undefined ? [] : [[header, draft.field]]),
    ]),
    units: Object.fromEntries([
      ...otherUnits,
      ...(draft.unit === undefined ? [] : [[header, draft.unit]]),
    ]),
  };
}

function countChanges(before: Decided, after: Decided): number {
  const headers = new Set(
    [before, after].flatMap(({ columns, units }) => [
      ...Object.keys(columns),
      ...Object.keys(units),
    ]),
  );
  return [...headers].filter((header) => {
    const [a, b] = [draftOf(before, header), draftOf(after, header)];
    return a.field !== b.field || a.unit !== b.unit;
  }).length;
}

/** Columns of each sheet, in the order of the sheets. */
function groupBySheet(columns: readonly ColumnReading[]) {
  const names = [...new Set(columns.map(({ sheet }) => sheet))];
  return names.map((sheet) => ({
    sheet,
    columns: columns.filter((column) => column.sheet === sheet),
  }));
}

/** Columns of one file: what each is read as; corrected once for all its cells. */
export function ColumnReview({ world, source, decided }: ReviewProps) {
  const t = useIntakeWords();
  const format = useFormat();
  const { decideReading } = useActions();
  const start: Decided = { columns: decided.columns, units: decided.units };
  const [draft, setDraft] = useDraft<Decided>(world, `columns/${source}`, start);
  const ledger = world.ledgers.find((one) => one.source === source);
  const columns = [...(ledger?.columns ?? columnsOf(world, source))];
  const filled = columns.filter(
    ({ header, filled }) => filled > 0 || own(draft.columns, header) !== undefined,
  );
  const sheets = ledger?.sheets ?? [];
  return (
    <>
      <div className={classes.scroll}>
        <PersonalColumns world={world} source={source} />
        {sheets.map((sheet) => (
          <p key={sheet.name} className={classes.note}>
            {sheet.name !== "" && `${t("sheet.named", { name: sheet.name })} · `}
            {t(sheet.headerRow > 0 ? "sheet.header" : "sheet.none", {
              row: sheet.headerRow,
              rows: format.int(sheet.rows),
            })}
            {sheet.totals + sheet.skipped > 0 &&
              ` ${t("sheet.setAside", { totals: sheet.totals, skipped: sheet.skipped })}`}
          </p>
        ))}
        {filled.length === 0 && <Text size="sm">{t("column.nothing")}</Text>}
        {groupBySheet(filled).map(({ sheet, columns }, _, groups) => (
          <Fragment key={sheet}>
            {groups.length > 1 && (
              <h3 className={classes.heading}>{t("sheet.named", { name: sheet })}</h3>
            )}
            <ul className={classes.columns}>
              {columns.map((column) => (
                <li key={keyOf(column)}>
                  <ColumnCard
                    column={column}
                    draft={draftOf(draft, column.header)}
                    onChange={(next) => setDraft(decide(draft, column.header, next))}
                  />
                </li>
              ))}
            </ul>
          </Fragment>
        ))}
        {columns.length > filled.length && (
          <p className={classes.note}>{t("column.empty", { n: columns.length - filled.length })}</p>
        )}
      </div>
      <ApplyBar
        count={countChanges(start, draft)}
        onApply={() => void decideReading(source, draft)}
        onDrop={() => setDraft(start)}
      />
    </>
  );
}

function keyOf({ sheet, header }: ColumnReading): string {
  return `${sheet}/${header}`;
}

/** Columns that were refused, each with why. */
function PersonalColumns({ world, source }: Pick<ReviewProps, "world" | "source">) {
  const t = useIntakeWords();
  const language = useApp((state) => state.language);
  const issues = world.issues.filter(
    (issue) => issue.code === "personal-data" && issue.source === source,
  );
  if (issues.length === 0) return null;
  return (
    <>
      <h3 className={classes.heading}>{t("column.refused")}</h3>
      <ul className={classes.refused}>
        {issues.map((issue) => {
          const { message, fix } = describeIssue(issue, language);
          return (
            <li key={JSON.stringify(issue.args)}>
              <IconShieldX size={17} aria-hidden />
              <div>
                {message}
                <div className={classes.facts}>{fix}</div>
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}

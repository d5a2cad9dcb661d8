import { Alert } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import type { PairReport } from "../../core/index.ts";
import { useApp } from "../store-context.tsx";
import classes from "./compare.module.css";
import { useCompareWords } from "./compare-words.ts";
import type { Compared } from "./use-compared.ts";

type Difference = PairReport["fairness"]["differences"][number];

/** Whether figures can be compared as they stand, and what scenarios differ in beside their plans. */
export function FairnessNotes({
  compared: { comparison, names },
}: {
  readonly compared: Compared;
}) {
  const t = useCompareWords();
  const pairs = comparison.pairs.flatMap((pair, k) =>
    pair && k < names.length - 2 ? [{ pair, name: names[k + 1] }] : [],
  );
  const unfair = pairs.filter(({ pair }) => !pair.fairness.isFair);
  if (pairs.length === 0) return null;
  return (
    <>
      {unfair.length === 0 ? (
        <Alert color="lake" icon={<IconCircleCheck size={18} />} className={classes.alert}>
          {t("fair.same")}
        </Alert>
      ) : (
        <Alert color="red" icon={<IconAlertTriangle size={18} />} className={classes.alert}>
          {t("fair.unfair")}
          {unfair.map(({ pair, name }) => (
            <DifferenceList
              key={name}
              name={name}
              list={pair.fairness.differences.filter(isOfMoney)}
            />
          ))}
        </Alert>
      )}
      {pairs.some(({ pair }) => pair.fairness.differences.some((one) => !isOfMoney(one))) && (
        <details className={classes.fold}>
          <summary>{t("fair.differs")}</summary>
          {pairs.map(({ pair, name }) => (
            <DifferenceList
              key={name}
              name={name}
              list={pair.fairness.differences.filter((one) => !isOfMoney(one))}
            />
          ))}
        </details>
      )}
    </>
  );
}

const isOfMoney = ({ kind }: Difference) => kind === "data" || kind === "assumptions";

function DifferenceList({
  name,
  list,
}: {
  readonly name: string;
  readonly list: readonly Difference[];
}) {
  const t = useCompareWords();
  const language = useApp((state) => state.language);
  const show = (value: Difference["first"]) => {
    if (value === null) return t("fair.off");
    if (typeof value === "boolean") return t(value ? "fair.yes" : "fair.no");
    return String(value);
  };
  if (list.length === 0) return null;
  return (
    <div>
      <strong>{name}</strong>
      <ul className={classes.list}>
        {list.map((one) => (
          <li key={`${one.kind} ${one.key}`}>
            {t("fair.line", {
              label: one.label[language],
              first: show(one.first),
              second: show(one.second),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

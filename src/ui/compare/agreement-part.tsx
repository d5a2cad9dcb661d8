import type { FeatureCollection } from "geojson";
import { useMemo } from "react";
import { unproject } from "../../core/index.ts";
import { useFormat } from "../format.ts";
import classes from "./compare.module.css";
import { useCompareWords } from "./compare-words.ts";
import { DataTable } from "./data-table.tsx";
import type { Compared } from "./use-compared.ts";

/** Lines between neighbours on whom plans do not agree; `weight` 1 where they are split in half. */
export function useDisputed({ comparison, world }: Compared): FeatureCollection | null {
  const agreement = comparison.together?.agreement;
  return useMemo(() => {
    if (!agreement) return null;
    const indexOf = new Map(world.compounds.map(({ id }, i) => [id, i]));
    const { centroid } = world.shapes;
    const placeOf = (id: string) => {
      const i = indexOf.get(id) ?? 0;
      return unproject(world.projection, centroid[2 * i], centroid[2 * i + 1]);
    };
    return {
      type: "FeatureCollection",
      features: agreement.open.map(({ a, b, together }) => ({
        type: "Feature",
        properties: { weight: 1 - Math.abs(2 * together - 1) },
        geometry: { type: "LineString", coordinates: [placeOf(a), placeOf(b)] },
      })),
    };
  }, [agreement, world]);
}

/** How many borders are firm, and how far plans agree two by two. */
export function AgreementPart({
  compared: { comparison, names },
}: {
  readonly compared: Compared;
}) {
  const t = useCompareWords();
  const format = useFormat();
  const { together, ranked } = comparison;
  if (!together) return <p className={classes.hint}>{t("view.waiting")}</p>;
  const { agreement } = together;
  if (!agreement) return <p>{t("map.noAgreement")}</p>;
  const plans = ranked.map((k) => names[k]);
  return (
    <>
      <ul className={classes.list}>
        <li>{t("map.firm", { count: format.int(agreement.firm) })}</li>
        <li>{t("map.open", { count: format.int(agreement.open.length) })}</li>
      </ul>
      {plans.length > 1 && (
        <DataTable
          label={t("map.agree")}
          head={[t("map.agree"), ...plans]}
          rows={agreement.matrix.map((row, k) => ({
            key: String(k),
            cells: [plans[k], ...row.map((share) => format.percent(share))],
          }))}
        />
      )}
    </>
  );
}

import { useTranslation } from "react-i18next";
import { useApp } from "../store-context.tsx";
import classes from "./map.module.css";

/** Characters of a source searched for its credit; it stands in the head of a file. */
const HEAD = 4000;

/** Whose data this is: OpenStreetMap is named when a source names it. */
export function Attribution() {
  const { t } = useTranslation();
  const { world, sources } = useApp(({ world, sources }) => ({ world, sources }));
  const isOsm = sources.some(({ text }) => /openstreetmap/i.test(text.slice(0, HEAD)));
  if (!world) return null;
  const credit = world.synthetic
    ? t("map.syntheticCredit")
    : isOsm
      ? "© OpenStreetMap contributors"
      : t("map.ownCredit", { name: sources[0]?.name ?? "" });
  return <div className={classes.attribution}>{credit}</div>;
}

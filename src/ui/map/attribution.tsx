import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { headOf } from "../../worker/held-text.ts";
import { useApp } from "../store-context.tsx";
import classes from "./map.module.css";

/** Characters of a source searched for its origin. */
const HEAD = 100_000;
/** The project's name, or the key that its extracts carry. */
const OSM = /openstreetmap|"osm_id"/i;

/** Whose data this is: OpenStreetMap is named when a source says that it comes from there. */
export function Attribution() {
  const { t } = useTranslation();
  const { world, sources } = useApp(({ world, sources }) => ({ world, sources }));
  const isOsm = useMemo(
    () => sources.some(({ text }) => OSM.test(headOf(text).slice(0, HEAD))),
    [sources],
  );
  if (!world) return null;
  if (world.synthetic) return <Credit text={t("map.syntheticCredit")} />;
  const name = sources.find(({ role }) => role === "compounds")?.name ?? "";
  const own = t("map.ownCredit", { name });
  return <Credit text={isOsm ? `${own} · © OpenStreetMap contributors` : own} />;
}

function Credit({ text }: { readonly text: string }) {
  return <div className={classes.attribution}>{text}</div>;
}

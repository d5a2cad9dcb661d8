import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useApp } from "../store-context.tsx";

/** A scenario's name as shown: one named after the demo city's file carries the city's name. */
export function useScenarioName(): (name: string) => string {
  const { t } = useTranslation();
  const synthetic = useApp(({ world }) => world?.synthetic ?? false);
  return useCallback(
    (name) =>
      synthetic ? name.replace(/^compounds(?=$| \(\d+\)$)/, t("header.demoProject")) : name,
    [synthetic, t],
  );
}

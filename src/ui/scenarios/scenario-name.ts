import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useApp } from "../store-context.tsx";

/**
 * The name of a scenario or project as shown: one named after the demo city's file carries the city's
 * name. The second argument says whether its data are made up; by default those that are open count.
 */
export function useScenarioName(): (name: string, isMadeUp?: boolean) => string {
  const { t } = useTranslation();
  const synthetic = useApp(({ world }) => world?.synthetic ?? false);
  return useCallback(
    (name, isMadeUp = synthetic) =>
      isMadeUp ? name.replace(/^compounds(?=$| \(\d+\)$)/, t("header.demoProject")) : name,
    [synthetic, t],
  );
}

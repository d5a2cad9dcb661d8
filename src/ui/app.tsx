import "@mantine/core/styles.css";
import "@mantine/dropzone/styles.css";
import "@mantine/notifications/styles.css";
import "maplibre-gl/dist/maplibre-gl.css";
import "./page.css";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { type ComponentProps, useEffect, useMemo } from "react";
import { I18nextProvider } from "react-i18next";
import { createCatalogue } from "./i18n.ts";
import { type FetchScenery, SceneryContext } from "./map/use-scenery.ts";
import { Shell } from "./shell/shell.tsx";
import { StoreProvider, useApp } from "./store-context.tsx";
import { buildTheme, resolveVariables } from "./theme.ts";
import { useIsTouch } from "./use-is-touch.ts";
import { useScheme } from "./use-scheme.ts";

type Store = NonNullable<ComponentProps<typeof StoreProvider>["value"]>;

interface AppProps {
  readonly store: Store;
  readonly fetchScenery: FetchScenery;
}

/** The whole page on one store. */
export function App({ store, fetchScenery }: AppProps) {
  return (
    <StoreProvider value={store}>
      <SceneryContext value={fetchScenery}>
        <Dressed />
      </SceneryContext>
    </StoreProvider>
  );
}

/** Language, theme and notifications around the shell. */
function Dressed() {
  const language = useApp((state) => state.language);
  const touch = useIsTouch();
  const { isDark } = useScheme();
  const theme = useMemo(() => buildTheme(touch ? "touch" : "desk"), [touch]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one catalogue for the life of the page
  const catalogue = useMemo(() => createCatalogue(language), []);
  useEffect(() => {
    void catalogue.changeLanguage(language);
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [catalogue, language]);
  return (
    <I18nextProvider i18n={catalogue}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={resolveVariables}
        forceColorScheme={isDark ? "dark" : "light"}
      >
        <Notifications position="top-center" zIndex={1000} />
        <Shell />
      </MantineProvider>
    </I18nextProvider>
  );
}

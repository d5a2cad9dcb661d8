import { useColorScheme } from "@mantine/hooks";
import { useActions, useApp } from "./store-context.tsx";

/** Light or dark as chosen, else as the system has it. */
export function useScheme(): { readonly isDark: boolean; toggle(): void } {
  const chosen = useApp((state) => state.colorScheme);
  const system = useColorScheme();
  const { setColorScheme } = useActions();
  const isDark = (chosen === "auto" ? system : chosen) === "dark";
  return { isDark, toggle: () => setColorScheme(isDark ? "light" : "dark") };
}

import { useMediaQuery } from "@mantine/hooks";

/** True on narrow screens: bottom sheet instead of side panel, larger controls. */
export function useIsTouch(): boolean {
  return useMediaQuery("(max-width: 760px)", false, { getInitialValueInEffect: false }) ?? false;
}

import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

/** Deep lake blue: the one accent. */
const LAKE: MantineColorsTuple = [
  "#edf6f8",
  "#d8eaef",
  "#aed4de",
  "#82bdcc",
  "#5fa9bc",
  "#489cb2",
  "#328299",
  "#1f7188",
  "#0f6178",
  "#084c5f",
];

/** Slate for dark surfaces. */
const SLATE: MantineColorsTuple = [
  "#dde4e9",
  "#bcc7cf",
  "#94a2ad",
  "#66747f",
  "#46535e",
  "#35414b",
  "#29333c",
  "#1f282f",
  "#182026",
  "#12181d",
];

const FONTS =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif';

/** One type scale and control size for the whole page; touch screens get 42 px controls. */
export function buildTheme(device: "desk" | "touch") {
  const touch = device === "touch";
  const size = touch ? "md" : "xs";
  const control = { defaultProps: { size } };
  return createTheme({
    colors: { lake: LAKE, dark: SLATE },
    primaryColor: "lake",
    primaryShade: { light: 8, dark: 7 },
    fontFamily: FONTS,
    fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
    lineHeights: { xs: "1.4", sm: "1.45", md: "1.5", lg: "1.5", xl: "1.4" },
    headings: { fontFamily: FONTS, fontWeight: "600" },
    defaultRadius: "sm",
    cursorType: "pointer",
    components: {
      Button: control,
      NumberInput: control,
      TextInput: control,
      Select: control,
      SegmentedControl: { defaultProps: { size: touch ? "sm" : "xs" } },
      Switch: { defaultProps: { size: touch ? "md" : "xs" } },
      Checkbox: { defaultProps: { size: touch ? "md" : "xs" } },
      Radio: { defaultProps: { size: touch ? "md" : "xs" } },
      Badge: { defaultProps: { radius: "sm", tt: "none", fw: 500 } },
      ActionIcon: { defaultProps: { size: touch ? 42 : 28, variant: "subtle", color: "gray" } },
      Tooltip: { defaultProps: { openDelay: 350, withArrow: true, fz: "xs" } },
      Menu: { defaultProps: { shadow: "md", withinPortal: true } },
    },
  });
}

/** Text and lines with enough contrast in both schemes (WCAG 2.2 AA). */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "#57646d",
    "--mantine-color-placeholder": "#66737c",
    "--page-ground": "#f4f3ef",
    "--panel-ground": "#ffffff",
    "--panel-soft": "#f6f7f8",
    "--panel-line": "#dde2e5",
    "--row-selected": "#e3f0f4",
    "--tone-good": "#1d6b43",
    "--tone-warn": "#8a5200",
    "--tone-bad": "#a52a1a",
  },
  dark: {
    "--mantine-color-dimmed": "#a4b1bb",
    "--mantine-color-placeholder": "#8d9aa5",
    "--mantine-color-body": "#182026",
    "--page-ground": "#12181d",
    "--panel-ground": "#182026",
    "--panel-soft": "#1f282f",
    "--panel-line": "#313c45",
    "--row-selected": "#1d3f4b",
    "--tone-good": "#7fcfa0",
    "--tone-warn": "#f0bd6a",
    "--tone-bad": "#ff9d8c",
  },
});

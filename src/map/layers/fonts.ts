/** Drawn by the browser from installed fonts: the style names no glyph server. */
export const FONTS = [
  "PingFang SC",
  "Microsoft YaHei",
  "Noto Sans CJK SC",
  "Noto Sans SC",
  "Source Han Sans SC",
  "sans-serif",
];

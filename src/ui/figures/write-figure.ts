import { FIGURES, type FigureKey, type Language } from "../../core/index.ts";
import type { Format } from "../format.ts";

/** Years at and above which the core stops counting: never, or longer than anybody plans. */
export const NO_END_YEARS = 99;

/** A figure in the unit people read it in: 万元, %, metres. */
export function writeFigure(key: FigureKey, value: number, format: Format): string {
  if (key.endsWith("Yuan")) return format.yuan(value);
  if (key.endsWith("YuanPerM2Month")) return format.fee(value);
  if (key.endsWith("M2")) return format.areaM2(value);
  if (key.endsWith("Share")) return format.percent(value);
  if (key.endsWith("Years")) return format.number(value, 1);
  if (key.endsWith("M")) return format.metres(value);
  return format.int(value);
}

/** A figure to its last digit with the core's own unit, so that it can be checked by hand. */
export function writeExact(
  key: FigureKey,
  value: number,
  { format, language }: { readonly format: Format; readonly language: Language },
): string {
  const unit = FIGURES[key].unit[language];
  if (key.endsWith("Share")) return format.percent(value, 2);
  const isFine = key.endsWith("YuanPerM2Month");
  return `${format.number(value, isFine ? 4 : 1)} ${unit}`.trim();
}

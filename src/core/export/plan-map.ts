import { type Bilingual, fillTemplate } from "../base/language.ts";
import { drawMap } from "./draw-map.ts";
import type { ExportInput } from "./export-input.ts";
import type { ExportedFile } from "./export-plan.ts";
import type { Audience } from "./layers/plan-layers.ts";
import type { Issued } from "./plan-notice.ts";
import { publicOutlines } from "./plan-public.ts";

const TITLE: Bilingual = {
  zh: "老旧小区物业服务片区划分图（{name}）",
  en: "Service districts of aged compounds ({name})",
};

/** `map.svg`: the plan on A3, landscape; for the public a sketch on coarse outlines. */
export function exportMap(
  input: ExportInput,
  { audience, unit, date }: Issued & { readonly audience: Audience },
): readonly ExportedFile[] {
  const { prepared, zoning, language, scenario } = input;
  const sketch = audience === "public";
  const text = drawMap({
    world: prepared.world,
    zoning,
    outlines: sketch ? publicOutlines(input) : input.outlines,
    ...{ language, sheet: "a3", unit, date, sketch },
    title: fillTemplate(TITLE[language], { name: scenario.name }),
  });
  return [{ name: "map.svg", text }];
}

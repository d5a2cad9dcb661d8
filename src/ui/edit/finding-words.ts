import { type Finding, LEFT_OUT_REASONS, REASON_LABELS } from "../../core/index.ts";
import { useFieldWords } from "../detail/field-words.ts";
import { useFormat } from "../format.ts";
import { useApp, useScenario } from "../store-context.tsx";
import { useLabel } from "../use-label.ts";
import { useEditWords } from "./edit-words.ts";

/** Names that a text lists before it only counts. */
const NAMES_SHOWN = 3;

/** What a finding says, where it is and what its fix would do, in the page's language. */
export function useFindingWords() {
  const { t } = useEditWords();
  const format = useFormat();
  const label = useLabel();
  const { nameOf } = useFieldWords();
  const world = useApp((state) => state.world);
  const language = useApp((state) => state.language);
  const list = new Intl.ListFormat(language === "zh" ? "zh-CN" : "en-GB");
  const scenario = useScenario();
  const districtName = (at: number) => scenario?.zoning.districts[at]?.name ?? "";
  const namesOf = (compounds: readonly number[]) => {
    const names = compounds.slice(0, NAMES_SHOWN).map((i) => world?.compounds[i]?.name ?? "");
    if (compounds.length <= NAMES_SHOWN) return list.format(names);
    return t("finding.moreNames", { names: list.format(names), total: compounds.length });
  };
  return {
    say({ code, compounds, value, limit, fields }: Finding): string {
      const digits = code === "max-break-even-fee" ? 2 : 0;
      const reason = scenario?.zoning.reason[compounds[0]] ?? 0;
      return t(`finding.${code}`, {
        names: namesOf(compounds),
        value: format.number(value, digits),
        limit: format.number(limit, digits),
        fields: list.format(fields.map(nameOf)),
        reason: label(REASON_LABELS[LEFT_OUT_REASONS[reason]]),
      });
    },
    place: ({ district }: Finding): string => (district >= 0 ? districtName(district) : ""),
    sayFix({ fix }: Finding): string {
      if (!fix) return "";
      if (fix.kind === "rename") return t("finding.fixRename", { name: fix.name });
      return t("finding.fixTo", { name: districtName(fix.to) });
    },
  };
}

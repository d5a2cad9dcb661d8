import { useTranslation } from "react-i18next";
import { type ComponentFound, chooseWay, type World } from "../../core/index.ts";
import { useFormat } from "../format.ts";
import { useScenario } from "../store-context.tsx";
import { barrierWords } from "./pair-words.ts";

/** Says the smallest change that would connect a component to another participant. */
export function useWayWords(world: World): (component: ComponentFound) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const isByStreet = useScenario()?.recipe.parameters.envelope === "street";
  const cellName = (i: number): string => {
    const { communityName, street } = world.compounds[i];
    return (isByStreet ? street : communityName) ?? t("links.envelopeUnknown");
  };
  return (component) => {
    const { reason } = component;
    const way = chooseWay(component);
    if (way === null) return t("way.alone");
    const over = reason === "crossing" ? component.crossing : component.both;
    const barriers = (over?.barriers ?? [])
      .map((b) => barrierWords({ barrier: world.barriers[b] }, t))
      .join(t("pair.and"));
    return t(`way.${reason}`, {
      to: world.compounds[way.to].name,
      // A gap just short of the distance would not do: rounded up.
      metres: `${format.number(Math.ceil(way.gapM * 10) / 10, 1)} m`,
      barriers,
      fromCell: cellName(way.from),
      toCell: cellName(way.to),
    });
  };
}

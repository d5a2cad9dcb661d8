import {
  type ComponentFound,
  chooseWay,
  neededGapM,
  readReason,
  SEARCH_REACH_M,
  type World,
} from "../../core/index.ts";
import { useScenario } from "../store-context.tsx";
import { nameOf } from "./compound-names.ts";
import { barrierWords, type Speech, useSpeech, writeMetres } from "./pair-words.ts";

/** Names shown before the rest is only counted. */
const SHOWN_NAMES = 3;

function changeWords(
  world: World,
  component: ComponentFound,
  { speech, isByStreet }: { readonly speech: Speech; readonly isByStreet: boolean },
): string | null {
  const { t, format } = speech;
  const way = chooseWay(component);
  const reason = readReason(component);
  if (way === null || reason === "alone") return null;
  const cellName = (i: number): string => {
    const { communityName, street } = world.compounds[i];
    return (isByStreet ? street : communityName) ?? t("links.envelopeUnknown");
  };
  const over = reason === "crossing" ? component.crossing : component.both;
  const barriers = (over?.barriers ?? []).map((b) =>
    barrierWords({ barrier: world.barriers[b] }, speech),
  );
  // A gap just short of the distance would not do, so one that is to be set is rounded up.
  const isToBeSet = reason === "gap" || reason === "gap-and-crossing";
  const metres = isToBeSet
    ? `${format.number(neededGapM(way), 1)} m`
    : writeMetres(way.gapM, format);
  return t(`way.${reason}`, {
    to: nameOf(world.compounds[way.to], t),
    metres,
    barriers: [...new Set(barriers)].join(t("pair.and")),
    fromCell: cellName(way.from),
    toCell: cellName(way.to),
  });
}

function besideWords(world: World, { oversized }: ComponentFound, { t }: Speech): string {
  const shown = oversized.slice(0, SHOWN_NAMES).map((i) => nameOf(world.compounds[i], t));
  const names = shown.join(t("pair.and"));
  const isAll = shown.length === oversized.length;
  const all = isAll ? names : t("links.more", { names, count: oversized.length });
  return t("way.besideOversized", { names: all });
}

/** What there is to say about a component, with the smallest change that would connect it. */
export function describeWay(
  world: World,
  component: ComponentFound,
  options: { readonly speech: Speech; readonly isByStreet: boolean },
): string {
  const { t, language } = options.speech;
  if (component.reason === "oversized") return t("way.oversized");
  const change = changeWords(world, component, options);
  if (component.reason !== "beside-oversized")
    return change ?? t("way.alone", { reach: SEARCH_REACH_M });
  const first = besideWords(world, component, options.speech);
  return [first, change].filter(Boolean).join(language === "zh" ? "；" : "; ");
}

/** {@link describeWay} in the page's language under the active scenario. */
export function useWayWords(world: World): (component: ComponentFound) => string {
  const speech = useSpeech();
  const isByStreet = useScenario()?.recipe.parameters.envelope === "street";
  return (component) => describeWay(world, component, { speech, isByStreet });
}

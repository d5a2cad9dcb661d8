import { PairDetail } from "../links/pair-detail.tsx";
import { useApp, useScenario } from "../store-context.tsx";
import { CARD_ID } from "./card-frame.tsx";
import { CompoundDetail } from "./compound-detail.tsx";
import { CompoundsDetail } from "./compounds-detail.tsx";
import { DistrictDetail } from "./district-detail.tsx";
import { DistrictsDetail } from "./districts-detail.tsx";
import { useKeepFocus } from "./use-keep-focus.ts";

/** Everything known about what is selected, and what can be done with it. */
export function DetailCard() {
  const { world, selection } = useApp(({ scene, selection }) => ({ world: scene, selection }));
  const scenario = useScenario();
  useKeepFocus(CARD_ID, selection);
  if (!world || !scenario || !selection) return null;
  const { kind, indices } = selection;
  const parts = { world, scenario };
  if (kind === "pair") return <PairDetail pair={indices} {...parts} />;
  if (kind === "districts") {
    const known = indices.filter((index) => scenario.estimates[index]);
    if (known.length === 0) return null;
    return known.length === 1 ? (
      <DistrictDetail key={known[0]} index={known[0]} {...parts} />
    ) : (
      <DistrictsDetail indices={known} {...parts} />
    );
  }
  return indices.length === 1 ? (
    <CompoundDetail key={indices[0]} index={indices[0]} {...parts} />
  ) : (
    <CompoundsDetail indices={indices} {...parts} />
  );
}

import { useEffect } from "react";
import type { AssessmentState } from "../../store/state.ts";
import { useActions, useApp, useScenario } from "../store-context.tsx";

/** Quiet time after an edit before its bands and odds are asked for, ms. */
const WAIT_MS = 400;

/** Bands and odds of the plan shown; null until the worker has them. */
export function useAssessment(): AssessmentState | null {
  const { assess } = useActions();
  const scenario = useScenario();
  const { busy, assessment } = useApp(({ busy, assessment }) => ({
    busy: busy !== null,
    assessment,
  }));
  const recipe = scenario?.recipe;
  const zoning = scenario?.zoning;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for anew whenever the plan changes
  useEffect(() => {
    if (busy) return;
    const timer = setTimeout(() => void assess(), WAIT_MS);
    return () => clearTimeout(timer);
  }, [assess, busy, recipe, zoning]);
  const isCurrent = assessment?.recipe === recipe && assessment?.zoning === zoning;
  return isCurrent ? assessment : null;
}

import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import type { MapSession } from "../../map/start-map.ts";
import type { Hand, HandStore } from "../../map/tools/hand.ts";

/** The tool in hand, and the map it works on; the map is null until it has started. */
export interface HandAndMap {
  readonly hand: HandStore;
  session(): MapSession | null;
}

const HandContext = createContext<HandAndMap | null>(null);

/** Hands the hand to everything below. */
export const HandProvider = HandContext.Provider;

/** @throws outside of a HandProvider */
export function useHandAndMap(): HandAndMap {
  const found = useContext(HandContext);
  if (!found) throw new Error("no hand above this component");
  return found;
}

/** A part of the hand; the component renders again when it changes (shallow). */
export function useHand<T>(select: (hand: Hand) => T): T {
  return useStore(useHandAndMap().hand, useShallow(select));
}

import type { ComponentStory } from "../../contiguity/explain-component.ts";
import type { Problem } from "../problem.ts";
import type { LocalLinker } from "./local-links.ts";
import type { Checking } from "./verify.ts";

/** Most nodes of a region that a relaxation is tried on. */
export const REGION_NODES = 16;
/** Values of one kind tried for one compound. */
export const MOST_TRIES = 24;

/** What all relaxations of one plan share. */
export interface Relaxing {
  readonly problem: Problem;
  /** what moves as one with a compound in the plan as it stands */
  readonly unitOf: (i: number) => readonly number[];
  readonly checking: Checking;
  /** length n: 1 where a compound takes part and no lock keeps its district as it is */
  readonly free: Uint8Array;
  /** compounds of a component, ascending */
  membersOf(component: number): readonly number[];
  /** what would be linked by a wider gap or a crossing */
  linker(): LocalLinker;
  /** why a component stands alone; null where links are not made by distance */
  story(component: number): ComponentStory | null;
}

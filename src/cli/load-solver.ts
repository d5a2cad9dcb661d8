import loadHighs from "highs";
import { highsSolver, type LinearSolver } from "../core/index.ts";

/** HiGHS as WebAssembly from the package's own folder; some 60 ms. */
export async function loadSolver(): Promise<LinearSolver> {
  return highsSolver(await loadHighs());
}

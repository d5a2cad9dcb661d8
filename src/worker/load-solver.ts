import loadHighs from "highs";
import wasmUrl from "highs/runtime?url";
import { highsSolver, type LinearSolver } from "../core/index.ts";

/** HiGHS as WebAssembly, served with the page; 3.5 MB, fetched when the first plan is asked for. */
export async function loadSolver(): Promise<LinearSolver> {
  return highsSolver(await loadHighs({ locateFile: () => wasmUrl }));
}

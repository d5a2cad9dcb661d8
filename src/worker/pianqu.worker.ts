import { expose } from "comlink";
import { loadSolver } from "./load-solver.ts";
import { MACHINE } from "./machine.ts";
import { openCrew } from "./open-crew.ts";
import { pause } from "./pause.ts";
import { createSession } from "./session.ts";

expose(
  createSession({
    now: () => performance.now(),
    pause,
    loadSolver,
    machine: MACHINE,
    crew: openCrew(),
  }),
);

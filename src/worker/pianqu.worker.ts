import { expose, transfer } from "comlink";
import { loadSolver } from "./load-solver.ts";
import { MACHINE } from "./machine.ts";
import { openCrew } from "./open-crew.ts";
import { pause } from "./pause.ts";
import { createSession } from "./session.ts";
import { sliceSession } from "./sliced-session.ts";

expose(
  sliceSession(
    createSession({
      now: () => performance.now(),
      pause,
      loadSolver,
      hand: (message, buffers) => transfer(message, [...buffers]),
      machine: MACHINE,
      crew: openCrew(),
    }),
  ),
);

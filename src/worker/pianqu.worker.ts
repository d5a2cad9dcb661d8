import { expose, transfer } from "comlink";
import { loadSolver } from "./load-solver.ts";
import { MACHINE } from "./machine.ts";
import { openContainerDesk } from "./open-container-desk.ts";
import { openCrew } from "./open-crew.ts";
import { pause } from "./pause.ts";
import { createSession, type SessionHost } from "./session.ts";
import { sliceSession } from "./sliced-session.ts";

const HOST: SessionHost = {
  now: () => performance.now(),
  pause,
  loadSolver,
  hand: (message, buffers) => transfer(message, [...buffers]),
  machine: MACHINE,
  desk: openContainerDesk(),
  crew: openCrew(),
};

expose(sliceSession(createSession(HOST), HOST));

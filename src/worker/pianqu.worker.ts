import { expose } from "comlink";
import { loadSolver } from "./load-solver.ts";
import { openCrew } from "./open-crew.ts";
import { pause } from "./pause.ts";
import { createSession } from "./session.ts";

expose(createSession({ now: () => performance.now(), pause, loadSolver, crew: openCrew() }));

import { expose } from "comlink";
import { decodeBytes, loadReadersFor } from "./load-readers.ts";
import { loadSolver } from "./load-solver.ts";
import { openCrew } from "./open-crew.ts";
import { pause } from "./pause.ts";
import { createSession } from "./session.ts";

expose(
  createSession({
    now: () => performance.now(),
    pause,
    loadSolver,
    loadReaders: loadReadersFor,
    decode: decodeBytes,
    crew: openCrew(),
  }),
);

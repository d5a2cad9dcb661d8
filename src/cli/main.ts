import { performance } from "node:perf_hooks";
import { loadSolver } from "./load-solver.ts";
import { openContainerDesk } from "./open-container-desk.ts";
import { defaultWorkers, openCrew } from "./open-crew.ts";
import { runCli } from "./run-cli.ts";

const { LC_ALL, LC_MESSAGES, LANG } = process.env;

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // The reader went away (`| head`): nobody is left to be told.
  if (error.code !== "EPIPE") throw error;
});

const desk = openContainerDesk();

process.exitCode = await runCli(process.argv.slice(2), {
  loadSolver,
  openCrew,
  workers: defaultWorkers(),
  openContainer: desk.open,
  language: (LC_ALL || LC_MESSAGES || LANG || "").startsWith("zh") ? "zh" : "en",
  stdout: (text) => process.stdout.write(`${text}\n`),
  stderr: (text) => process.stderr.write(`${text}\n`),
  now: () => performance.now(),
  peakMemoryMb: () => Math.round(process.resourceUsage().maxRSS / 1024),
});

desk.close();

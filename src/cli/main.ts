import { performance } from "node:perf_hooks";
import { loadReadersFor } from "./load-readers.ts";
import { loadSolver } from "./load-solver.ts";
import { defaultWorkers, openCrew } from "./open-crew.ts";
import { runCli } from "./run-cli.ts";

const { LC_ALL, LC_MESSAGES, LANG } = process.env;

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // The reader went away (`| head`): nobody is left to be told.
  if (error.code !== "EPIPE") throw error;
});

const words = process.argv.slice(2);

process.exitCode = await runCli(words, {
  loadSolver,
  openCrew,
  workers: defaultWorkers(),
  readers: await loadReadersFor(words),
  language: (LC_ALL || LC_MESSAGES || LANG || "").startsWith("zh") ? "zh" : "en",
  stdout: (text) => process.stdout.write(`${text}\n`),
  stderr: (text) => process.stderr.write(`${text}\n`),
  now: () => performance.now(),
  peakMemoryMb: () => Math.round(process.resourceUsage().maxRSS / 1024),
});

import { Worker, type WorkerOptions } from "node:worker_threads";

/**
 * Starts the thread whose file lies beside this one under `name`. From source the loader of TypeScript
 * has to be told of each thread; the built file needs none.
 */
export function openThread(name: string, options: WorkerOptions = {}): Worker {
  if (!import.meta.url.endsWith(".ts"))
    return new Worker(new URL(`./${name}.js`, import.meta.url), options);
  const loader = JSON.stringify(import.meta.resolve("tsx/esm/api"));
  const file = JSON.stringify(new URL(`./${name}.ts`, import.meta.url).href);
  const start = `import(${loader}).then(({ register }) => { register(); return import(${file}); })`;
  return new Worker(start, { ...options, eval: true });
}

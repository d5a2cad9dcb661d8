import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** The dev server's inline preamble breaks the content-security policy, which the built page keeps. */
const withoutPolicy: Plugin = {
  name: "no-policy-while-developing",
  apply: "serve",
  transformIndexHtml: (html, { server }) =>
    server ? html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, "") : html,
};

/** Three shapes of one source: the page, the command line (`--mode cli`) and the tests. */
export default defineConfig(({ mode }) => ({
  plugins: mode === "cli" ? [] : [react(), withoutPolicy],
  base: "./",
  worker: { format: "es" as const },
  publicDir: mode === "cli" ? false : "public",
  build:
    mode === "cli"
      ? {
          ssr: true,
          outDir: "dist/cli",
          emptyOutDir: true,
          rolldownOptions: {
            input: {
              pianqu: "src/cli/main.ts",
              "task.worker": "src/cli/task.worker.ts",
              "container.worker": "src/cli/container.worker.ts",
            },
            output: { entryFileNames: "[name].js", banner: "#!/usr/bin/env node" },
          },
        }
      : { outDir: "dist/page", emptyOutDir: true, chunkSizeWarningLimit: 1500 },
  preview: { port: 4173 },
  test: {
    projects: [
      {
        extends: true as const,
        test: {
          name: "unit",
          // Forked workers of this Vitest now and then die on a busy machine after their tests have passed.
          pool: "threads" as const,
          include: ["test/**/*.test.ts"],
          exclude: ["test/e2e/**"],
          testTimeout: 60_000,
        },
      },
      {
        extends: true as const,
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 180_000,
          // A busy machine takes its time to show what was done.
          expect: { poll: { timeout: 20_000 } },
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
}));

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Floor of each part of the house; a file imports its own floor's part or a lower floor. */
const FLOORS: Readonly<Record<string, number>> = {
  "src/core": 0,
  data: 0.5,
  "src/worker": 1,
  "src/cli": 1,
  "src/store": 2,
  "src/map": 3,
  "src/ui": 4,
  "src/main.tsx": 5,
};

const CORE_ORDER = [
  "base",
  "geometry",
  "ingest",
  "contiguity",
  "estimate",
  "zoning",
  "regionalization",
  "scenario",
  "export",
];

/** What a pure core must not know. */
const FORBIDDEN_GLOBALS = [
  "Math\\.random",
  "new Date\\b",
  "Date\\.",
  "performance",
  "setTimeout",
  "setInterval",
  "queueMicrotask",
  "requestAnimationFrame",
  "console",
  "document",
  "window",
  "globalThis",
  "process",
  "fetch",
  "localStorage",
  "indexedDB",
  "navigator",
  "crypto",
];

const DRAWERS = /^(utils?|helpers?|common|misc|shared|lib)$/;
const MAX_LINES = 400;

interface SourceText {
  /** path from the root, with forward slashes */
  readonly path: string;
  readonly text: string;
}

function listFiles(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((path) => statSync(join(ROOT, path)).isFile());
}

const FILES: readonly SourceText[] = ["src", "data", "test"]
  .flatMap(listFiles)
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));
const SOURCES = FILES.filter(({ path }) => !path.startsWith("test/"));

/** Source with comments blanked and strings kept, so that imports can be read from it. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(^|[^:"'`\\])\/\/.*$/gm, (match, before?: string) =>
    match.startsWith("/*") ? match.replace(/[^\n]/g, " ") : (before ?? ""),
  );
}

/** Source with comments and the contents of strings blanked. */
function codeOnly(text: string): string {
  return withoutComments(text).replace(
    /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g,
    '""',
  );
}

/** Paths from the root of the project's own files that a file imports, types included. */
function importsOf({ path, text }: SourceText): string[] {
  const pattern = /(?:from|import|new URL\()\s*\(?\s*"(\.{1,2}\/[^"]+)"/g;
  return [...withoutComments(text).matchAll(pattern)].map(([, target]) =>
    relative(ROOT, resolve(ROOT, dirname(path), target)).replaceAll("\\", "/"),
  );
}

function partOf(path: string): string {
  return Object.keys(FLOORS).find((part) => path === part || path.startsWith(`${part}/`)) ?? "?";
}

/** Faults of imports between the parts of the house. */
function floorFaults(files: readonly SourceText[]): string[] {
  return files.flatMap((file) =>
    importsOf(file).flatMap((target) => {
      const [from, to] = [partOf(file.path), partOf(target)];
      if (from === to) return [];
      const allowed = FLOORS[to] < FLOORS[from] || FLOORS[from] === undefined;
      return allowed ? [] : [`${file.path} → ${target}`];
    }),
  );
}

/** Faults of imports between the folders of the core. */
function coreOrderFaults(files: readonly SourceText[]): string[] {
  const rank = (path: string) => CORE_ORDER.indexOf(path.split("/")[2]);
  return files
    .filter(({ path }) => path.startsWith("src/core/") && path !== "src/core/index.ts")
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => rank(target) < 0 || rank(target) > rank(file.path))
        .map((target) => `${file.path} → ${target}`),
    );
}

/** One import cycle as a list of files, or null. */
function findCycle(files: readonly SourceText[]): string[] | null {
  const known = new Map(files.map((file) => [file.path, importsOf(file)]));
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return null;
    for (const target of known.get(path) ?? []) {
      const cycle = visit(target, [...trail, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return null;
  };
  for (const path of known.keys()) {
    const cycle = visit(path, []);
    if (cycle) return cycle;
  }
  return null;
}

/** Uses of forbidden globals; a name that the file declares itself is its own. */
function forbiddenGlobals(files: readonly SourceText[]): string[] {
  const use = new RegExp(`(?<![\\w.$"-])(${FORBIDDEN_GLOBALS.join("|")})(?![\\w"-]|\\s*[:?])`, "g");
  return files
    .filter(({ path }) => path.startsWith("src/core/"))
    .flatMap(({ path, text }) => {
      const code = codeOnly(text);
      const declares = (name: string) =>
        new RegExp(`\\b(const|let)\\s+${name}\\b|\\b${name}\\??:\\s`).test(code);
      const used = [...code.matchAll(use)].map(([name]) => name);
      return [...new Set(used)].filter((name) => !declares(name)).map((name) => `${path}: ${name}`);
    });
}

describe("the house", () => {
  it("has files to look at", () => {
    expect(SOURCES.length).toBeGreaterThan(40);
    expect(SOURCES.flatMap(importsOf).length).toBeGreaterThan(100);
  });

  it("imports downward only, type imports included", () => {
    expect(floorFaults(SOURCES)).toEqual([]);
  });

  it("enters the core through its door from above", () => {
    const around = SOURCES.filter(
      ({ path }) => !path.startsWith("src/core/") && !path.startsWith("data/"),
    ).flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith("src/core/") && target !== "src/core/index.ts")
        .map((target) => `${file.path} → ${target}`),
    );
    expect(around).toEqual([]);
  });

  it("keeps the core's folders in their order and away from its own door", () => {
    expect(coreOrderFaults(SOURCES)).toEqual([]);
    const folders = readdirSync(join(ROOT, "src/core"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(folders.sort()).toEqual([...CORE_ORDER].sort());
  });

  it("has no import cycles", () => {
    expect(findCycle(SOURCES)).toBeNull();
  });

  it("keeps clock, chance, timers and the outside world out of the core", () => {
    expect(forbiddenGlobals(SOURCES)).toEqual([]);
    const nodeImports = SOURCES.filter(
      ({ path, text }) => !path.startsWith("src/cli/") && /from "node:/.test(text),
    );
    expect(nodeImports.map(({ path }) => path)).toEqual([]);
  });

  it("has no drawers for everything", () => {
    const names = FILES.flatMap(({ path }) =>
      path
        .split("/")
        .map((name) => name.replace(/\..*$/, ""))
        .filter((name) => DRAWERS.test(name))
        .map(() => path),
    );
    expect(names).toEqual([]);
  });

  it("keeps files short and named in kebab-case", () => {
    const long = FILES.filter(({ text }) => text.split("\n").length > MAX_LINES + 1);
    expect(long.map(({ path }) => path)).toEqual([]);
    const odd = FILES.filter(
      ({ path }) => !/^[a-z0-9]+([-.][a-z0-9]+)*\.tsx?$/.test(path.split("/").at(-1) ?? ""),
    );
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  it("names no machine's folders", () => {
    const machine = new RegExp(
      ["home", "Users", "root", "work", "tmp"].map((folder) => `/${folder}/`).join("|"),
    );
    const named = FILES.filter(
      ({ path, text }) => path !== "test/architecture.test.ts" && machine.test(text),
    );
    expect(named.map(({ path }) => path)).toEqual([]);
  });
});

describe.skipIf(!existsSync(join(ROOT, "README.md")))("the README", () => {
  const readme = () => readFileSync(join(ROOT, "README.md"), "utf8");

  it("names every floor and every folder of the core", () => {
    const folders = ["core", "worker", "cli", "store", "map", "ui", ...CORE_ORDER];
    expect(folders.filter((folder) => !readme().includes(folder))).toEqual([]);
  });

  it("carries the word table", () => {
    const words = [
      ["compound", "小区"],
      ["aged", "老旧"],
      ["anchor", "牵头小区"],
      ["barrier", "阻隔"],
      ["crossing", "通道"],
      ["link", "邻接"],
      ["envelope", "边界依据"],
      ["assumptions", "测算参数"],
      ["estimate", "测算"],
      ["zoning", "划分方案"],
      ["district", "片区"],
      ["limits", "约束"],
      ["scenario", "情景"],
      ["certificate", "最优性证明"],
    ];
    const text = readme();
    expect(words.filter(([en, zh]) => !text.includes(en) || !text.includes(zh))).toEqual([]);
  });
});

/** The checks themselves, on small houses with one fault each. */
describe("the checks can fail", () => {
  const file = (path: string, text: string): SourceText => ({ path, text });

  it("an import upward, even of a type", () => {
    const bad = file("src/core/base/x.ts", 'import type { A } from "../../store/state.ts";');
    expect(floorFaults([bad])).toHaveLength(1);
    expect(floorFaults([file("src/worker/x.ts", 'import "../cli/y.ts";')])).toHaveLength(1);
    expect(floorFaults([file("src/ui/x.tsx", 'import "../store/y.ts";')])).toEqual([]);
  });

  it("an earlier core folder that imports a later one", () => {
    const bad = file("src/core/zoning/x.ts", 'export { a } from "../export/y.ts";');
    expect(coreOrderFaults([bad])).toHaveLength(1);
    const door = file("src/core/zoning/x.ts", 'import { a } from "../index.ts";');
    expect(coreOrderFaults([door])).toHaveLength(1);
  });

  it("a cycle of files", () => {
    const cycle = findCycle([
      file("src/ui/a.ts", 'import "./b.ts";'),
      file("src/ui/b.ts", 'import "./c.ts";'),
      file("src/ui/c.ts", 'import "./a.ts";'),
    ]);
    expect(cycle).toEqual(["src/ui/a.ts", "src/ui/b.ts", "src/ui/c.ts", "src/ui/a.ts"]);
  });

  it("a forbidden global in code, but not in words or property names", () => {
    const faults = (text: string) => forbiddenGlobals([file("src/core/base/x.ts", text)]);
    expect(faults("const t = performance.now();")).toHaveLength(1);
    expect(faults("const x = Math.random();")).toHaveLength(1);
    expect(faults("// the window of time\nconst s = 'fetch';")).toEqual([]);
    expect(faults("console.log(1);")).toHaveLength(1);
  });
});

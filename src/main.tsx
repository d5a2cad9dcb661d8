import { createRoot } from "react-dom/client";
import type { Language } from "./core/index.ts";
import { createAppStore } from "./store/create-app-store.ts";
import { createProjectAccess } from "./store/project-access.ts";
import { createProjectStorage } from "./store/project-storage.ts";
import { createReadingMemory } from "./store/reading-memory.ts";
import type { ColorScheme } from "./store/state.ts";
import { App } from "./ui/app.tsx";
import { connectWorker } from "./worker/connect.ts";

const DEMO_FILES = [
  "compounds.geojson",
  "barriers.geojson",
  "crossings.geojson",
  "communities.geojson",
];

async function fetchDemoFile(name: string): Promise<string> {
  const response = await fetch(`./demo/${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.text();
}

function fetchDemo() {
  return Promise.all(DEMO_FILES.map(async (name) => ({ name, text: await fetchDemoFile(name) })));
}

/** Scenery is no part of the data: without it the map is only plainer. */
function fetchScenery(): Promise<string | null> {
  return fetchDemoFile("context.geojson").catch(() => null);
}

/** What was chosen on an earlier visit; null where nothing was, or storage is forbidden. */
function recall(key: string): string | null {
  try {
    return localStorage.getItem(`pianqu.${key}`);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`pianqu.${key}`, value);
  } catch {
    // Storage is forbidden here: the choice holds for this visit only.
  }
}

function startLanguage(): Language {
  const chosen = recall("language");
  if (chosen === "zh" || chosen === "en") return chosen;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

function startScheme(): ColorScheme {
  const chosen = recall("colorScheme");
  return chosen === "light" || chosen === "dark" ? chosen : "auto";
}

/** 128 random bits; `randomUUID` is there on secure addresses only. */
function createId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const store = createAppStore({
  core: connectWorker(),
  fetchDemo,
  storage: createProjectStorage(),
  access: createProjectAccess(),
  memory: createReadingMemory(),
  now: () => Date.now(),
  newId: createId,
  initial: { language: startLanguage(), colorScheme: startScheme() },
});

store.subscribe((state, previous) => {
  if (state.language !== previous.language) remember("language", state.language);
  if (state.colorScheme !== previous.colorScheme) remember("colorScheme", state.colorScheme);
});

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(<App store={store} fetchScenery={fetchScenery} />);

const { restore, openDemo } = store.getState().actions;
if (!(await restore())) await openDemo();

import type { SourceFile } from "../core/index.ts";
import { wholeSource } from "../worker/held-text.ts";
import {
  type LogEntry,
  PROJECT_VERSION,
  type ScenarioSnapshot,
  type StoredProject,
} from "./stored-project.ts";

const FORMAT = "pianqu-project";

/** How such a file's name ends. */
export const PROJECT_FILE = /\.pianqu-project\.json$/i;

/** A project as one file: data, scenarios, histories; `version` first. */
export async function writeProject(project: StoredProject): Promise<string> {
  const { head, snapshots, log } = project;
  const decode = (bytes: Uint8Array, encoding: string, strict: boolean) =>
    new TextDecoder(encoding, { fatal: strict }).decode(bytes);
  const sources = await Promise.all(project.sources.map((one) => wholeSource(one, decode)));
  const { name, activeId, compounds, scenarios } = head;
  return `${JSON.stringify({
    version: PROJECT_VERSION,
    format: FORMAT,
    name,
    activeId,
    compounds,
    scenarios,
    sources,
    snapshots,
    log,
  })}\n`;
}

type ReadProject =
  | { readonly project: StoredProject }
  | { readonly project: null; readonly fault: "damaged" | "newer" };

type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";
const isCount = (value: unknown): value is number => Number.isSafeInteger(value);
const isList = <T>(value: unknown, is: (one: unknown) => one is T): value is readonly T[] =>
  Array.isArray(value) && value.every(is);

const isSource = (value: unknown): value is SourceFile =>
  isObject(value) && isText(value.name) && isText(value.text) && isText(value.role);

/** What is inside is checked where it is used: texts by their readers, proofs by theirs. */
const isSnapshot = (value: unknown): value is ScenarioSnapshot =>
  isObject(value) &&
  isText(value.scenario) &&
  isCount(value.seq) &&
  isText(value.text) &&
  isText(value.history) &&
  isList(value.proofs, (one): one is ScenarioSnapshot["proofs"][number] => isObject(one));

const isEntry = (value: unknown): value is LogEntry =>
  isObject(value) &&
  isText(value.scenario) &&
  isCount(value.seq) &&
  isObject(value.change) &&
  isText(value.change.kind);

type Named = StoredProject["head"]["scenarios"][number];
const isNamed = (value: unknown): value is Named =>
  isObject(value) &&
  isText(value.id) &&
  isText(value.name) &&
  (value.parentId === null || isText(value.parentId));

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
}

/** The project of such a file, without an id of its own; never throws. */
export function readProject(text: string): ReadProject {
  const content = parse(text);
  if (!isObject(content) || content.format !== FORMAT || !isCount(content.version))
    return { project: null, fault: "damaged" };
  if (content.version > PROJECT_VERSION) return { project: null, fault: "newer" };
  const { name, activeId, compounds, scenarios, sources, snapshots, log } = content;
  const isWhole =
    isText(name) &&
    (activeId === null || isText(activeId)) &&
    isCount(compounds) &&
    isList(scenarios, isNamed) &&
    isList(sources, isSource) &&
    isList(snapshots, isSnapshot) &&
    isList(log, isEntry);
  if (!isWhole || snapshots.length === 0) return { project: null, fault: "damaged" };
  const head = {
    version: PROJECT_VERSION,
    id: "",
    name,
    savedAt: 0,
    usedAt: 0,
    compounds,
    activeId,
    scenarios,
    deleted: false,
  };
  return { project: { head, sources, snapshots, log } };
}

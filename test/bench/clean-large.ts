/**
 * A large GeoJSON file with personal data, read and cleaned as the worker does it:
 * node --import tsx test/bench/clean-large.ts [megabytes].
 * Prints wall-clock and processor seconds of all threads, each as a ratio to `JSON.parse` of the same
 * bytes in the same run, and what is left of the names, telephone and identity numbers put in. Ends
 * with 1 when anything is.
 */
import { cleanLarge } from "../../src/worker/clean-large.ts";
import { type HeldSource, type LargeText, openSource } from "../../src/worker/held-text.ts";
import { openGiven, readHeld } from "../../src/worker/read-held.ts";
import { DESK, HOST } from "../core/ingest/containers/container-files.ts";

const MEGABYTES = Number(process.argv[2] ?? 50);
/** Longest text of this machine is 512 MB, and `JSON.parse` needs all of it. */
const LARGEST = 400;
/** Features written at once. */
const BATCH = 2000;
const NAME = "large.geojson";
const PERSONAL = /张[伟芳娜敏静]|139 ?\d{4} ?\d{4}|532301\d{11}[\dX]/g;

interface Taken {
  readonly wallS: number;
  readonly cpuS: number;
}

/** A walled compound of a town in rows of 500, with what owners' registers have. */
function featureText(i: number): string {
  const [x, y] = [101.5 + (i % 500) * 0.001, 25 + Math.floor(i / 500) * 0.001];
  const corners = [
    [0, 0],
    [0.0006, 0.00003],
    [0.0007, 0.0006],
    [0.0003, 0.0008],
    [-0.00004, 0.0005],
    [0, 0],
  ];
  const ring = corners.map(([dx, dy]) => [x + dx, y + dy].map((v) => Math.round(v * 1e7) / 1e7));
  const tail = String(1000_0000 + i).slice(-8);
  const properties = {
    compound_id: `C${i}`,
    小区名称: `${"甲乙丙丁戊"[i % 5]}苑${i}`,
    所属社区: `第${i % 97}社区`,
    户数: 120 + (i % 700),
    建筑面积: 9000 + (i % 50_000),
    建成年份: 1980 + (i % 30),
    业主姓名: `张${"伟芳娜敏静"[i % 5]}`,
    联系电话: `139${tail}`,
    身份证号: `53230119${60 + (i % 40)}0101${String(i % 1000).padStart(3, "0")}X`,
    备用: i % 2 === 0 ? `139 ${tail.slice(0, 4)} ${tail.slice(4)}` : "",
    备注: i % 7 === 0 ? `围墙破损，报修找139${tail}` : "无",
  };
  return JSON.stringify({
    type: "Feature",
    properties,
    geometry: { type: "Polygon", coordinates: [ring] },
  });
}

function createFile(bytes: number): { blob: Blob; features: number } {
  const parts: Blob[] = [new Blob(['{"type":"FeatureCollection","features":[\n'])];
  let [size, features] = [0, 0];
  while (size < bytes) {
    const lines = Array.from({ length: BATCH }, (_, k) => featureText(features + k)).join(",\n");
    parts.push(new Blob([features === 0 ? lines : `,\n${lines}`]));
    size += parts[parts.length - 1].size;
    features += BATCH;
  }
  return { blob: new Blob([...parts, new Blob(["\n]}\n"])]), features };
}

async function take<T>(work: () => T | Promise<T>): Promise<Taken & { readonly result: T }> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, wallS: (performance.now() - start) / 1000, cpuS: (user + system) / 1e6 };
}

const host = {
  now: () => performance.now(),
  pause: () => new Promise<void>((resolve) => setImmediate(resolve)),
  machine: HOST,
  desk: DESK,
};

async function holdFile(blob: Blob): Promise<HeldSource & { readonly text: LargeText }> {
  const [held] = (await openGiven([{ name: NAME, blob }], { stopped: false }, host)) ?? [];
  const { name, text } = held;
  if (typeof text === "string") throw new Error("the file is too small to stay where it lies");
  return { role: "compounds", name, text };
}

async function readAll(source: HeldSource) {
  const options = { fieldMap: {}, crs: null };
  const asked = { sources: [source], options, onProgress: () => {} };
  const read = await readHeld(asked, { stopped: false }, host);
  if (read === null) throw new Error("reading was stopped");
  return read;
}

async function cleanAlone(source: HeldSource & { readonly text: LargeText }) {
  const file = await openSource(source, HOST.decode, () => true);
  if (file === null) throw new Error("opening was stopped");
  const turns = { pause: host.pause, isStopped: () => false };
  return take(() => cleanLarge({ text: source.text, file }, HOST.decode, turns));
}

/** Whatever was put in that a text still holds. */
function countPersonal(text: string): number {
  return text.match(PERSONAL)?.length ?? 0;
}

function printRow(what: string, { wallS, cpuS }: Taken, parsed: Taken): void {
  const cells = [wallS, wallS / parsed.wallS, cpuS, cpuS / parsed.cpuS];
  console.log(`| ${what} | ${cells.map((cell) => cell.toFixed(2)).join(" | ")} |`);
}

if (!(MEGABYTES >= 4 && MEGABYTES <= LARGEST)) throw new Error(`give 4 to ${LARGEST} megabytes`);
const { blob, features } = createFile(MEGABYTES * 1e6);
const text = await blob.text();
// What was parsed is let go of: it would be in the way of the collector.
const parsed = await take(() => JSON.parse(text).features.length);
const source = await holdFile(blob);
const read = await take(() => readAll(source));
const cleaned = await cleanAlone(source);

console.log(
  `${features} features, ${(blob.size / 1e6).toFixed(1)} MB, ${countPersonal(text)} personal`,
);
console.log("| | wall s | ÷ JSON.parse | processor s | ÷ JSON.parse |\n|---|---|---|---|---|");
printRow("JSON.parse of the same bytes", parsed, parsed);
printRow("read and cleaned (`readHeld`)", read, parsed);
printRow("cleaned once more, alone (`cleanLarge`)", cleaned, parsed);

const { kept, world } = read.result;
const [held] = kept ?? [source];
const keptText = typeof held.text === "string" ? held.text : await held.text.blob.text();
const left = {
  kept: countPersonal(keptText),
  alone: countPersonal((await cleaned.result?.blob.text()) ?? text),
  head: typeof held.text === "string" ? 0 : countPersonal(held.text.head),
  world: world.compounds.reduce((n, one) => n + countPersonal(JSON.stringify(one.properties)), 0),
  issues: countPersonal(JSON.stringify(world.issues)),
};
console.log(`compounds read: ${world.compounds.length}; personal left: ${JSON.stringify(left)}`);
process.exitCode = Object.values(left).every((n) => n === 0) ? 0 : 1;

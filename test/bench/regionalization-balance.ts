import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ObjectiveKernel } from "../../src/core/regionalization/kernel.ts";
import { createPieces, type Piece } from "../../src/core/regionalization/piece.ts";
import { createSearch } from "../../src/core/regionalization/search/create-search.ts";
import { cpuSeconds, FLOOR, problemOf, readCity } from "./touching-layer.ts";

/**
 * Balanced and compact beside METIS 5.1 (`gpmetis -contig -ufactor=300`, Debian's `metis`) at its k:
 * `npx tsx test/bench/regionalization-balance.ts FOLDER`. The search takes the value from outside:
 * links cut, and `PER_IMBALANCE` for the square of what a district differs from the mean.
 */
const [folder = ""] = process.argv.slice(2);
const CASES = [
  { size: 738, districts: 146, seconds: 5 },
  { size: 5000, districts: 993, seconds: 10 },
];
const PER_IMBALANCE = 12;
const METIS = "gpmetis";

/** −(links inside) + PER_IMBALANCE × (households / mean − 1)². */
function balanceKernel(piece: Piece, meanHouseholds: number): ObjectiveKernel {
  const inside = new Uint8Array(piece.count);
  const linksTo = (node: number) => {
    let links = 0;
    for (let e = piece.offset[node]; e < piece.offset[node + 1]; e++)
      links += inside[piece.neighbor[e]];
    return links;
  };
  const value = (list: Int32Array, from: number, to: number) => {
    let [links, households] = [0, 0];
    for (let k = from; k < to; k++) inside[list[k]] = 1;
    for (let k = from; k < to; k++) {
      links += linksTo(list[k]);
      households += piece.households[list[k]];
    }
    for (let k = from; k < to; k++) inside[list[k]] = 0;
    return PER_IMBALANCE * (households / meanHouseholds - 1) ** 2 - links / 2;
  };
  const joint = new Int32Array(piece.count);
  return {
    moments: 0,
    needsMembers: true,
    admits: null,
    momentOf: new Float64Array(0),
    value,
    joined({ list, from, to }, node) {
      for (let k = from; k < to; k++) joint[k - from] = list[k];
      joint[to - from] = node;
      return value(joint, 0, to - from + 1);
    },
    left: ({ list, from, to }) => value(list, from, to),
  };
}

/** Cut links / links, spread of households, districts under the floor, districts in pieces. */
function measure(piece: Piece, district: ArrayLike<number>) {
  const members = new Map<number, number[]>();
  let cut = 0;
  for (let a = 0; a < piece.count; a++) {
    members.set(district[a], [...(members.get(district[a]) ?? []), a]);
    for (let e = piece.offset[a]; e < piece.offset[a + 1]; e++) {
      if (district[piece.neighbor[e]] !== district[a]) cut++;
    }
  }
  const sums = [...members.values()].map((m) => m.reduce((s, i) => s + piece.households[i], 0));
  const mean = sums.reduce((s, h) => s + h, 0) / sums.length;
  const variance = sums.reduce((s, h) => s + (h - mean) ** 2, 0) / sums.length;
  const split = [...members.values()].filter((own) => {
    const seen = new Set([own[0]]);
    for (const a of seen) {
      for (let e = piece.offset[a]; e < piece.offset[a + 1]; e++) {
        if (district[piece.neighbor[e]] === district[a]) seen.add(piece.neighbor[e]);
      }
    }
    return seen.size < own.length;
  });
  return [
    sums.length,
    (cut / piece.neighbor.length).toFixed(4),
    (Math.sqrt(variance) / mean).toFixed(4),
    sums.filter((h) => h < FLOOR).length,
    split.length,
  ];
}

function runMetis(piece: Piece, districts: number): { district: number[]; seconds: number } {
  const file = join(mkdtempSync(join(tmpdir(), "metis-")), "city.graph");
  const lines = Array.from({ length: piece.count }, (_, a) => {
    const row = piece.neighbor.subarray(piece.offset[a], piece.offset[a + 1]);
    return [piece.households[a], ...Array.from(row, (b) => b + 1)].join(" ");
  });
  writeFileSync(file, `${piece.count} ${piece.neighbor.length / 2} 010\n${lines.join("\n")}\n`);
  const start = performance.now();
  execFileSync(METIS, ["-contig", "-ufactor=300", file, String(districts)]);
  const seconds = (performance.now() - start) / 1000;
  const text = readFileSync(`${file}.part.${districts}`, "utf8");
  return { district: text.trim().split("\n").map(Number), seconds };
}

console.log(
  "| compounds | method | s | districts | cut links | cv of households | under floor | split |",
);
console.log("|---|---|---|---|---|---|---|---|");
for (const { size, districts, seconds } of CASES) {
  const city = readCity(folder, size);
  if (city === null) continue;
  const [piece] = createPieces(problemOf(city, {}));
  const metis = runMetis(piece, districts);
  const theirs = measure(piece, metis.district);
  console.log(`| ${[size, "METIS", metis.seconds.toFixed(2), ...theirs].join(" | ")} |`);
  const wanted = Number(theirs[0]);
  const mean = piece.households.reduce((s, h) => s + h, 0) / wanted;
  const goal = { wanted, countsDistricts: false, hasValue: true };
  const search = createSearch(
    piece,
    { ...goal, kernel: (own) => balanceKernel(own, mean) },
    { seed: 1, iterations: 100_000 },
  );
  const start = cpuSeconds();
  while (cpuSeconds() - start < seconds && search.step(2000));
  const ours = measure(piece, search.best().district);
  console.log(`| ${[size, "ours", (cpuSeconds() - start).toFixed(2), ...ours].join(" | ")} |`);
}

/**
 * Outlines of the demo city, whole and after one compound went to a neighbouring district:
 * `node --import tsx test/bench/outlines.ts`. Processor time, ms.
 */
import { createOutlineDrawer } from "../../src/core/index.ts";
import { growDistricts, prepareEditWorld } from "./edit-world.ts";

const EDITS = 100;
const prepared = prepareEditWorld(738);
const { world, graph, recipe } = prepared;
const { gapM } = recipe.parameters;
let zoning = growDistricts(prepared, 6);

function cpuMs(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const drawer = createOutlineDrawer(world, gapM);
const first = cpuMs(() => drawer.draw(zoning));
const whole = cpuMs(() => createOutlineDrawer(world, gapM).draw(zoning));
const times = Array.from({ length: EDITS }, (_, k) => {
  const assignment = zoning.assignment.slice();
  const compound = (k * 37) % assignment.length;
  const partners = graph.neighbor.subarray(graph.offset[compound], graph.offset[compound + 1]);
  const to = partners.find((i) => assignment[i] !== assignment[compound]);
  if (to !== undefined) assignment[compound] = assignment[to];
  zoning = { ...zoning, assignment };
  return cpuMs(() => drawer.draw(zoning));
}).sort((a, b) => a - b);
console.log(`${zoning.districts.length} districts, gap ${gapM} m`);
console.log(`first time ${first.toFixed(0)} ms, whole again ${whole.toFixed(0)} ms`);
console.log(
  `after an edit: p50 ${times[EDITS >> 1].toFixed(1)} ms, longest ${times[EDITS - 1].toFixed(1)} ms`,
);

import { describe, expect, it } from "vitest";
import { type Heading, stepAlongLinks } from "../../../src/core/zoning/step-along-links.ts";
import { gridWorld, recipeWith, solved } from "../../prepared-builder.ts";

const WORLD = gridWorld(17, { columns: 4 });
const { graph } = solved(WORLD, recipeWith()).prepared;
const step = (from: number, heading: Heading) =>
  stepAlongLinks(graph, WORLD.shapes.centroid, { from, heading });

describe("moving along links", () => {
  it("[Z42] an arrow leads straight on where there is a way straight on", () => {
    expect(step(5, "east")).toBe(6);
    expect(step(5, "west")).toBe(4);
    expect(step(5, "north")).toBe(9);
    expect(step(5, "south")).toBe(1);
  });

  it("[Z42] leads nowhere at the edge and from an isolate", () => {
    expect(step(0, "west")).toBeNull();
    expect(step(0, "south")).toBeNull();
    expect(step(16, "west")).toBeNull();
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CollectionStream, readWorld } from "../../../../src/core/index.ts";
import { geojsonOf } from "../../../geojson-builder.ts";
import { gridWorld } from "../../../prepared-builder.ts";

const AS_GIVEN = { fieldMap: {}, crs: null };
const CITY = geojsonOf(gridWorld(12, { columns: 4 }));

function read(
  text: string,
  cuts: readonly number[],
  onPiece: (stream: CollectionStream) => void = () => {},
) {
  const stream = new CollectionStream();
  const ends = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  [...ends, text.length].reduce((from, to) => {
    stream.push(text.slice(from, to));
    onPiece(stream);
    return to;
  }, 0);
  return { count: stream.count, parsed: stream.end() };
}

const CUTS = fc.array(fc.nat(1_000_000), { maxLength: 12 });
const VALUE = fc.jsonValue({ maxDepth: 3 });
const COLLECTION = fc.record({
  before: fc.dictionary(fc.constantFrom("crs", "name", "pianqu", '"}{'), VALUE),
  features: fc.array(VALUE, { maxLength: 6 }),
  after: fc.dictionary(fc.constantFrom("bbox", "x", "]}"), VALUE),
  space: fc.constantFrom(0, 1, 2),
});

describe("a collection read piece by piece", () => {
  it("[I69] is what parsing the whole text gives, wherever the text is cut", () => {
    fc.assert(
      fc.property(COLLECTION, CUTS, ({ before, features, after, space }, cuts) => {
        const value = { type: "FeatureCollection", ...before, features, ...after };
        const text = JSON.stringify(value, null, space);
        const { parsed } = read(text, cuts);
        // An escape behind the list may hide a second list: such a text is left to the other reader.
        if (parsed === undefined) expect(text).toMatch(/\\|\ufffd|"features".*"features"/s);
        else expect(parsed.value).toEqual(JSON.parse(text));
      }),
      { seed: 69, numRuns: 400 },
    );
  });

  it("[I69] features handed out on the way are those of the whole text, each once", () => {
    fc.assert(
      fc.property(COLLECTION, CUTS, ({ before, features, after, space }, cuts) => {
        const text = JSON.stringify(
          { type: "FeatureCollection", ...before, features, ...after },
          null,
          space,
        );
        const handed: unknown[] = [];
        const { parsed, count } = read(text, cuts, (stream) => handed.push(...stream.drain()));
        if (parsed === undefined) return;
        expect(parsed.value).toEqual({ ...JSON.parse(text), features: [] });
        expect(handed).toEqual(JSON.parse(text).features);
        expect(count).toBe(handed.length);
      }),
      { seed: 54, numRuns: 400 },
    );
  });

  it("[I69] takes every sound city", () => {
    const { parsed, count } = read(CITY, [7, 500, 501, 1200]);
    expect(count).toBe(12);
    expect(parsed?.value).toEqual(JSON.parse(CITY));
    const file = { role: "compounds", name: "a.geojson" } as const;
    const whole = readWorld([{ ...file, text: CITY }], AS_GIVEN);
    if (parsed === undefined) throw new Error("left to the other reader");
    expect(readWorld([{ ...file, parsed }], AS_GIVEN)).toEqual(whole);
  });

  it.each([
    ["cut off", CITY.slice(0, -30)],
    ["with more behind it", `${CITY}{}`],
    ["with a comma too many", CITY.replace(/\}\s*\]\s*\}\s*$/, "},]}")],
    ["without a comma", CITY.replace(/\},\s*\{"type":"Feature"/, '} {"type":"Feature"')],
    ["with NaN", CITY.replace(/:\d+/, ":NaN")],
    ["with a second list", CITY.replace(/\}\s*$/, ',"features":[]}')],
    ["in another encoding", CITY.replace('"', '"\ufffd')],
    ["closed by the wrong bracket", CITY.replace(/\]\s*\}\s*$/, "}}")],
    ["a single feature", '{"type":"Feature","properties":{},"geometry":null}'],
    ["a list", "[1,2]"],
    ["too deep", CITY.replace('"features":[', `"features":[${"[".repeat(90)}${"]".repeat(90)},`)],
    ["nothing", ""],
  ])("[I69] leaves a text %s to the reader of whole texts", (_, text) => {
    expect(read(text, [5, 300, 900]).parsed).toBeUndefined();
  });
});

import { type Folder, kmlWithFolders, type Root } from "@tmcw/togeojson";
import { DOMParser } from "@xmldom/xmldom";
import { isCommunityName } from "../ledger-aliases.ts";
import { fieldOfHeader } from "../ledger-columns.ts";
import type { Note } from "../note.ts";
import type { DecodeBytes, Extract, RawFile } from "./container.ts";
import { decodeText } from "./decode-text.ts";
import { measureXml } from "./measure-xml.ts";

const MAX_LENGTH = 150_000_000;
const MAX_DEPTH = 200;
const MAX_ELEMENTS = 5_000_000;

/** Placemark members of togeojson that are style, not data. */
const STYLE =
  /^(?:styleUrl|styleHash|styleMapHash|icon|icon-.*|stroke|stroke-.*|fill|fill-.*|label-.*|visibility|open|timespan|timestamp|@geometry-type)$/i;

function plainText(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return "value" in value ? value.value : JSON.stringify(value);
}

/** Lines of a note that all say `户数：60`, as people type them on a phone; else none. */
function describedLines(text: string): [string, string][] {
  const lines = text
    .split(/<br[^>]*>|<\/(?:p|div)>|\n/i)
    .map((line) =>
      line
        .replace(/<[^>]*>/g, "")
        .replaceAll("&nbsp;", " ")
        .trim(),
    )
    .filter((line) => line !== "");
  const pairs = lines.map((line) => /^([^\s\d:：/][^:：/]{0,19})[:：](?!\/\/)\s*(.+)$/.exec(line));
  if (pairs.some((pair) => pair === null)) return [];
  return pairs.flatMap((pair): [string, string][] => (pair ? [[pair[1].trim(), pair[2]]] : []));
}

/** Rows of the table that many programs write into the description of a placemark. */
function describedRows(description: unknown): [string, string][] {
  const text = String(plainText(description) ?? "").slice(0, 50_000);
  if (!/<td/i.test(text)) return describedLines(text);
  const cells = [...text.matchAll(/<t[dh][^>]*>([\s\S]*?)<\/t[dh]>/gi)].map(([, cell]) =>
    cell
      .replace(/<[^>]*>/g, "")
      .replaceAll("&nbsp;", " ")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&")
      .trim(),
  );
  const pairs: [string, string][] = [];
  for (let i = 0; i + 1 < cells.length; i += 2) {
    if (cells[i] !== "") pairs.push([cells[i], cells[i + 1]]);
  }
  return pairs;
}

function readProperties(raw: unknown): Record<string, unknown> {
  const entries = Object.entries(raw ?? {}).filter(([key]) => !STYLE.test(key));
  const rows = entries.flatMap(([key, value]) =>
    key === "description" ? describedRows(value) : [],
  );
  const own = entries
    .filter(([key]) => key !== "description" || rows.length === 0)
    .map(([key, value]): [string, unknown] => [key, plainText(value)]);
  const taken = new Set(own.map(([key]) => key));
  return Object.fromEntries([...own, ...rows.filter(([key]) => !taken.has(key))]);
}

/** Parses XML without entities; what the parser minds is kept to itself unless nothing comes out. */
function parseXml(text: string): Parameters<typeof kmlWithFolders>[0] {
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level === "fatalError") throw new Error(message);
    },
  });
  return parser.parseFromString(text, "text/xml") as unknown as Parameters<
    typeof kmlWithFolders
  >[0];
}

/** The longest beginning of a cut-off text that ends with a whole placemark, closed again. */
function closeCut(text: string): string | null {
  const end = text.toLowerCase().lastIndexOf("</placemark>");
  if (end < 0) return null;
  const body = text.slice(0, end + "</placemark>".length);
  const open: string[] = [];
  for (const [, slash, name, empty] of body.matchAll(/<(\/?)([A-Za-z][\w:.-]*)[^>]*?(\/?)>/g)) {
    if (empty === "/") continue;
    if (slash === "") open.push(name);
    else if (open.at(-1) === name) open.pop();
  }
  return (
    body +
    open
      .reverse()
      .map((name) => `</${name}>`)
      .join("")
  );
}

/** Placemarks in the order of the file; those in a folder called after its 社区 take it from there. */
function placemarksIn({ children }: Root | Folder, community: string | null): Placemark[] {
  return children.flatMap((child): Placemark[] => {
    if (child.type === "Feature") return [{ ...child, community }];
    const name = String(child.meta.name ?? "").replace(/\s+/g, "");
    return placemarksIn(child, isCommunityName(name) ? name.slice(0, 60) : community);
  });
}

interface Placemark {
  readonly id?: unknown;
  readonly geometry: unknown;
  readonly properties: unknown;
  readonly community: string | null;
}

function propertiesOf({ properties, community }: Placemark): Record<string, unknown> {
  const own = readProperties(properties);
  const fields = Object.keys(own).map((key) => fieldOfHeader(key)?.field);
  const said = fields.includes("community") || fields.includes("street_community");
  return community === null || said ? own : { ...own, 社区: community };
}

function readFeatures(text: string, notes: Note[]): readonly Placemark[] {
  try {
    return placemarksIn(kmlWithFolders(parseXml(text)), null);
  } catch (error) {
    const closed = closeCut(text);
    if (closed === null) throw error;
    const features = placemarksIn(kmlWithFolders(parseXml(closed)), null);
    const args = { n: features.length };
    notes.push({ severity: "error", code: "xml-cut-off", args });
    return features;
  }
}

/**
 * Placemarks of a KML text (OGC 07-147r2, always WGS 84) by @tmcw/togeojson on @xmldom/xmldom. Texts
 * with entities of their own, nested too deep or too long are refused; of a cut-off text the whole
 * placemarks are kept.
 */
export function readKml({ bytes }: RawFile, decode: DecodeBytes): Extract {
  const refuse = (code: Note["code"], args: Note["args"]): Extract => ({
    layers: [],
    notes: [{ severity: "error", code, args }],
  });
  if (bytes.length > MAX_LENGTH) {
    const size = `${Math.round(bytes.length / 1e6)} MB`;
    return refuse("file-too-large", { size, limit: `${MAX_LENGTH / 1e6} MB` });
  }
  const { text } = decodeText(bytes, decode);
  const { depth, elements, hasDoctype } = measureXml(text);
  if (hasDoctype) return refuse("xml-entities", {});
  if (depth > MAX_DEPTH) return refuse("json-too-deep", { depth, limit: MAX_DEPTH });
  if (elements > MAX_ELEMENTS) {
    return refuse("too-many-features", { n: elements, limit: MAX_ELEMENTS });
  }
  const notes: Note[] = [];
  // A text that only points at others (`doc.kml` of many archives) has no placemarks of its own.
  const found = /<(?:\w+:)?placemark/i.test(text) ? readFeatures(text, notes) : [];
  if (found.length === 0 && notes.length === 0 && /<(?:\w+:)?networklink/i.test(text))
    return { layers: [], notes };
  const features = found.map((placemark) => {
    const { id, geometry } = placemark;
    const plain = { type: "Feature", properties: propertiesOf(placemark), geometry };
    return typeof id === "string" && id !== "" ? { ...plain, id } : plain;
  });
  return { layers: [{ kind: "features", layer: null, features, crs: null }], notes };
}

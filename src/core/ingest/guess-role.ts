import { createIssueLog } from "./issue-log.ts";
import { matchColumns } from "./ledger-columns.ts";
import { type Guess, guessLayer, roleOfName } from "./roles/guess-layer.ts";
import { collectEvidence } from "./roles/layer-evidence.ts";
import { tellOwnProduct } from "./roles/own-products.ts";
import { readHeaders } from "./roles/table-headers.ts";
import { isTableText } from "./table/table.ts";
import { hasGeometry } from "./table/table-features.ts";
import type { SourceRole } from "./world.ts";

/** Only the beginning of a file is looked at, UTF-16 units. */
const HEAD = 400_000;

/** What stands in for compounds, best first. */
const SPARES = ["points", "housing", "table"] as const;

function guessTable(name: string, text: string): Guess {
  if (tellOwnProduct(text) !== null) return { role: "context", spare: null };
  const headers = readHeaders(text);
  const fields = matchColumns(headers, { source: name, fieldMap: null }, createIssueLog());
  if (!hasGeometry(fields)) return { role: "ledger", spare: null };
  const named = roleOfName(name);
  if (named === "crossings" || named === "barriers" || named === "communities")
    return { role: named, spare: null };
  return fields.has("wkt") || named === "compounds"
    ? { role: "compounds", spare: null }
    : { role: "ledger", spare: "table" };
}

/** True for a text that holds nothing but notes on why: of a file that could not be read, or an archive. */
export function holdsNotesOnly(text: string): boolean {
  if (!/^\{"type":"FeatureCollection","pianqu":\{"reading":/.test(text)) return false;
  return text.length < HEAD && /"features":\[\]\}\s*$/.test(text);
}

function guess(name: string, text: string): Guess {
  const head = text
    .slice(0, HEAD)
    .replaceAll("\u001e", "")
    .replace(/^\ufeff/, "");
  const start = head.trimStart()[0];
  const isTable =
    isTableText(head) || (start !== "{" && start !== "[" && /^[^\n]*[,;\t]/.test(head));
  if (isTable && !/\.(?:geo)?json$/i.test(name)) return guessTable(name, head);
  if (start !== "{") {
    const isBroken = /\.(?:geo)?json$/i.test(name) && start !== "[";
    return { role: isBroken ? "compounds" : "ledger", spare: null };
  }
  // What could not be opened brings nothing but its notes; it must not take the compounds' place.
  if (holdsNotesOnly(head)) return { role: roleOfName(name) ?? "barriers", spare: null };
  return guessLayer(name, collectEvidence(name, head));
}

/**
 * What files dropped together hold. Points with a ledger's columns are a ledger beside polygons, and the
 * compounds where nothing else is; without them parcels of housing are, else the first table of points.
 */
export function guessRoles<T extends { readonly name: string; readonly text: string }>(
  files: readonly T[],
): (T & { readonly role: SourceRole })[] {
  const guessed = files.map((file) => ({ file, ...guess(file.name, file.text) }));
  const isThere = guessed.some(({ role }) => role === "compounds");
  const called = SPARES.find((one) => guessed.some(({ spare }) => spare === one));
  const chosen = guessed.filter(({ spare }) => !isThere && called && spare === called);
  const compounds = called === "table" ? chosen.slice(0, 1) : chosen;
  return guessed.map((one) => ({
    ...one.file,
    role: compounds.includes(one) ? "compounds" : one.role,
  }));
}

/**
 * What a file probably holds, from the beginning of its text and, where that leaves it open, its name:
 * for files dropped together. Any text is allowed; the fallback is `compounds`.
 */
export function guessRole(name: string, text: string): SourceRole {
  return guess(name, text).role;
}

/** What a file's or layer's name says it holds. */
export type NameNoun = "crossings" | "communities" | "water" | "ways" | "ledger" | "compounds";

const NOUNS: readonly (readonly [NameNoun, string])[] = [
  ["crossings", "crossing|bridge|underpass|通道|桥|过街|地道"],
  ["communities", "communit|neighbou?rhood|社区|居委|辖区|网格|行政区|村界"],
  ["water", "water|river|lake|canal|水|河|湖|渠|江"],
  // 街道 is a subdistrict.
  ["ways", "barrier|road|street|rail|highway|阻隔|路|街(?!道)|铁"],
  ["ledger", "ledger|台账"],
  ["compounds", "compound|estate|小区|院落|家属院|楼院"],
];

const PATTERN = new RegExp(NOUNS.map(([noun, words]) => `(?<${noun}>${words})`).join("|"), "gi");

function nounsIn(text: string): NameNoun[] {
  return [...text.matchAll(PATTERN)].flatMap(({ groups }) =>
    NOUNS.filter(([noun]) => groups?.[noun] !== undefined).map(([noun]) => noun),
  );
}

/** Nouns of the layer's own name; where it has none, those of the archive it lies in. */
export function nounsOf(name: string): readonly NameNoun[] {
  const parts = name.split("/").reverse();
  return parts.map(nounsIn).find((nouns) => nouns.length > 0) ?? [];
}

/**
 * What a name says its file holds: its last noun, as 北桥街道小区 are compounds and 小区道路 are roads;
 * null when it says nothing.
 */
export function nounOf(name: string): NameNoun | null {
  return nounsOf(name).at(-1) ?? null;
}

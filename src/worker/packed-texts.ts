/** Texts of many compounds as one, each different text once. */
export interface PackedTexts {
  /** the different texts, one after the other */
  readonly text: string;
  /** per different text: where it ends, UTF-16 units */
  readonly ends: Uint32Array<ArrayBuffer>;
  /** per entry: 0 null, else 1 + the position of its text among the different ones */
  readonly places: Uint32Array<ArrayBuffer>;
}

export function packTexts(entries: readonly (string | null)[]): PackedTexts {
  const different = new Map<string, number>();
  const places = Uint32Array.from(entries, (entry) => {
    if (entry === null) return 0;
    const known = different.get(entry);
    if (known === undefined) different.set(entry, different.size + 1);
    return known ?? different.size;
  });
  const texts = [...different.keys()];
  let end = 0;
  const ends = Uint32Array.from(texts, ({ length }) => {
    end += length;
    return end;
  });
  return { text: texts.join(""), ends, places };
}

/** The entry at a position of the list that was packed. */
export function textAt({ text, ends, places }: PackedTexts, index: number): string | null {
  const place = places[index];
  if (place === 0) return null;
  return text.slice(place === 1 ? 0 : ends[place - 2], ends[place - 1]);
}

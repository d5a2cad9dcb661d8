type Properties = Readonly<Record<string, unknown>>;

/** Property bags as JSON in one buffer, which goes from thread to thread without a copy. */
export interface PackedProperties {
  /** UTF-8, one text after the other */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** per bag: where its text ends */
  readonly ends: Uint32Array<ArrayBuffer>;
}

/** @param bags as files have them: what JSON can say */
export function packProperties(bags: readonly Properties[]): PackedProperties {
  const encoder = new TextEncoder();
  const texts = bags.map((bag) => encoder.encode(JSON.stringify(bag)));
  const ends = new Uint32Array(bags.length);
  let length = 0;
  texts.forEach((text, k) => {
    length += text.length;
    ends[k] = length;
  });
  const bytes = new Uint8Array(length);
  texts.forEach((text, k) => void bytes.set(text, ends[k] - text.length));
  return { bytes, ends };
}

/** The bag at a position of the list that was packed. */
export function unpackProperties({ bytes, ends }: PackedProperties, index: number): Properties {
  const text = bytes.subarray(index === 0 ? 0 : ends[index - 1], ends[index]);
  return JSON.parse(new TextDecoder().decode(text));
}

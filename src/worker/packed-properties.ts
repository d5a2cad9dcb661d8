type Properties = Readonly<Record<string, unknown>>;

/** Property bags as JSON in one buffer, which goes from thread to thread without a copy. */
export interface PackedProperties {
  /** UTF-8, one text after the other */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** per bag: where its text ends */
  readonly ends: Uint32Array<ArrayBuffer>;
}

/** Most bytes of a UTF-16 unit in UTF-8. */
const MAX_BYTES = 3;

/** @param bags as files have them: what JSON can say */
export function packProperties(bags: readonly Properties[]): PackedProperties {
  const encoder = new TextEncoder();
  const texts = bags.map((bag) => JSON.stringify(bag));
  const units = texts.reduce((sum, { length }) => sum + length, 0);
  const room = new Uint8Array(MAX_BYTES * units);
  let end = 0;
  const ends = Uint32Array.from(texts, (text) => {
    end += encoder.encodeInto(text, room.subarray(end)).written;
    return end;
  });
  return { bytes: room.slice(0, end), ends };
}

/** The bag at a position of the list that was packed. */
export function unpackProperties({ bytes, ends }: PackedProperties, index: number): Properties {
  const text = bytes.subarray(index === 0 ? 0 : ends[index - 1], ends[index]);
  return JSON.parse(new TextDecoder().decode(text));
}

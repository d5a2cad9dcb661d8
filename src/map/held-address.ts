/** Scheme of addresses under which MapLibre's workers load files that the page holds by reference. */
export const HELD = "held";

const BEFORE = `${HELD}://file/`;

/** @param url of the file, as `URL.createObjectURL` gives it */
export function heldAddress(url: string): string {
  return `${BEFORE}${encodeURIComponent(url)}`;
}

/** What {@link heldAddress} was given. */
export function urlOfHeld(address: string): string {
  return decodeURIComponent(address.slice(BEFORE.length));
}

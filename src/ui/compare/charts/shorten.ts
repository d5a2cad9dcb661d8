/** Width of a Chinese and of a Latin character at 12 px. */
const WIDE = 12.4;
export const NARROW = 6.3;

const widthOf = (character: string) =>
  /\p{Script=Han}|[（）、，]/u.test(character) ? WIDE : NARROW;

/** As much of a text as fits into `room` px at 12 px. */
export function shorten(text: string, room: number): string {
  const characters = [...text];
  const all = characters.reduce((sum, one) => sum + widthOf(one), 0);
  if (all <= room) return text;
  let used = WIDE;
  const kept = characters.findIndex((one) => {
    used += widthOf(one);
    return used > room;
  });
  return `${characters.slice(0, kept).join("")}…`;
}

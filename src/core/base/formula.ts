/** Half- and full-width characters at which a spreadsheet starts to calculate. */
export const FORMULA = /^\s*[=+\-@|＝＋－＠\t\r]/;

/** A text that no spreadsheet takes for a formula: one that looks like it gets a leading `'`. */
export function defuse(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text as it was before {@link defuse}; every other text stays as it is. */
export function restoreText(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Whether XML 1.0 (section 2.2) allows the character. */
function isAllowed(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return !((code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff);
}

/** Text without what XML cannot hold. */
export function keepXml(text: string): string {
  return [...text].filter(isAllowed).join("");
}

/** Text as XML shows it, in content and in quoted attributes; what XML cannot hold is left out. */
export function escapeXml(text: string): string {
  let written = "";
  for (const character of text) {
    if (isAllowed(character)) written += ESCAPES[character] ?? character;
  }
  return written;
}

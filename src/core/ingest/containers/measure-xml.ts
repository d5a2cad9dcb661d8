/** Deepest nesting of elements in an XML text, their number, and whether it defines entities. */
export interface XmlShape {
  readonly depth: number;
  readonly elements: number;
  readonly hasDoctype: boolean;
}

const TAG = /<(!--[\s\S]*?-->|!\[CDATA\[[\s\S]*?\]\]>|!DOCTYPE|[/]?[^\s>/!?][^>]*>)/gi;

/** Measures an XML text without parsing it, so that one which would exhaust the parser is never begun. */
export function measureXml(text: string): XmlShape {
  let depth = 0;
  let deepest = 0;
  let elements = 0;
  let hasDoctype = false;
  for (const [, tag] of text.matchAll(TAG)) {
    if (tag.startsWith("!")) hasDoctype ||= /^!doctype/i.test(tag);
    else if (tag.startsWith("/")) depth -= 1;
    else {
      elements += 1;
      if (tag.endsWith("/>")) continue;
      depth += 1;
      deepest = Math.max(deepest, depth);
    }
  }
  return { depth: deepest, elements, hasDoctype };
}

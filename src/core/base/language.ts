/** The languages every message exists in. */
export type Language = "zh" | "en";

/**
 * One text in both languages; `{name}` marks where an argument goes, `{n row|rows}` a count with the word
 * for one and the word for more.
 */
export type Bilingual = Readonly<Record<Language, string>>;

const MARK = /\{(\w+)(?: ([^{}|]*)\|([^{}|]*))?\}/g;

/** Names of the arguments that a template takes. */
export function marksOf(template: string): string[] {
  return [...template.matchAll(MARK)].map(([, name]) => name);
}

/** Fills the marks of a template from `args`; an unknown mark stays as it is. */
export function fillTemplate(
  template: string,
  args: Readonly<Record<string, string | number>>,
): string {
  return template.replace(MARK, (mark, key: string, one?: string, more?: string) => {
    if (!Object.hasOwn(args, key)) return mark;
    const value = String(args[key]);
    const word = value === "1" ? one : more;
    return word === undefined ? value : `${value} ${word}`;
  });
}

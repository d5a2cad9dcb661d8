/** The languages every message exists in. */
export type Language = "zh" | "en";

/** One text in both languages; `{name}` marks where an argument goes. */
export type Bilingual = Readonly<Record<Language, string>>;

/** Fills `{name}` marks of a template from `args`; an unknown mark stays as it is. */
export function fillTemplate(
  template: string,
  args: Readonly<Record<string, string | number>>,
): string {
  return template.replace(/\{(\w+)\}/g, (mark, key: string) =>
    Object.hasOwn(args, key) ? String(args[key]) : mark,
  );
}

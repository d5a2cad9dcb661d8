import type { Bilingual } from "./language.ts";

/** What is wrong and what to do about it, in words. `{name}` marks an argument of the issue. */
export interface IssueText {
  readonly message: Bilingual;
  readonly fix: Bilingual;
}

/** Every issue code of the program with its words; SPEC.md says when each is raised. */
export const ISSUE_TEXTS = {
  "json-syntax": {
    message: {
      zh: "{source} 不是完整的 JSON：{detail}",
      en: "{source} is not complete JSON: {detail}",
    },
    fix: {
      zh: "请重新导出或重新复制该文件，文件可能被截断。",
      en: "Export or copy the file again; it may have been cut off.",
    },
  },
} as const satisfies Record<string, IssueText>;

export type IssueCode = keyof typeof ISSUE_TEXTS;

import { type Bilingual, fillTemplate } from "../base/language.ts";

/** What can happen to a scenario. */
export const LOG_EVENTS = [
  "made",
  "branched",
  "renamed",
  "noted",
  "locked",
  "unlocked",
  "archived",
  "restored",
  "planned",
  "assumed",
  "changed",
  "edited",
  "replanned",
] as const;

export type LogEvent = (typeof LOG_EVENTS)[number];

/** One line of a scenario's log. */
export interface LogEntry {
  readonly event: LogEvent;
  /** when, as the caller says (the core has no clock), e.g. ISO 8601; null: not said */
  readonly at: string | null;
  /** names and numbers for the words */
  readonly args: Readonly<Record<string, string | number>>;
}

/** What people keep of a scenario beside its plan. */
export interface ScenarioRecord {
  readonly note: string;
  /** nothing may be changed any more but the lock */
  readonly locked: boolean;
  /** out of the way, not gone */
  readonly archived: boolean;
  /** oldest first */
  readonly log: readonly LogEntry[];
}

export const NEW_RECORD: ScenarioRecord = { note: "", locked: false, archived: false, log: [] };

const WORDS: Readonly<Record<LogEvent, Bilingual>> = {
  made: { zh: "新建", en: "made" },
  branched: { zh: "由“{from}”复制", en: "copied from “{from}”" },
  renamed: { zh: "由“{from}”更名为“{to}”", en: "renamed from “{from}” to “{to}”" },
  noted: { zh: "修改备注", en: "note changed" },
  locked: { zh: "锁定", en: "locked" },
  unlocked: { zh: "解除锁定", en: "unlocked" },
  archived: { zh: "归档", en: "archived" },
  restored: { zh: "取消归档", en: "taken out of the archive" },
  planned: { zh: "重新划分：{districts} 个片区", en: "planned again: {districts} districts" },
  assumed: { zh: "修改测算参数：{keys}", en: "assumptions changed: {keys}" },
  changed: { zh: "修改设定：{keys}", en: "settings changed: {keys}" },
  replanned: {
    zh: "重新划分：{compounds} 个小区换了片区",
    en: "planned again: {compounds} compounds changed district",
  },
  edited: { zh: "手工调整 {compounds} 个小区", en: "{compounds} compounds moved by hand" },
};

/** A line of the log in words. */
export function describeLog({ event, args }: LogEntry): Bilingual {
  const words = WORDS[event];
  return { zh: fillTemplate(words.zh, args), en: fillTemplate(words.en, args) };
}

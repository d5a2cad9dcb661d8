import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "../core/index.ts";
import { compareEn } from "./messages/compare-en.ts";
import { compareZh } from "./messages/compare-zh.ts";
import { editEn } from "./messages/edit-en.ts";
import { editZh } from "./messages/edit-zh.ts";
import { en } from "./messages/en.ts";
import { intakeEn } from "./messages/intake-en.ts";
import { intakeZh } from "./messages/intake-zh.ts";
import { zh } from "./messages/zh.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof zh };
  }
}

/** The catalogue in one language to begin with; React escapes, so the catalogue does not. */
export function createCatalogue(language: Language): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: "zh",
    resources: {
      zh: { translation: zh, edit: editZh, compare: compareZh, intake: intakeZh },
      en: { translation: en, edit: editEn, compare: compareEn, intake: intakeEn },
    },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return instance;
}

const COLLATOR = new Intl.Collator("zh-CN", { numeric: true });

/** Order of names as a Chinese reader looks them up: by pinyin, numbers by their value. */
export const compareNames: (a: string, b: string) => number = COLLATOR.compare;

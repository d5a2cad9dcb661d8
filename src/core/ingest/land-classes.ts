/**
 * Columns of the class of land by name: of land surveys (TD/T 1055: DLMC) and of spatial plans.
 * Lower case.
 */
export const LAND_NAMES = ["dlmc", "地类名称", "地类", "ydyhflmc", "用地用海分类名称"] as const;

/**
 * Classes by code that may stand without a name; the same figures mean something else in each of these
 * columns. DLBM: GB/T 21010-2017, and with three figures that of 2007. YDYHFLDM: land and sea use of
 * spatial plans. GB: GB/T 13923, by its first four figures.
 */
const CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dlbm: {
    "1001": "铁路用地",
    "1002": "轨道交通用地",
    "1003": "公路用地",
    "1004": "城镇村道路用地",
    "1006": "农村道路",
    "1101": "河流水面",
    "1102": "湖泊水面",
    "1103": "水库水面",
    "1104": "坑塘水面",
    "1105": "沿海滩涂",
    "1106": "内陆滩涂",
    "1107": "沟渠",
    "1108": "沼泽地",
    "0701": "城镇住宅用地",
    "0702": "农村宅基地",
    "101": "铁路用地",
    "102": "公路用地",
    "103": "街巷用地",
    "104": "农村道路",
    "111": "河流水面",
    "112": "湖泊水面",
    "113": "水库水面",
    "114": "坑塘水面",
    "115": "沿海滩涂",
    "116": "内陆滩涂",
    "117": "沟渠",
  },
  ydyhfldm: {
    "1201": "铁路用地",
    "1202": "公路用地",
    "1206": "城市轨道交通用地",
    "1207": "城镇道路用地",
    "1701": "河流水面",
    "1702": "湖泊水面",
    "1703": "水库水面",
    "1704": "坑塘水面",
    "1705": "沟渠",
    "0701": "城镇住宅用地",
    "0703": "农村宅基地",
  },
  gb: {
    "2101": "河流",
    "2102": "时令河",
    "2103": "干涸河",
    "2201": "运河",
    "2202": "干渠",
    "2203": "支渠",
    "2301": "湖泊",
    "2401": "水库",
    "4101": "铁路",
    "4102": "窄轨铁路",
    "4201": "国道",
    "4202": "省道",
    "4203": "县道",
    "4204": "乡道",
  },
};

const SAME_CODES: Readonly<Record<string, string>> = {
  地类编码: "dlbm",
  地类代码: "dlbm",
  用地用海分类代码: "ydyhfldm",
  国标码: "gb",
};

/** Columns of land classes by code, and of feature codes. */
export const CODE_HEADERS = [...Object.keys(CODES), ...Object.keys(SAME_CODES)];

/** Columns that make a layer one of land parcels. */
export const LAND_HEADERS: readonly string[] = [
  ...LAND_NAMES,
  ...CODE_HEADERS.filter((header) => header !== "gb" && header !== "国标码"),
];

/** Columns under which whatever is no barrier is a parcel. */
export const PARCEL_HEADERS: readonly string[] = [...LAND_HEADERS, "用地性质", "用地类型"];

/** Name of the class that a code stands for in a column; null where that is not certain. */
export function nameOfCode(header: string, code: string): string | null {
  const column = Object.hasOwn(SAME_CODES, header) ? SAME_CODES[header] : header;
  const names = CODES[column] ?? {};
  // Parts of a class carry a letter: 1104A, 0602K.
  const figures = code.trim().replace(/[A-Za-z]$/, "");
  const key = column === "gb" ? (/^\d{6}$/.test(figures) ? figures.slice(0, 4) : "") : figures;
  return Object.hasOwn(names, key) ? names[key] : null;
}

/** True for a use of land, which is a parcel and no barrier: 城镇住宅用地, 水田. */
export function isParcel(word: string): boolean {
  return /(?:用地|宅基地|建设用地|[旱荒林草园耕]地|水田|水浇地|果园|茶园|田坎|空地|绿地|广场|建制镇|村庄)$/.test(
    word,
  );
}

/** True for land that people live on. */
export function isHousing(word: string): boolean {
  return /住宅|宅基地|居住/.test(word);
}

import { CLASSES, type Classified } from "./barrier-words.ts";
import { LAND_NAMES } from "./land-classes.ts";
import type { BarrierClass } from "./world.ts";

/** Width from which a road without class is hard, m (Korean practice; DESIGN §4). */
export const HARD_WIDTH_M = 20;

/** Properties that may name the class, best first; lower case. */
export const CLASS_HEADERS: readonly string[] = [
  "highway",
  "railway",
  "waterway",
  "natural",
  "water",
  "fclass",
  "class",
  "road_class",
  "roadclass",
  "road_type",
  "roadtype",
  "rtype",
  "道路等级",
  "道路级别",
  "道路类别",
  "道路类型",
  "道路分类",
  "公路等级",
  "技术等级",
  "行政等级",
  "铁路类型",
  "水系类型",
  "水系类别",
  "等级",
  "级别",
  "类别",
  "类型",
  "分类",
  "类别名称",
  "分类名称",
  "要素类型",
  ...LAND_NAMES,
  "用地性质",
  "用地类型",
  "type",
  "kind",
  "barrier",
];

/** Properties that may give the width, m. */
export const WIDTH_HEADERS = ["width_m", "width", "红线宽度", "道路宽度", "宽度"] as const;

/** Shortest known word that may end a longer one. */
const MIN_ENDING = 3;

/** What is there but below the ground. */
const BELOW = /^(?:地下|下穿|暗)|隧道|涵洞/;

/** A class word as it may be looked up: whole and bare first, else any of its parts. */
interface WordForms {
  readonly whole: readonly string[];
  readonly parts: readonly string[];
}

/** `次干路（红线24m）` → `次干路`; `1101 河流水面` → `河流水面`; `城市主干路` → `主干路`. */
function formsOf(word: string): WordForms {
  const plain = word.normalize("NFKC").trim().toLowerCase();
  const bare = plain
    .replace(/[([【][^)\]】]*[)\]】]?/g, "")
    .replace(/^[\d.]+\s*[-_:.、]?\s*(?=[\u4e00-\u9fff])/, "")
    .replace(/^(?:城市|城镇|市区|城区|现状|现有)(?=.{2})/, "")
    .trim();
  const parts = bare.split(/[\s\-_/\\>|,、;·]+/).filter((part) => part !== "");
  return { whole: [plain, plain.replace(/_link$/, ""), bare], parts };
}

/** Longest Chinese class word that ends the word: `双向六车道快速路`. */
function ofEnding(word: string): Classified | null {
  for (let at = 1; at <= word.length - MIN_ENDING; at++) {
    const ending = word.slice(at);
    if (/^[\u4e00-\u9fff]+$/.test(ending)) {
      const found = CLASSES.get(ending);
      if (found !== undefined) return found;
    }
  }
  return null;
}

const SEVERITY: readonly BarrierClass[] = ["hard", "penalised", "free"];

/** Of several classes in one cell (`主干路/支路`) the one that parts most. */
function hardestOf(parts: readonly string[]): Classified | null {
  const found = parts.map((part) => CLASSES.get(part)).filter((one) => one !== undefined);
  const order = SEVERITY.flatMap((one) => found.filter((f) => f.barrierClass === one));
  return order[0] ?? null;
}

function usualClass({ whole, parts }: WordForms): Classified | null {
  const exact = whole.find((word) => CLASSES.has(word));
  if (exact !== undefined) return CLASSES.get(exact) ?? null;
  const [plain, , bare] = whole;
  const found = hardestOf(parts) ?? ofEnding(bare);
  return found !== null && BELOW.test(plain) ? { ...found, barrierClass: "free" } : found;
}

/**
 * Meaning of a class word of a file, null when unknown.
 * @param local classes of the place, which go before the usual ones
 */
export function classify(
  word: string,
  local: Readonly<Record<string, BarrierClass>> = {},
): Classified | null {
  const forms = formsOf(word);
  const usual = usualClass(forms);
  const own = forms.whole.find((one) => Object.hasOwn(local, one));
  if (own === undefined) return usual;
  return { kind: usual?.kind ?? "other", barrierClass: local[own] };
}

/** Endings of names that tell what is called so without a class column. */
const NAME_ENDING = /(?:高速公路|高速|快速路|铁路|高铁|运河|河|江)$/;

/** The class that the name of a feature tells: a class word itself, or a name that ends with one. */
export function classOfName(name: string): (Classified & { readonly word: string }) | null {
  const [plain] = formsOf(name).whole;
  const word = CLASSES.has(plain) ? plain : NAME_ENDING.exec(plain)?.[0];
  const found = word === undefined ? undefined : CLASSES.get(word);
  return word === undefined || found === undefined ? null : { ...found, word };
}

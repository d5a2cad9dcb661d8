import {
  type ExportedFile,
  guessRole,
  holdsNotesOnly,
  type ReadOptions,
  type SourceFile,
  type SourceRole,
} from "../core/index.ts";
import type { Terminal } from "./command.ts";
import type { Arguments } from "./parse-arguments.ts";
import { readDataFiles } from "./read-data-files.ts";
import { normaliseCrs } from "./read-file-options.ts";
import { readReading } from "./read-reading.ts";
import { UsageError } from "./usage-error.ts";

const ROLE_OPTIONS: readonly (readonly [option: string, role: SourceRole])[] = [
  ["ledger", "ledger"],
  ["barriers", "barriers"],
  ["crossings", "crossings"],
  ["communities", "communities"],
];

/** Files that options name, with the role the option gives them. @throws UsageError */
export async function readOptionSources(
  args: Arguments,
  terminal: Pick<Terminal, "openContainer" | "language" | "stderr">,
): Promise<SourceFile[]> {
  const sources: SourceFile[] = [];
  for (const [option, role] of ROLE_OPTIONS) {
    for (const data of await readDataFiles(args.all(option), terminal.openContainer)) {
      const { taken, left } = takeFitting(data.files, role);
      sources.push(...taken.map((file) => ({ ...file, role })));
      if (left.length > 0) terminal.stderr(leftOutLine(option, { ...data, taken, left }, terminal));
    }
  }
  return sources;
}

interface Taken {
  readonly taken: readonly ExportedFile[];
  /** layers that look like something else */
  readonly left: readonly SourceFile[];
}

/** Of several layers those that look like what the option is for, or all when none does. */
function takeFitting(files: readonly ExportedFile[], role: SourceRole): Taken {
  const layers = files
    .filter(({ text }) => !holdsNotesOnly(text))
    .map((file): SourceFile => ({ ...file, role: guessRole(file.name, file.text) }));
  const left = layers.filter((layer) => layer.role !== role);
  if (left.length === layers.length) return { taken: files, left: [] };
  const names = new Set(left.map(({ name }) => name));
  return { taken: files.filter(({ name }) => !names.has(name)), left };
}

function leftOutLine(
  option: string,
  { path, taken, left }: Taken & { readonly path: string },
  { language }: Pick<Terminal, "language">,
): string {
  const used = taken.filter(({ text }) => !holdsNotesOnly(text)).map(({ name }) => name);
  const other = left.map(({ name, role }) => `${name} (${role})`);
  return language === "zh"
    ? `--${option} ${path}：只取 ${used.join("、")}，未取 ${other.join("、")}；要取请写出图层名`
    : `--${option} ${path}: took ${used.join(", ")}, not ${other.join(", ")}; name a layer to take it`;
}

/**
 * `--map-field` and `--crs` on top of `--reading`, else of `given`; for single files see `decideFiles`.
 * @throws UsageError
 */
export function readOptionsFrom(args: Arguments, given: ReadOptions): ReadOptions {
  const base = readReading(args) ?? given;
  const pairs = args.all("map-field").map((text): [string, string] => {
    const at = text.indexOf("=");
    if (at > 0 && at < text.length - 1) return [text.slice(0, at), text.slice(at + 1)];
    throw new UsageError(
      `--map-field 不能是“${text}”，请写成 households=户数字段`,
      `--map-field cannot be "${text}"; write it as households=units`,
    );
  });
  const crs = args.text("crs");
  if (crs !== null && !/^(epsg:\d+|gcj02|bd09)$/i.test(crs))
    throw new UsageError(
      `--crs 不能是“${crs}”，请用 EPSG:n、gcj02 或 bd09`,
      `--crs cannot be "${crs}"; use EPSG:n, gcj02 or bd09`,
    );
  const twice = pairs.find(([field], i) => pairs.findIndex(([other]) => other === field) < i);
  if (twice)
    throw new UsageError(
      `--map-field ${twice[0]}=… 只能给一次`,
      `give --map-field ${twice[0]}=… only once`,
    );
  const fieldMap = { ...base.fieldMap, ...Object.fromEntries(pairs) };
  return { ...base, fieldMap, crs: crs === null ? base.crs : normaliseCrs(crs) };
}

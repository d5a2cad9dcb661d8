import type { OpenContainer, ReadOptions, SourceFile, SourceRole } from "../core/index.ts";
import { readDataFiles } from "./files.ts";
import type { Arguments } from "./parse-arguments.ts";
import { normaliseCrs, readFileDecisions } from "./read-file-options.ts";
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
  open: OpenContainer,
): Promise<SourceFile[]> {
  const sources: SourceFile[] = [];
  for (const [option, role] of ROLE_OPTIONS) {
    const files = await readDataFiles(args.all(option), open);
    sources.push(...files.map((file) => ({ ...file, role })));
  }
  return sources;
}

/** `--map-field`, `--crs` and the like on top of `--reading`, else of `given`. @throws UsageError */
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
  const files = readFileDecisions(args, base.files ?? {});
  const read = { fieldMap, crs: crs === null ? base.crs : normaliseCrs(crs) };
  return Object.keys(files).length === 0 ? read : { ...read, files };
}

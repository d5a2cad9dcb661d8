import type {
  BuildingGroup,
  FileReading,
  OpenContainer,
  ReadOptions,
  SourceFile,
  SourceRole,
} from "../core/index.ts";
import { readDataFiles } from "./files.ts";
import type { Arguments } from "./parse-arguments.ts";
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

const UNDECIDED: FileReading = {
  crs: null,
  swapped: false,
  columns: {},
  units: {},
  joins: {},
  group: null,
};

/** Decisions on single files, each named as `validate` lists it. @throws UsageError */
function readFileDecisions(
  args: Arguments,
  base: Readonly<Record<string, FileReading>>,
): Record<string, FileReading> {
  const files: Record<string, FileReading> = { ...base };
  const change = (name: string, part: Partial<FileReading>) => {
    files[name] = { ...UNDECIDED, ...files[name], ...part };
  };
  for (const [name, crs] of splitAll(args, "file-crs", /^(?:epsg:\d+|gcj02|bd09)$/i)) {
    change(name, { crs: normaliseCrs(crs) });
  }
  for (const name of args.all("swap-axes")) change(name, { swapped: true });
  for (const [name, group] of splitAll(args, "group-buildings", /^(?:name|id|block)$/)) {
    change(name, { group: group as BuildingGroup });
  }
  return files;
}

function splitAll(args: Arguments, option: string, value: RegExp): [string, string][] {
  return args.all(option).map((text): [string, string] => {
    const at = text.lastIndexOf("=");
    const [name, given] = [text.slice(0, at), text.slice(at + 1)];
    if (at > 0 && value.test(given)) return [name, given];
    throw new UsageError(
      `--${option} 不能是“${text}”，请写成 文件名=值（见 --help）`,
      `--${option} cannot be "${text}"; write it as file=value (see --help)`,
    );
  });
}

function normaliseCrs(crs: string): string {
  return /^epsg:/i.test(crs) ? crs.toUpperCase() : crs.toLowerCase();
}

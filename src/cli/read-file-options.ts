import {
  ALL_UNITS,
  type BuildingGroup,
  type ColumnUnit,
  type FileReading,
  readUnit,
  type SourceFile,
} from "../core/index.ts";
import type { Arguments } from "./parse-arguments.ts";
import { UsageError } from "./usage-error.ts";

const UNDECIDED: FileReading = {
  crs: null,
  swapped: false,
  columns: {},
  units: {},
  joins: {},
  group: null,
};

/** Decisions on single files, each named as `validate` lists it. @throws UsageError */
export function readFileDecisions(
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
  for (const [name, column, unit] of readColumnUnits(args)) {
    change(name, { units: { ...files[name]?.units, [column]: unit } });
  }
  for (const name of args.all("swap-axes")) change(name, { swapped: true });
  for (const [name, group] of splitAll(args, "group-buildings", /^(?:name|id|block)$/)) {
    change(name, { group: group as BuildingGroup });
  }
  return files;
}

/** `file:column=unit`, the unit in any usual spelling. @throws UsageError */
function readColumnUnits(args: Arguments): (readonly [name: string, column: string, ColumnUnit])[] {
  const read = args.all("column-unit").map((text) => {
    const [, name, column, written] = /^([^:]+):(.+)=([^=]*)$/s.exec(text) ?? [];
    if (name === undefined)
      throw new UsageError(
        `--column-unit 不能是“${text}”，请写成 台账.xlsx:建筑面积=万㎡`,
        `--column-unit cannot be "${text}"; write it as ledger.xlsx:建筑面积=万㎡`,
      );
    const unit = readUnit(written);
    if (unit !== null) return [name, column, unit] as const;
    const list = ALL_UNITS.join(" | ");
    throw new UsageError(
      `--column-unit 的单位不能是“${written}”，请用 ${list}`,
      `the unit of --column-unit cannot be "${written}"; use ${list}`,
    );
  });
  const twice = read.find(([name, column], i) =>
    read.slice(0, i).some(([other, own]) => other === name && own === column),
  );
  if (twice === undefined) return read;
  const [name, column] = twice;
  throw new UsageError(
    `--column-unit ${name}:${column}=… 只能给一次`,
    `give --column-unit ${name}:${column}=… only once`,
  );
}

/** Files named by options on single files must be among those read. @throws UsageError */
export function checkNamedFiles(args: Arguments, sources: readonly SourceFile[]): void {
  const names = sources.map(({ name }) => name);
  const check = (option: string, name: string) => {
    if (names.includes(name)) return;
    const list = names.join(" | ");
    throw new UsageError(
      `--${option}：没有读入文件“${name}”，请用 ${list}`,
      `--${option}: no file "${name}" is read; use ${list}`,
    );
  };
  for (const text of args.all("column-unit"))
    check("column-unit", text.slice(0, text.indexOf(":")));
  for (const name of args.all("swap-axes")) check("swap-axes", name);
  for (const option of ["file-crs", "group-buildings"])
    for (const text of args.all(option)) check(option, text.slice(0, text.lastIndexOf("=")));
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

/** As the core spells it. */
export function normaliseCrs(crs: string): string {
  return /^epsg:/i.test(crs) ? crs.toUpperCase() : crs.toLowerCase();
}

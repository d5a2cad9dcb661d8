import {
  ALL_UNITS,
  type BuildingGroup,
  type ColumnUnit,
  type FileReading,
  holdsNotesOnly,
  type ReadOptions,
  readUnit,
  type SourceFile,
  UNDECIDED,
} from "../core/index.ts";
import type { Arguments } from "./parse-arguments.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Decisions on single files on top of those in `read`. A file is named as `validate` lists it; a
 * container with one layer also answers to its own name.
 * @throws UsageError for a name that nothing read has
 */
export function decideFiles<R extends Pick<ReadOptions, "fieldMap" | "crs" | "files">>(
  args: Arguments,
  read: R,
  sources: readonly SourceFile[],
): R {
  const files: Record<string, FileReading> = { ...read.files };
  const decide = (option: string, given: string, part: (old: FileReading) => object) => {
    const name = findSource(option, given, sources);
    const old = files[name] ?? UNDECIDED;
    files[name] = { ...old, ...part(old) };
  };
  for (const [name, crs] of splitAll(args, "file-crs", /^(?:epsg:\d+|gcj02|bd09)$/i))
    decide("file-crs", name, () => ({ crs: normaliseCrs(crs) }));
  for (const [name, column, unit] of readColumnUnits(args))
    decide("column-unit", name, ({ units }) => ({ units: { ...units, [column]: unit } }));
  for (const name of args.all("swap-axes")) decide("swap-axes", name, () => ({ swapped: true }));
  for (const [name, group] of splitAll(args, "group-buildings", /^(?:name|id|block)$/))
    decide("group-buildings", name, () => ({ group: group as BuildingGroup }));
  return Object.keys(files).length === 0 ? read : { ...read, files };
}

/** The source that is meant. @throws UsageError when none is, or several are */
function findSource(option: string, given: string, sources: readonly SourceFile[]): string {
  const layers = sources.filter(({ text }) => !holdsNotesOnly(text)).map(({ name }) => name);
  const inside = layers.filter((name) => name.startsWith(`${given}/`));
  const named = layers.includes(given) ? [given] : inside;
  if (named.length === 1) return named[0];
  const all = sources.map(({ name }) => name);
  if (all.includes(given) && inside.length === 0) return given;
  const list = (inside.length > 0 ? inside : all).join(" | ");
  throw new UsageError(
    inside.length > 0
      ? `--${option}：“${given}”有几个图层，请用 ${list}`
      : `--${option}：没有读入文件“${given}”，请用 ${list}`,
    inside.length > 0
      ? `--${option}: "${given}" has several layers; use ${list}`
      : `--${option}: no file "${given}" is read; use ${list}`,
  );
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

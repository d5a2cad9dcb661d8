/** Version of the scenario file that this program writes. */
export const SCENARIO_VERSION = 1;

/** Turns the content of a file of version `n` into that of version `n + 1`. */
export type Migration = (content: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** Key `n` migrates from version `n` to `n + 1`; one entry for every version before the current. */
export const MIGRATIONS: ReadonlyMap<number, Migration> = new Map();

/**
 * The content in version `to`, step by step; `version` is kept in step.
 * @throws when a step is missing, which is a fault of the program.
 */
export function migrateScenario(
  content: Readonly<Record<string, unknown>>,
  from: number,
  { to, steps }: { readonly to: number; readonly steps: ReadonlyMap<number, Migration> },
): Readonly<Record<string, unknown>> {
  let current = content;
  for (let version = from; version < to; version++) {
    const step = steps.get(version);
    if (!step) throw new Error(`no migration from scenario version ${version} to ${version + 1}`);
    current = { ...step(current), version: version + 1 };
  }
  return current;
}

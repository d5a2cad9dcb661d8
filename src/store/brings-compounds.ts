import { guessRole, guessRoles } from "../core/index.ts";
import { type HeldText, headOf } from "../worker/held-text.ts";

/**
 * Whether files opened together bring compounds, or a scenario, to stand in place of what is open;
 * the rest is added to it.
 * @param onExample the made-up city is open: a table of points is then no ledger of it but a city of
 * its own
 */
export function bringsCompounds(files: readonly HeldText[], onExample: boolean): boolean {
  if (files.some(({ name }) => /\.pianqu\.json$/i.test(name))) return true;
  const heads = files.map(({ name, text }) => ({ name, text: headOf(text) }));
  const roles = onExample
    ? guessRoles(heads).map(({ role }) => role)
    : heads.map(({ name, text }) => guessRole(name, text));
  return roles.includes("compounds");
}

import { createRng, deriveSeed } from "../src/core/base/rng.ts";
import type { Community } from "./communities.ts";
import { nameCompound } from "./compound-names.ts";
import type { Identity } from "./ledger-row.ts";
import { distanceToStreetM, type Street } from "./streets.ts";
import type { Compound } from "./walls.ts";

/** What names and addresses are made from. */
export interface IdentitySources {
  readonly communityOf: ReadonlyMap<number, Community>;
  readonly streets: readonly Street[];
}

/** Number, name and place of every compound, in order; names are unique within a 社区. */
export function identify(
  seed: number,
  compounds: readonly Compound[],
  { communityOf, streets }: IdentitySources,
): Identity[] {
  const rng = createRng(deriveSeed(seed, 8));
  const digits = Math.max(4, String(compounds.length).length);
  const namesIn = new Map<string, Set<string>>();
  const numbers = new Map<string, number>();
  const streetsOf = new Map<number, Street[]>();
  for (const street of streets) {
    if (street.streetClass === "巷道") continue;
    for (const unit of street.units) streetsOf.set(unit, [...(streetsOf.get(unit) ?? []), street]);
  }
  return compounds.map((compound, i) => {
    const community = communityOf.get(compound.unit)!;
    const from = compound.gates[0] ?? compound.centre;
    const near = nearestStreet(from, streetsOf.get(compound.unit) ?? []);
    const streetName = near?.name ?? community.baseName;
    const number = (numbers.get(streetName) ?? 0) + 2 + rng.int(7);
    numbers.set(streetName, number);
    const address = `${streetName}${number}号`;
    const used = namesIn.get(community.code) ?? new Set<string>();
    namesIn.set(community.code, used);
    return {
      compound_id: `CX-${String(i + 1).padStart(digits, "0")}`,
      name: nameCompound(rng, used, {
        managed: compound.dwelling.managed,
        sources: { communityBase: community.baseName, address },
      }),
      community_code: community.code,
      community: `${community.baseName}社区`,
      street: community.town,
      address,
    };
  });
}

function nearestStreet(from: Compound["centre"], streets: readonly Street[]): Street | null {
  let [best, bestM]: [Street | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const street of streets) {
    const distance = distanceToStreetM(from, street);
    if (distance < bestM) [best, bestM] = [street, distance];
  }
  return best;
}

/**
 * What stands in for a blank of the ledger, until the bureau supplies the figure. Each is marked as
 * `default` in the compound's provenance and counted in an issue.
 */

/** Floor area per household, m²; middle of the 70–100 seen in aged estates. */
export const FLOOR_AREA_PER_HOUSEHOLD_M2 = 80;
/** Floor area per land area where both floor area and households are missing; general knowledge. */
export const PLOT_RATIO = 1.3;
/** No compound is given more floor area than this by default, m²: larger land is no compound. */
export const MAX_DEFAULT_FLOOR_AREA_M2 = 20_000_000;
/** Households per building; walk-ups have 30–38 (汶上 2022: 30, 威海 2008–15: 38). */
export const HOUSEHOLDS_PER_BUILDING = 34;
/** Parking spaces per household; range seen 0.10–0.50. */
export const SPACES_PER_HOUSEHOLD = 0.3;
/** Cars per household in aged compounds; range seen 0.35–0.75. */
export const CARS_PER_HOUSEHOLD = 0.55;
/** Floor area from which a compound has two gates instead of one, m²; general knowledge. */
export const TWO_GATES_FROM_M2 = 10_000;
/** Lifts: aged compounds are walk-ups. */
export const LIFTS = 0;
/** Fee charged today, yuan per m² and month; range seen 0.15–0.80. */
export const FEE_YUAN_PER_M2_MONTH = 0.35;
/** Collection rate today where there is no contract culture; range seen 0.20–0.70. */
export const COLLECTION_RATE = 0.45;
/** Maintenance fund, yuan: most aged compounds have none. */
export const FUND_BALANCE_YUAN = 0;

/** Ledger columns that can be mapped by hand: canonical name and the message that names it. */
export const MAPPED_FIELDS = [
  { field: "name", label: "field.name" },
  { field: "community", label: "field.community" },
  { field: "households", label: "field.households" },
  { field: "floor_area", label: "field.floorAreaM2" },
  { field: "built_year", label: "field.builtYear" },
  { field: "buildings", label: "field.buildings" },
  { field: "parking", label: "field.parkingSpaces" },
  { field: "cars", label: "field.cars" },
  { field: "gates", label: "field.gates" },
  { field: "fee", label: "field.feeYuanPerM2Month" },
  { field: "collection", label: "field.collectionRate" },
  { field: "fund_balance", label: "field.fundBalanceYuan" },
] as const;

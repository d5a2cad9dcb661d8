const square = (lon: number, lat: number) => [
  [lon, lat],
  [lon + 0.001, lat],
  [lon + 0.001, lat + 0.001],
  [lon, lat + 0.001],
  [lon, lat],
];

/** Square plots by name, side by side; `turn`: with their axes swapped. */
export function polygons(names: readonly string[], turn = false): string {
  const features = names.map((name, i) => {
    const ring = square(101.5 + i * 0.0011, 25);
    return {
      type: "Feature",
      properties: { compound_id: `P${i}`, name, households: 200, built_year: 1990 },
      geometry: {
        type: "Polygon",
        coordinates: [turn ? ring.map(([x, y]) => [y, x]) : ring],
      },
    };
  });
  return JSON.stringify({ type: "FeatureCollection", features });
}

/** Three plots. */
export const CITY = {
  name: "小区.geojson",
  text: polygons(["锦绣花园一期", "供销社家属院", "粮食局宿舍"]),
};
/** A ledger of two of them, one by a doubtful name. */
export const LEDGER = {
  name: "台账.csv",
  text: "小区名称,实有户数量,建筑面积\n锦绣花园,310,2.1\n供销社家属院,96,0.8\n",
};

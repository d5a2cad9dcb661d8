declare module "geojson-validation" {
  interface Validator {
    /** With `trace` true: the faults in English, empty when the object is valid GeoJSON. */
    isFeature(feature: unknown, trace: true): string[];
  }
  const validator: Validator;
  export default validator;
}

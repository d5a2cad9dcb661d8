import type { Bilingual } from "../base/language.ts";

/**
 * What residents get. floor 托底: cleaning, waste, repair on call. basic 基本: also one 24-hour
 * control room and patrol per district, automatic gates, customer service, a manager. standard 标准:
 * staffed gates, tighter norms; the main gate doubles as control room. DOMAIN §3.
 */
export type ServiceLevel = "floor" | "basic" | "standard";

/** In the order of the values 0, 1, 2 of the assumption `service_level`. */
export const SERVICE_LEVELS: readonly ServiceLevel[] = ["floor", "basic", "standard"];

export const SERVICE_LEVEL_LABELS: Readonly<Record<ServiceLevel, Bilingual>> = {
  floor: { zh: "托底", en: "minimum" },
  basic: { zh: "基本", en: "basic" },
  standard: { zh: "标准", en: "standard" },
};

/** The level an assumption value stands for; anything between two levels counts as the lower. */
export function serviceLevelOf(value: number): ServiceLevel {
  return SERVICE_LEVELS[Math.max(0, Math.min(2, Math.floor(value)))];
}

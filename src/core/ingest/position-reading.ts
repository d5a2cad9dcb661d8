/** A system that positions may be in, with what they would mean. */
export interface SystemCandidate {
  /** as `ReadOptions.crs` takes it */
  readonly crs: string;
  /** the two axes stand the other way round */
  readonly swapped: boolean;
  /** 0…1; a guess for a person to judge, never acted upon */
  readonly score: number;
  /** where the middle of the file would lie, `[lon, lat]` */
  readonly middle: readonly [number, number];
}

/** What is known of the coordinates of one file, for a person to confirm. */
export interface PositionReading {
  readonly source: string;
  /** system the file declares, or null */
  readonly declared: string | null;
  /** system a person said it is in, or null */
  readonly decided: string | null;
  readonly swapped: boolean;
  /** medians of both axes as the file writes them, or null when it has no position */
  readonly sample: readonly [number, number] | null;
  /** its features could be placed */
  readonly placed: boolean;
  /** nobody said what it is in, and the format does not settle it */
  readonly toConfirm: boolean;
  /** systems that the numbers allow, best first */
  readonly candidates: readonly SystemCandidate[];
}

/**
 * Small fast counting generator (sfc32, Doty-Humphrey 2010, PractRand): the search draws several
 * numbers per microsecond, so it keeps its state in one array and allocates nothing.
 */
export class Random {
  private readonly state = new Int32Array(4);

  /** @param seed any number; its low 32 bits count */
  constructor(seed: number) {
    this.state.set([seed | 0, 0x9e3779b9, 0x243f6a88, 1]);
    for (let k = 0; k < 16; k++) this.next();
  }

  /** Uniform integer in [0, 2³²). */
  next(): number {
    const s = this.state;
    const b = s[1];
    const c = s[2];
    const sum = (((s[0] + b) | 0) + s[3]) | 0;
    s[3] = (s[3] + 1) | 0;
    s[0] = b ^ (b >>> 9);
    s[1] = (c + (c << 3)) | 0;
    s[2] = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** Integer in [0, n), 1 ≤ n ≤ 2²⁰, uniform to n / 2³². */
  below(n: number): number {
    return Math.floor(this.next() * n * 2.3283064365386963e-10);
  }

  /** Real in [0, 1). */
  real(): number {
    return this.next() * 2.3283064365386963e-10;
  }
}

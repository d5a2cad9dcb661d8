import classes from "../compare.module.css";

/** One bar from `from` to `to`, both in the unit of the scale. */
export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** words at the end of the bar */
  readonly value: string;
  readonly tone: "owners" | "public" | "fund" | "cost" | "weak";
  /** a tick within the bar */
  readonly mark?: number;
}

interface BarsProps {
  readonly title: string;
  readonly bars: readonly Bar[];
}

const ROW = 24;
const WIDTH = 640;
/** Room for labels and for values. */
const LABEL = 190;
const VALUE = 150;
/** Width of a Chinese and of a Latin character at 12 px. */
const WIDE = 12.4;
const NARROW = 6.7;

/** As much of a text as fits. */
function shorten(text: string, room: number): string {
  let used = 0;
  for (const [k, character] of [...text].entries()) {
    used += /\p{Script=Han}|[（）、，]/u.test(character) ? WIDE : NARROW;
    if (used > room - WIDE) return `${[...text].slice(0, k).join("")}…`;
  }
  return text;
}

/** Horizontal bars on one scale that holds 0. */
export function Bars({ title, bars }: BarsProps) {
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const x = (value: number) =>
    LABEL + ((value - low) / (high - low || 1)) * (WIDTH - LABEL - VALUE);
  const height = bars.length * ROW + 8;
  return (
    <svg
      className={classes.chart}
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={title}
      preserveAspectRatio="xMinYMin meet"
    >
      <line x1={x(0)} x2={x(0)} y1={0} y2={height} className={classes.axis} />
      {bars.map(({ key, label, from, to, value, tone, mark }, k) => {
        const y = k * ROW + 5;
        const start = x(Math.min(from, to));
        return (
          <g key={key}>
            <title>{`${label} ${value}`}</title>
            <text x={0} y={y + 11} className={classes.chartText}>
              {shorten(label, LABEL)}
            </text>
            <rect
              x={start}
              y={y}
              width={Math.max(1, x(Math.max(from, to)) - start)}
              height={14}
              className={classes[`tone-${tone}`]}
            />
            {mark !== undefined && (
              <line x1={x(mark)} x2={x(mark)} y1={y - 3} y2={y + 17} className={classes.mark} />
            )}
            <text x={WIDTH - VALUE + 8} y={y + 11} className={classes.chartText}>
              {shorten(value, VALUE)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

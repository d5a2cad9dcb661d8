import classes from "../compare.module.css";
import { ChartFrame } from "./chart-frame.tsx";
import { shorten } from "./shorten.ts";

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
/** Room for labels and for values: a share of the width, and at least so many px. */
const LABEL = { share: 0.3, least: 108 };
const VALUE = { share: 0.24, least: 136 };

const roomFor = ({ share, least }: typeof LABEL, width: number) => Math.max(share * width, least);

/** Horizontal bars on one scale that holds 0. */
export function Bars({ title, bars }: BarsProps) {
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const low = Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const height = bars.length * ROW + 8;
  const draw = (width: number) => {
    const [label, room] = [roomFor(LABEL, width), roomFor(VALUE, width)];
    const end = width - room;
    const x = (value: number) => label + ((value - low) / (high - low || 1)) * (end - label);
    return (
      <>
        <line x1={x(0)} x2={x(0)} y1={0} y2={height} className={classes.axis} />
        {bars.map(({ key, label: words, from, to, value, tone, mark }, k) => {
          const y = k * ROW + 5;
          const start = x(Math.min(from, to));
          return (
            <g key={key}>
              <title>{`${words} ${value}`}</title>
              <text x={0} y={y + 11} className={classes.chartText}>
                {shorten(words, label - 6)}
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
              <text x={end + 8} y={y + 11} className={classes.chartText}>
                {shorten(value, room - 8)}
              </text>
            </g>
          );
        })}
      </>
    );
  };
  return (
    <ChartFrame title={title} height={height}>
      {draw}
    </ChartFrame>
  );
}

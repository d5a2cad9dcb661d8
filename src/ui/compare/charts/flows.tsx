import classes from "../compare.module.css";
import { ChartFrame } from "./chart-frame.tsx";
import { NARROW, shorten } from "./shorten.ts";

/** A stream from one place to another. */
export interface Stream {
  readonly from: string;
  readonly to: string;
  readonly amount: number;
}

interface FlowsProps {
  readonly title: string;
  readonly streams: readonly Stream[];
  write(amount: number): string;
}

/** Share of the width for the names on either side. */
const SIDE = 0.34;
const GAP = 8;
/** Least height of an end, so that its name can be read. */
const LEAST = 16;

interface End {
  readonly name: string;
  readonly amount: number;
  readonly y: number;
  readonly height: number;
}

/** Ends of one side from top to bottom, largest first. */
function layEnds(streams: readonly Stream[], of: "from" | "to", scale: number): Map<string, End> {
  const sums = new Map<string, number>();
  for (const stream of streams) sums.set(stream[of], (sums.get(stream[of]) ?? 0) + stream.amount);
  let y = 0;
  const ends = new Map<string, End>();
  for (const [name, amount] of [...sums].sort((a, b) => b[1] - a[1])) {
    const height = Math.max(LEAST, amount * scale);
    ends.set(name, { name, amount, y, height });
    y += height + GAP;
  }
  return ends;
}

const bottomOf = (ends: ReadonlyMap<string, End>) =>
  Math.max(0, ...[...ends.values()].map(({ y, height }) => y + height));

/** Flow diagram (after Sankey 1898): the width of a ribbon is its amount. */
export function Flows({ title, streams, write }: FlowsProps) {
  const all = streams.reduce((sum, { amount }) => sum + amount, 0) || 1;
  const scale = Math.max(240, streams.length * 14) / all;
  const left = layEnds(streams, "from", scale);
  const right = layEnds(streams, "to", scale);
  const height = Math.max(bottomOf(left), bottomOf(right)) + 2;
  const usedLeft = new Map<string, number>();
  const usedRight = new Map<string, number>();
  const take = (used: Map<string, number>, end: End | undefined, width: number): number => {
    if (!end) return 0;
    const at = used.get(end.name) ?? end.y + (end.height - end.amount * scale) / 2;
    used.set(end.name, at + width);
    return at + width / 2;
  };
  const ribbons = streams.map((stream) => {
    const width = Math.max(1, stream.amount * scale);
    const y1 = take(usedLeft, left.get(stream.from), width);
    const y2 = take(usedRight, right.get(stream.to), width);
    return { stream, width, y1, y2 };
  });
  const draw = (width: number) => {
    const [side, middle] = [SIDE * width, width / 2];
    const name = (end: End) => {
      const amount = write(end.amount);
      return `${shorten(end.name, side - 14 - NARROW * amount.length)} ${amount}`;
    };
    return (
      <>
        {ribbons.map(({ stream, width: thick, y1, y2 }) => (
          <path
            key={`${stream.from}→${stream.to}`}
            d={`M${side} ${y1} C${middle} ${y1} ${middle} ${y2} ${width - side} ${y2}`}
            strokeWidth={thick}
            className={classes.ribbon}
          >
            <title>{`${stream.from} → ${stream.to}: ${write(stream.amount)}`}</title>
          </path>
        ))}
        {[...left.values()].map((end) => (
          <text
            key={end.name}
            x={side - 8}
            y={end.y + end.height / 2 + 4}
            textAnchor="end"
            className={classes.chartText}
          >
            {name(end)}
          </text>
        ))}
        {[...right.values()].map((end) => (
          <text
            key={end.name}
            x={width - side + 8}
            y={end.y + end.height / 2 + 4}
            className={classes.chartText}
          >
            {name(end)}
          </text>
        ))}
      </>
    );
  };
  return (
    <ChartFrame title={title} height={height}>
      {draw}
    </ChartFrame>
  );
}

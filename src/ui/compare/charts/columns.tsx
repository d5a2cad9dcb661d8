import classes from "../compare.module.css";
import { ChartFrame } from "./chart-frame.tsx";
import { NARROW } from "./shorten.ts";

interface ColumnsProps {
  readonly title: string;
  /** bounds of the classes, one more than counts */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  /** of all charts that share a scale */
  readonly most: number;
}

const HEIGHT = 120;
const FOOT = 20;
/** Room for a bound of a class, px. */
const LABEL = 44;

/** Counts per class; classes below 0 are hatched darker, so that a loss is seen without colour. */
export function Columns({ title, edges, counts, most }: ColumnsProps) {
  const draw = (width: number) => {
    const step = width / Math.max(1, counts.length);
    const every = Math.max(1, Math.ceil((edges.length * LABEL) / width));
    const zero = Math.max(0, edges.indexOf(0));
    /** A number wider than its column stands over it where its neighbours leave room. */
    const isSaid = (k: number) =>
      counts[k] > 0 &&
      (String(counts[k]).length * NARROW <= step ||
        [counts[k - 1] ?? 0, counts[k + 1] ?? 0].every((next) => next < counts[k]));
    return (
      <>
        {counts.map((count, k) => {
          const height = (count / Math.max(1, most)) * (HEIGHT - FOOT - 16);
          const y = HEIGHT - FOOT - height;
          return (
            <g key={edges[k]}>
              <rect
                x={k * step + 1}
                y={y}
                width={Math.max(1, step - 2)}
                height={height}
                className={edges[k] < 0 ? classes["tone-cost"] : classes["tone-owners"]}
              />
              {isSaid(k) && (
                <text
                  x={(k + 0.5) * step}
                  y={y - 3}
                  textAnchor="middle"
                  className={classes.chartText}
                >
                  {count}
                </text>
              )}
            </g>
          );
        })}
        {edges.map((edge, k) =>
          (k - zero) % every === 0 && k > 0 && k < edges.length - 1 ? (
            <text
              key={edge}
              x={k * step}
              y={HEIGHT - 4}
              textAnchor="middle"
              className={classes.chartText}
            >
              {edge === 0 ? "0" : String(edge).replace("-", "−")}
            </text>
          ) : null,
        )}
        <line x1={0} x2={width} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} className={classes.axis} />
      </>
    );
  };
  return (
    <ChartFrame title={title} height={HEIGHT}>
      {draw}
    </ChartFrame>
  );
}

import { useElementSize } from "@mantine/hooks";
import type { ReactNode } from "react";
import classes from "../compare.module.css";

/** Widths a chart is drawn for, px; its texts are as large in all of them. */
const NARROWEST = 280;
const WIDEST = 660;
/** Before the page has told how much room there is. */
const USUAL = 640;

interface ChartFrameProps {
  readonly title: string;
  readonly height: number;
  /** what is drawn in so many pixels */
  readonly children: (width: number) => ReactNode;
}

/** A drawing as wide as there is room. */
export function ChartFrame({ title, height, children }: ChartFrameProps) {
  const { ref, width: room } = useElementSize();
  const width = room === 0 ? USUAL : Math.round(Math.min(Math.max(room, NARROWEST), WIDEST));
  return (
    <div ref={ref}>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={title}
      >
        {children(width)}
      </svg>
    </div>
  );
}

import { useMemo } from "react";
import type { SourceRole, World } from "../../core/index.ts";
import { MAP_COLOURS } from "../../map/colours.ts";
import { useScheme } from "../use-scheme.ts";
import classes from "./intake.module.css";
import { useIntakeWords } from "./intake-words.ts";
import { drawPositions } from "./position-picture.ts";

interface PositionPreviewProps {
  readonly world: World;
  readonly role: SourceRole;
  /** `[lon, lat]` */
  readonly points: readonly (readonly [number, number])[];
}

/** A small picture of where a file would lie, against the other layers. */
export function PositionPreview({ world, role, points }: PositionPreviewProps) {
  const t = useIntakeWords();
  const { isDark } = useScheme();
  const picture = useMemo(() => drawPositions(world, role, points), [world, role, points]);
  if (picture === null) return null;
  const c = MAP_COLOURS[isDark ? "dark" : "light"];
  const { width, height, blocks, lines, dots } = picture;
  return (
    <>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className={classes.preview}
        role="img"
        aria-label={t("position.preview")}
      >
        {blocks.map(([x, y, w, h]) => (
          <rect
            key={`${x} ${y}`}
            x={x}
            y={y}
            width={w}
            height={h}
            fill={c.context}
            stroke={c.contextLine}
          />
        ))}
        {lines.map((line) => (
          <path key={line} d={line} fill="none" stroke={c.leftOutLine} strokeWidth={1.2} />
        ))}
        {dots.map(([x, y]) => (
          <circle
            key={`${x} ${y}`}
            cx={x}
            cy={y}
            r={3.2}
            fill={c.cut}
            stroke={c.halo}
            strokeWidth={1}
          />
        ))}
      </svg>
      <div className={classes.previewKey} aria-hidden>
        <span>
          <svg width="10" height="10" aria-hidden="true">
            <circle cx={5} cy={5} r={3.5} fill={c.cut} />
          </svg>
          {t("position.points")}
        </span>
        {blocks.length + lines.length > 0 && (
          <span>
            <svg width="20" height="10" aria-hidden="true">
              {blocks.length > 0 ? (
                <rect x={2} y={1} width={14} height={8} fill={c.context} stroke={c.contextLine} />
              ) : (
                <path d="M1 5h18" stroke={c.leftOutLine} strokeWidth={1.4} />
              )}
            </svg>
            {t("position.others")}
          </span>
        )}
      </div>
    </>
  );
}

import type { ReactNode } from "react";
import classes from "./figures.module.css";

interface SectionProps {
  readonly title: string;
  /** shown at the end of the title line */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a panel. */
export function Section({ title, aside, children }: SectionProps) {
  return (
    <section className={classes.section}>
      <h2 className={classes.sectionTitle}>
        <span>{title}</span>
        {aside}
      </h2>
      {children}
    </section>
  );
}

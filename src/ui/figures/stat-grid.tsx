import classes from "./figures.module.css";

/** One headline figure. */
export interface Stat {
  readonly label: string;
  readonly value: string;
}

/** Headline figures side by side. */
export function StatGrid({ stats }: { readonly stats: readonly Stat[] }) {
  return (
    <dl className={classes.stats}>
      {stats.map(({ label, value }) => (
        <div key={label} className={classes.stat}>
          <dt className={classes.statLabel}>{label}</dt>
          <dd className={classes.statValue}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef } from "react";
import classes from "./grouped-list.module.css";

/** Entries under one heading. */
interface Group<T> {
  readonly key: string;
  readonly heading: string;
  /** class of the heading, beside the list's own */
  readonly tone?: string | undefined;
  readonly entries: readonly T[];
}

interface GroupedListProps<T> {
  readonly groups: readonly Group<T>[];
  readonly label: string;
  readonly entryHeight: number;
  render(entry: T): ReactNode;
}

/** A long list with headings; only what is in view is in the document. */
export function GroupedList<T>({ groups, label, entryHeight, render }: GroupedListProps<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = groups.flatMap(({ key, heading, tone = "", entries }) => [
    { key, node: () => <h3 className={`${classes.heading} ${tone}`}>{heading}</h3> },
    ...entries.map((entry, i) => ({ key: `${key}/${i}`, node: () => render(entry) })),
  ]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => entryHeight,
    getItemKey: (i) => rows[i].key,
    overscan: 6,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section ref={scroller} className={classes.list} tabIndex={0} aria-label={label}>
      <ul className={classes.inner} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            className={classes.item}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {rows[item.index].node()}
          </li>
        ))}
      </ul>
    </section>
  );
}

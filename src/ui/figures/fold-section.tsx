import { IconChevronRight } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import classes from "./figures.module.css";

interface FoldSectionProps {
  /** under which it is remembered whether the section is open, as long as the page is */
  readonly name: string;
  readonly title: string;
  /** shown at the end of the title line, open or not */
  readonly aside?: ReactNode;
  readonly startsOpen?: boolean;
  /** open whatever was chosen */
  readonly forced?: boolean;
  readonly children: ReactNode;
}

const chosen = new Map<string, boolean>();

/** A titled part of a panel that folds away; its content is only there while it is open. */
export function FoldSection({
  name,
  title,
  aside,
  startsOpen = false,
  forced = false,
  children,
}: FoldSectionProps) {
  const [isOpen, setOpen] = useState(chosen.get(name) ?? startsOpen);
  const shown = isOpen || forced;
  return (
    <details
      className={classes.fold}
      open={shown}
      onToggle={({ currentTarget }) => {
        if (forced || currentTarget.open === isOpen) return;
        chosen.set(name, currentTarget.open);
        setOpen(currentTarget.open);
      }}
    >
      <summary className={classes.foldTitle}>
        <IconChevronRight size={15} className={classes.foldMark} aria-hidden />
        <h2>{title}</h2>
        {aside && <span className={classes.foldAside}>{aside}</span>}
      </summary>
      {shown && children}
    </details>
  );
}

import { ActionIcon, Tooltip } from "@mantine/core";
import { IconFocus2, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useActions } from "../store-context.tsx";
import classes from "./detail.module.css";

/** Of the card's element, on the page once. */
export const CARD_ID = "detail-card";

interface CardFrameProps {
  readonly title: ReactNode;
  readonly subtitle: string;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** Title, tools and scrolling body of the card. */
export function CardFrame({ title, subtitle, tools, children }: CardFrameProps) {
  const { t } = useTranslation();
  const { select, zoomToSelection } = useActions();
  return (
    <aside id={CARD_ID} className={classes.card} tabIndex={-1} aria-label={t("detail.title")}>
      <div className={classes.head}>
        {typeof title === "string" ? <h2 className={classes.title}>{title}</h2> : title}
        <div className={classes.tools}>
          {tools}
          <Tooltip label={t("action.locate")}>
            <ActionIcon aria-label={t("action.locate")} onClick={() => zoomToSelection()}>
              <IconFocus2 size={17} />
            </ActionIcon>
          </Tooltip>
          <ActionIcon aria-label={t("action.close")} onClick={() => select(null)}>
            <IconX size={17} />
          </ActionIcon>
        </div>
        <div className={classes.subtitle}>{subtitle}</div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
      <section className={classes.body} tabIndex={0} aria-label={t("detail.title")}>
        {children}
      </section>
    </aside>
  );
}

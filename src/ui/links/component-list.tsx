import { ActionIcon, Tooltip } from "@mantine/core";
import { IconFocus2, IconRoute } from "@tabler/icons-react";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type ComponentFound, chooseWay, type StandsAlone, type World } from "../../core/index.ts";
import { leadOf } from "../../map/component-features.ts";
import { Section } from "../figures/section.tsx";
import { useFormat } from "../format.ts";
import { GroupedList } from "../lists/grouped-list.tsx";
import { useActions, useApp, useScenario } from "../store-context.tsx";
import { nameOf, placeOf } from "./compound-names.ts";
import classes from "./links.module.css";
import { useWayWords } from "./way-words.ts";

const REASONS: readonly StandsAlone[] = [
  "hand",
  "crossing",
  "envelope",
  "gap",
  "gap-and-crossing",
  "alone",
  "oversized",
  "beside-oversized",
];

/** The components of the active scenario as found; asked for when this is shown. */
export function useComponents(): readonly ComponentFound[] | null {
  const { findComponents } = useActions();
  const components = useApp((state) => state.components);
  const recipe = useScenario()?.recipe ?? null;
  const isCurrent = components !== null && components.recipe === recipe;
  useEffect(() => {
    if (recipe && !isCurrent) void findComponents();
  }, [recipe, isCurrent, findComponents]);
  return isCurrent ? components.list : null;
}

/** Components by what cuts them off, each with the smallest change that would connect it. */
export function ComponentList({ world }: { readonly world: World }) {
  const { t } = useTranslation();
  const found = useComponents();
  const groups = useMemo(
    () =>
      REASONS.flatMap((reason) => {
        const entries = (found ?? []).filter((component) => component.reason === reason);
        const heading = t("links.group", {
          reason: t(`cutOff.${reason}`),
          components: entries.length,
        });
        return entries.length > 0 ? [{ key: reason, heading, entries }] : [];
      }),
    [found, t],
  );
  const isOne = found !== null && found.length < 2 && found[0]?.reason !== "oversized";
  return (
    <>
      <Section title={t("links.list")}>
        {found === null && <p className={classes.words}>{t("links.finding")}</p>}
        {isOne && <p className={classes.words}>{t("links.one")}</p>}
      </Section>
      {!isOne && groups.length > 0 && (
        <div className={classes.list}>
          <GroupedList
            groups={groups}
            label={t("links.list")}
            entryHeight={64}
            render={(component) => <ComponentRow component={component} world={world} />}
          />
        </div>
      )}
    </>
  );
}

interface ComponentRowProps {
  readonly component: ComponentFound;
  readonly world: World;
}

function ComponentRow({ component, world }: ComponentRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWayWords(world);
  const { select, zoomToSelection } = useActions();
  const { members } = component;
  const first = world.compounds[leadOf(world, members)];
  const lead = nameOf(first, t);
  const households = members.reduce((sum, i) => sum + world.compounds[i].households, 0);
  const counts = { name: lead, compounds: members.length };
  const name = members.length > 1 ? t("links.name", counts) : lead;
  const way = chooseWay(component);
  const show = (selection: Parameters<typeof select>[0]) => {
    select(selection);
    zoomToSelection();
  };
  return (
    <div className={classes.component}>
      <div style={{ minWidth: 0, overflowWrap: "anywhere" }}>
        {name}
        <span className={classes.facts}>
          {`${placeOf(first)} · ${t("links.facts", { households: format.int(households) })}`}
        </span>
        <div className={classes.between}>{words(component)}</div>
      </div>
      <div className={classes.tools}>
        <Tooltip label={t("action.locate")}>
          <ActionIcon
            aria-label={`${t("action.locate")}: ${name}`}
            onClick={() => show({ kind: "compounds", indices: members })}
          >
            <IconFocus2 size={17} />
          </ActionIcon>
        </Tooltip>
        {way && (
          <Tooltip label={t("links.openPair", { pair: nameOf(world.compounds[way.to], t) })}>
            <ActionIcon
              aria-label={t("links.openPair", {
                pair: `${name} — ${nameOf(world.compounds[way.to], t)}`,
              })}
              onClick={() => show({ kind: "pair", indices: [way.from, way.to] })}
            >
              <IconRoute size={17} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </div>
  );
}

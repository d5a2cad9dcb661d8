import { ActionIcon, Button, Radio, Tooltip } from "@mantine/core";
import { IconFocus2 } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BuildingGroup, FileReading, World } from "../../core/index.ts";
import { Section } from "../figures/section.tsx";
import { useFormat } from "../format.ts";
import { GroupedList } from "../lists/grouped-list.tsx";
import { useActions, useApp } from "../store-context.tsx";
import classes from "./intake.module.css";
import { useIntakeWords } from "./intake-words.ts";
import { boxOfCompound } from "./place.ts";

interface ShapeReviewProps {
  readonly world: World;
  readonly source: string;
  readonly decided: FileReading;
}

const GROUPS: readonly BuildingGroup[] = ["name", "id", "block"];

/** Whether features are compounds or buildings, and which compounds' boundaries were made up. */
export function ShapeReview({ world, source, decided }: ShapeReviewProps) {
  const t = useIntakeWords();
  const { decideReading } = useActions();
  const busy = useApp((state) => state.busy?.task === "read");
  const [group, setGroup] = useState<BuildingGroup | null>(decided.group);
  return (
    <>
      <div className={classes.summary}>
        <Radio.Group
          label={t("shape.features")}
          value={group ?? "compounds"}
          onChange={(value) => setGroup(GROUPS.find((one) => one === value) ?? null)}
        >
          <div className={classes.choices}>
            <Radio value="compounds" label={t("shape.compounds")} />
            {GROUPS.map((one) => (
              <Radio key={one} value={one} label={t(`shape.${one}`)} />
            ))}
          </div>
        </Radio.Group>
        <p className={classes.note}>{t("shape.note")}</p>
        <Button
          disabled={group === decided.group}
          loading={busy}
          onClick={() => void decideReading(source, { group })}
        >
          {t("shape.apply")}
        </Button>
      </div>
      <ApproximateList world={world} />
    </>
  );
}

function ApproximateList({ world }: { readonly world: World }) {
  const { t: page } = useTranslation();
  const t = useIntakeWords();
  const format = useFormat();
  const { zoomTo } = useActions();
  const entries = world.compounds.flatMap(({ approximate }, i) => (approximate ? [i] : []));
  if (entries.length === 0) return null;
  const heading = t("shape.approximate", { n: format.int(entries.length) });
  return (
    <>
      <Section title={heading}>
        <p className={classes.note}>{t("shape.approximateNote")}</p>
      </Section>
      <GroupedList
        groups={[{ key: "approximate", heading, entries }]}
        label={t("shape.approximateList")}
        entryHeight={44}
        render={(index) => (
          <div className={classes.entry}>
            <div>
              {world.compounds[index].name}
              <div className={classes.facts}>{format.areaM2(world.shapes.areaM2[index])}</div>
            </div>
            <Tooltip label={page("action.locate")}>
              <ActionIcon
                aria-label={`${page("action.locate")}: ${world.compounds[index].name}`}
                onClick={() => zoomTo(boxOfCompound(world, index))}
              >
                <IconFocus2 size={17} />
              </ActionIcon>
            </Tooltip>
          </div>
        )}
      />
    </>
  );
}

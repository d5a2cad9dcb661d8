import { Text } from "@mantine/core";
import { IconInfoCircle, IconRulerMeasure } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { largestScaleErrorPpm, type World } from "../../core/index.ts";
import { Section } from "../figures/section.tsx";
import { type Stat, StatGrid } from "../figures/stat-grid.tsx";
import { type Format, useFormat } from "../format.ts";
import { FileList } from "../intake/file-list.tsx";
import { FileScreen } from "../intake/file-screen.tsx";
import { useApp } from "../store-context.tsx";
import classes from "./data.module.css";
import { FieldMapForm } from "./field-map-form.tsx";
import { IssueList } from "./issue-list.tsx";

type Translate = ReturnType<typeof useTranslation>["t"];

function countWorld(world: World, t: Translate, format: Format): Stat[] {
  const households = world.compounds.reduce((sum, c) => sum + c.households, 0);
  const floorAreaM2 = world.compounds.reduce((sum, c) => sum + c.floorAreaM2, 0);
  const managed = world.compounds.filter((c) => c.managed).length;
  const read = `${format.int(world.compounds.length)} / ${format.int(world.featuresRead)}`;
  return [
    { label: t("data.compoundsRead"), value: read },
    { label: t("figure.households"), value: format.int(households) },
    { label: t("figure.floorArea"), value: format.areaM2(floorAreaM2) },
    { label: t("data.managed"), value: format.int(managed) },
    { label: t("data.communities"), value: format.int(world.communities.length) },
    { label: t("data.barriers"), value: format.int(world.barriers.length) },
  ];
}

/** What was read, what was wrong with it, and how its columns are understood. */
export function DataPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const { world, sources } = useApp(({ world, sources }) => ({ world, sources }));
  const [opened, setOpened] = useState<string | null>(null);
  const stats = useMemo(() => (world ? countWorld(world, t, format) : []), [world, t, format]);
  if (!world) {
    return (
      <Section title={t("data.files")}>
        <Text size="sm" c="dimmed">
          {t("data.none")}
        </Text>
      </Section>
    );
  }
  const file = sources.find(({ name }) => name === opened);
  if (file) {
    return <FileScreen key={file.name} world={world} file={file} onBack={() => setOpened(null)} />;
  }
  return (
    <>
      <Section title={t("data.files")}>
        <FileList world={world} sources={sources} onOpen={setOpened} />
      </Section>
      <Section title={t("data.counts")}>
        <StatGrid stats={stats} />
        {world.compounds.length > 0 && (
          <p className={classes.note}>
            <IconRulerMeasure size={16} aria-hidden />
            {t("data.projection", {
              lon: format.fixed(world.projection.lon0, 3),
              lat: format.fixed(world.projection.lat0, 3),
              error: format.number(largestScaleErrorPpm(world.shapes.bounds), 2),
            })}
          </p>
        )}
        {world.synthetic && (
          <p className={classes.note}>
            <IconInfoCircle size={16} aria-hidden />
            {t("data.syntheticNote")}
          </p>
        )}
      </Section>
      <FieldMapForm world={world} />
      <IssueList issues={world.issues} />
    </>
  );
}

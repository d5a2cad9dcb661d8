import { ActionIcon, TextInput, Tooltip, UnstyledButton } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { countBorders, type World } from "../../core/index.ts";
import { communitiesOf } from "../districts/district-rows.ts";
import { DistrictActions } from "../edit/district-actions.tsx";
import { useEditWords } from "../edit/edit-words.ts";
import { PlaceFindings } from "../edit/finding-list.tsx";
import { LockButton } from "../edit/lock-button.tsx";
import { type FigureRow, FigureRows } from "../figures/figure-rows.tsx";
import { FoldSection } from "../figures/fold-section.tsx";
import { Section } from "../figures/section.tsx";
import { StatGrid } from "../figures/stat-grid.tsx";
import { useFormat } from "../format.ts";
import { WallList } from "../links/wall-list.tsx";
import { OwnValues, ownValuesOf } from "../money/own-values.tsx";
import { assessedOf, PlaceSections } from "../money/place-sections.tsx";
import { useAssessment } from "../money/use-assessment.ts";
import { useActions } from "../store-context.tsx";
import { CardFrame } from "./card-frame.tsx";
import classes from "./detail.module.css";
import { type DetailParts, membersOf } from "./detail-parts.ts";

interface DistrictDetailProps extends DetailParts {
  readonly index: number;
}

/** All figures of one district. */
export function DistrictDetail({ world, scenario, index }: DistrictDetailProps) {
  const { t } = useTranslation();
  const { t: words } = useEditWords();
  const format = useFormat();
  const estimate = scenario.estimates[index];
  const assessment = useAssessment();
  const members = useMemo(() => membersOf(scenario, index), [scenario, index]);
  const communities = useMemo(
    () => communitiesOf(world, scenario)[index],
    [world, scenario, index],
  );
  const { id, name } = scenario.zoning.districts[index];
  const ownCount = Object.keys(ownValuesOf(scenario, { kind: "district", id })).length;
  return (
    <CardFrame
      title={<DistrictName key={name} index={index} name={name} />}
      subtitle={[id, ...communities].join(" · ")}
      tools={<LockButton scenario={scenario} kind="districts" indices={[index]} />}
    >
      <Section title={t("detail.size")}>
        <StatGrid
          stats={[
            { label: t("figure.compounds"), value: format.int(estimate.compounds) },
            { label: t("figure.households"), value: format.int(estimate.households) },
            { label: t("figure.floorArea"), value: format.areaM2(estimate.floorAreaM2) },
            { label: t("figure.span"), value: format.metres(estimate.spanM) },
            { label: t("figure.staff"), value: format.int(estimate.staff.total) },
            { label: t("figure.netCost"), value: format.yuan(estimate.netCostYuan) },
          ]}
        />
      </Section>
      <Section title={words("shape.title")}>
        <DistrictActions indices={[index]} />
      </Section>
      <Section title={words("finding.title")}>
        <PlaceFindings kind="district" index={index} />
        <FigureRows rows={useBorderRows(world, members)} />
      </Section>
      <FoldSection
        name="money.own"
        title={t("money.own")}
        aside={ownCount > 0 && t("money.ownCount", { total: ownCount })}
        startsOpen={ownCount > 0}
      >
        <OwnValues scenario={scenario} place={{ kind: "district", id }} />
      </FoldSection>
      <PlaceSections
        kind="district"
        index={index}
        world={world}
        scenario={scenario}
        assessed={assessedOf(assessment, index)}
      />
      <Section title={t("wall.title")}>
        <WallList world={world} scenario={scenario} district={index} />
      </Section>
      <Section title={t("detail.members")}>
        <MemberList world={world} members={members} />
      </Section>
    </CardFrame>
  );
}

/** Administrative lines a district crosses; a district inside one 社区 has nothing to say. */
function useBorderRows(world: World, members: readonly number[]): FigureRow[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { communityLines, streetLines } = countBorders(members, world.compounds);
  return [
    { key: "community", label: t("detail.communityLines"), value: format.int(communityLines) },
    { key: "street", label: t("detail.streetLines"), value: format.int(streetLines) },
  ];
}

function DistrictName({ index, name }: { readonly index: number; readonly name: string }) {
  const { t } = useTranslation();
  const { renameDistrict } = useActions();
  const [renaming, setRenaming] = useState(false);
  if (renaming) {
    const rename = (next: string) => {
      setRenaming(false);
      renameDistrict(index, next);
    };
    return (
      <TextInput
        aria-label={t("edit.districtName")}
        defaultValue={name}
        autoFocus
        onBlur={(event) => rename(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") rename(event.currentTarget.value);
          if (event.key === "Escape") setRenaming(false);
        }}
      />
    );
  }
  return (
    <h2 className={classes.title}>
      {name}
      <Tooltip label={t("edit.rename")}>
        <ActionIcon ml={4} aria-label={t("edit.rename")} onClick={() => setRenaming(true)}>
          <IconPencil size={15} />
        </ActionIcon>
      </Tooltip>
    </h2>
  );
}

function MemberList({
  world,
  members,
}: Pick<DetailParts, "world"> & { readonly members: readonly number[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { select, setHover } = useActions();
  return (
    <ul className={classes.members}>
      {members.map((i) => {
        const { name, households, floorAreaM2 } = world.compounds[i];
        return (
          <li key={i}>
            <UnstyledButton
              className={classes.member}
              onClick={() => select({ kind: "compounds", indices: [i] })}
              onPointerEnter={() => setHover(i)}
              onPointerLeave={() => setHover(null)}
            >
              <span style={{ overflowWrap: "anywhere" }}>{name}</span>
              <span className={classes.memberFacts}>
                {t("detail.memberFacts", {
                  households: format.int(households),
                  area: format.areaM2(floorAreaM2),
                })}
              </span>
            </UnstyledButton>
          </li>
        );
      })}
    </ul>
  );
}

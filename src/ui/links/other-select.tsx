import { Select } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { takesPart, type World } from "../../core/index.ts";
import { useActions } from "../store-context.tsx";

/** Most compounds listed at once; typing narrows them down. */
const LISTED = 50;

interface OtherSelectProps {
  readonly world: World;
  readonly index: number;
  readonly agedBefore: number | null;
}

/** Any participant to look at together with a compound, near or far: the pair is selected. */
export function OtherSelect({ world, index, agedBefore }: OtherSelectProps) {
  const { t } = useTranslation();
  const { select, zoomToSelection } = useActions();
  const data = useMemo(
    () =>
      world.compounds.flatMap((compound, i) => {
        if (i === index || !takesPart(compound, agedBefore)) return [];
        const { name, communityName, community } = compound;
        const place = communityName ?? community;
        return [{ value: String(i), label: place ? `${name} · ${place}` : name }];
      }),
    [world, index, agedBefore],
  );
  const open = (value: string | null) => {
    if (value === null) return;
    select({ kind: "pair", indices: [index, Number(value)] });
    zoomToSelection();
  };
  return (
    <Select
      mt={8}
      aria-label={t("links.other")}
      placeholder={t("links.other")}
      searchable
      limit={LISTED}
      nothingFoundMessage={t("links.noOther")}
      value={null}
      onChange={open}
      data={data}
    />
  );
}

import { Button, Collapse, Select, SimpleGrid } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { World } from "../../core/index.ts";
import { Section } from "../figures/section.tsx";
import { useActions, useScenario } from "../store-context.tsx";
import { MAPPED_FIELDS } from "./mapped-fields.ts";

/** Compounds looked at for property names. */
const SAMPLE = 500;

function propertyNames(world: World): string[] {
  const names = new Set(world.compounds.slice(0, SAMPLE).flatMap((c) => Object.keys(c.properties)));
  return [...names].sort();
}

/** Which column of the file is which quantity, when the headers do not say it. */
export function FieldMapForm({ world }: { readonly world: World }) {
  const { t } = useTranslation();
  const scenario = useScenario();
  const { setFieldMap } = useActions();
  const [open, setOpen] = useState(false);
  const current = scenario?.recipe.read.fieldMap ?? {};
  const [draft, setDraft] = useState<Readonly<Record<string, string>>>(current);
  const names = useMemo(() => propertyNames(world), [world]);
  const change = (field: string, name: string | null) => {
    const { [field]: _, ...rest } = draft;
    setDraft(name === null ? rest : { ...rest, [field]: name });
  };
  return (
    <Section
      title={t("data.fieldMap")}
      aside={
        <Button
          variant="subtle"
          color="gray"
          aria-expanded={open}
          leftSection={open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
          onClick={() => setOpen(!open)}
        >
          {t(open ? "action.fold" : "action.show")}
        </Button>
      }
    >
      <Collapse expanded={open}>
        <SimpleGrid cols={2} spacing="xs" verticalSpacing={6} pb={10}>
          {MAPPED_FIELDS.map(({ field, label }) => (
            <Select
              key={field}
              label={t(label)}
              data={names}
              value={draft[field] ?? null}
              placeholder={t("data.automatic")}
              clearable
              searchable
              onChange={(name) => change(field, name)}
            />
          ))}
        </SimpleGrid>
        <Button fullWidth mb={10} onClick={() => void setFieldMap(draft)}>
          {t("data.applyFieldMap")}
        </Button>
      </Collapse>
    </Section>
  );
}

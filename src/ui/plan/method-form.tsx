import { Group, Input, SegmentedControl, Select, SimpleGrid, Stack, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import {
  DEFAULT_PARAMETERS,
  type Dissimilarity,
  type Envelope,
  type Method,
  OBJECTIVE_LABELS,
  type Objective,
  type PlanParameters,
} from "../../core/index.ts";
import { CommitNumber } from "../figures/commit-number.tsx";
import { Section } from "../figures/section.tsx";
import { useActions } from "../store-context.tsx";
import { useLabel } from "../use-label.ts";

const ENVELOPES: readonly Envelope[] = ["community", "street", "terrain"];
const OBJECTIVES: readonly Objective[] = ["cost", "max-p", "compact"];
const METHODS: readonly Method[] = ["auto", "exact", "search", "dbscan"];
const DISSIMILARITIES: readonly Dissimilarity[] = ["ssd", "pairwise"];

/** Envelope, links, objective, method, seed and effort. */
export function MethodForm({ parameters }: { readonly parameters: PlanParameters }) {
  const { t } = useTranslation();
  const label = useLabel();
  const { setParameters } = useActions();
  return (
    <Section title={t("plan.task")}>
      <Stack gap={10}>
        <Input.Wrapper label={t("plan.envelope")} labelElement="div">
          <SegmentedControl
            fullWidth
            mt={2}
            aria-label={t("plan.envelope")}
            value={parameters.envelope}
            data={ENVELOPES.map((value) => ({ value, label: t(`envelope.${value}`) }))}
            onChange={(value) => setParameters({ envelope: value as Envelope })}
          />
        </Input.Wrapper>
        <SimpleGrid cols={2} spacing="xs" verticalSpacing={8}>
          <Select
            label={t("plan.objective")}
            allowDeselect={false}
            value={parameters.objective}
            data={OBJECTIVES.map((value) => ({ value, label: label(OBJECTIVE_LABELS[value]) }))}
            onChange={(value) => setParameters({ objective: value as Objective })}
          />
          <Select
            label={t("plan.method")}
            allowDeselect={false}
            value={parameters.method}
            data={METHODS.map((value) => ({ value, label: t(`method.${value}`) }))}
            onChange={(value) => setParameters({ method: value as Method })}
          />
          <CommitNumber
            label={t("plan.gap")}
            min={0}
            max={500}
            suffix=" m"
            value={parameters.gapM}
            onCommit={(gapM) => setParameters({ gapM })}
          />
          <CommitNumber
            label={t("plan.iterations")}
            min={1}
            max={100_000}
            step={100}
            allowDecimal={false}
            value={parameters.iterations}
            onCommit={(iterations) => setParameters({ iterations })}
          />
          <CommitNumber
            label={t("plan.seed")}
            allowDecimal={false}
            value={parameters.seed}
            onCommit={(seed) => setParameters({ seed })}
          />
          {parameters.objective === "compact" && (
            <CommitNumber
              label={t("plan.districts")}
              min={0}
              allowDecimal={false}
              value={parameters.districts ?? 0}
              onCommit={(count) => setParameters({ districts: count > 0 ? count : null })}
            />
          )}
          {parameters.objective === "max-p" && (
            <Select
              label={t("plan.dissimilarity")}
              allowDeselect={false}
              value={parameters.dissimilarity}
              data={DISSIMILARITIES.map((value) => ({ value, label: t(`dissimilarity.${value}`) }))}
              onChange={(value) => setParameters({ dissimilarity: value as Dissimilarity })}
            />
          )}
        </SimpleGrid>
        <AgeRule agedBefore={parameters.agedBefore} />
      </Stack>
    </Section>
  );
}

function AgeRule({ agedBefore }: Pick<PlanParameters, "agedBefore">) {
  const { t } = useTranslation();
  const { setParameters } = useActions();
  return (
    <Group gap="xs" wrap="nowrap" justify="space-between">
      <Switch
        label={t("plan.agedOnly")}
        checked={agedBefore !== null}
        onChange={(event) =>
          setParameters({
            agedBefore: event.currentTarget.checked ? DEFAULT_PARAMETERS.agedBefore : null,
          })
        }
      />
      <CommitNumber
        aria-label={t("plan.agedBefore")}
        w={132}
        min={1900}
        max={2100}
        allowDecimal={false}
        thousandSeparator=""
        disabled={agedBefore === null}
        value={agedBefore ?? DEFAULT_PARAMETERS.agedBefore ?? 2000}
        onCommit={(year) => setParameters({ agedBefore: year })}
      />
    </Group>
  );
}

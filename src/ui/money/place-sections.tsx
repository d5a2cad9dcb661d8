import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Bands, FigureKey, Odds } from "../../core/index.ts";
import type { AssessmentState, PlaceMoney } from "../../store/state.ts";
import type { DetailParts } from "../detail/detail-parts.ts";
import { FigureRows } from "../figures/figure-rows.tsx";
import { FoldSection } from "../figures/fold-section.tsx";
import { useFigureRows } from "../figures/use-figure-rows.ts";
import { useFormat } from "../format.ts";
import { useActions } from "../store-context.tsx";
import { Ledgers } from "./ledgers.tsx";
import { AccountList, FundFacts, ParkingFacts, YearTable } from "./member-facts.tsx";
import { Baselines, Outcome } from "./outcome.tsx";
import { TraceDialog } from "./trace-dialog.tsx";

const STAFF: readonly FigureKey[] = [
  "postControlRoom",
  "postGateGuards",
  "postPatrol",
  "postCleaners",
  "postFixers",
  "postService",
  "postManagers",
  "staffTotal",
  "staffAlone",
];
const WORKS: readonly FigureKey[] = [
  "wallWorksYuan",
  "gateWorksYuan",
  "roomWorksYuan",
  "cameraWorksYuan",
  "spaceWorksYuan",
  "worksYuan",
  "paybackYears",
];
const PARKING: readonly FigureKey[] = [
  "parkingDemand",
  "parkingDemandDay",
  "parkingSupply",
  "spacesGained",
  "spacesBorrowed",
  "parkingShortageAlone",
  "parkingShortage",
  "parkingFreeByDay",
];
const SECURITY: readonly FigureKey[] = [
  "gatesBefore",
  "gatesAfter",
  "cameras",
  "wallOpenedM",
  "perimeterBeforeM",
  "perimeterAfterM",
  "responseM",
];

/** How sure the figures of a district are; null for a compound, of which nobody asks. */
export interface Assessed {
  readonly assessment: AssessmentState | null;
  readonly bands: Bands | null;
  readonly odds: Odds | null;
}

/** Bands and odds of one district out of an assessment. */
export function assessedOf(assessment: AssessmentState | null, index: number): Assessed {
  return {
    assessment,
    bands: assessment?.bands.districts[index] ?? null,
    odds: assessment?.odds?.districts[index] ?? null,
  };
}

interface PlaceSectionsProps extends DetailParts {
  readonly kind: "district" | "compound";
  readonly index: number;
  readonly assessed: Assessed | null;
}

/** Money and resources of a district, or of a compound on its own, section by section. */
export function PlaceSections({ kind, index, scenario, ...rest }: PlaceSectionsProps) {
  const { readMoney } = useActions();
  const { estimates, zoning } = scenario;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the money is that of these estimates of this zoning
  const money = useMemo(
    () => readMoney({ kind, index }),
    [readMoney, kind, index, estimates, zoning],
  );
  return money && <MoneySections kind={kind} money={money} {...rest} />;
}

interface MoneySectionsProps extends Pick<PlaceSectionsProps, "kind" | "world" | "assessed"> {
  readonly money: PlaceMoney;
}

function MoneySections({ kind, world, money, assessed }: MoneySectionsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [trail, setTrail] = useState<readonly FigureKey[]>([]);
  const open = useCallback((key: FigureKey) => setTrail([key]), []);
  const { estimate } = money.terms;
  const bands = assessed?.bands ?? null;
  const rows = useFigureRows(estimate, { bands, onOpen: open });
  const isDistrict = kind === "district";
  return (
    <>
      <FoldSection name={`money.result.${kind}`} title={t("money.result")} startsOpen={isDistrict}>
        <Outcome rows={rows} netCostYuan={estimate.netCostYuan} assessed={assessed} />
        <FigureRows rows={rows(["defaultedShare"])} />
      </FoldSection>
      <Ledgers
        rows={rows}
        estimate={estimate}
        funds={isDistrict && <FundFacts world={world} money={money} />}
      />
      <FoldSection
        name="money.baselines"
        title={t("money.baselines")}
        aside={format.yuan(estimate.statusQuoIncomeYuan)}
      >
        <Baselines rows={rows} />
      </FoldSection>
      {isDistrict && (
        <FoldSection name="money.accounts" title={t("money.accounts")}>
          <AccountList world={world} money={money} />
        </FoldSection>
      )}
      <FoldSection name="money.years" title={t("money.years5")}>
        <YearTable money={money} />
      </FoldSection>
      <FoldSection
        name="money.works"
        title={t("money.works")}
        aside={format.yuan(estimate.worksYuan)}
      >
        <FigureRows rows={rows(WORKS)} />
      </FoldSection>
      <FoldSection
        name="money.staff"
        title={t("detail.staff")}
        aside={format.int(estimate.staff.total)}
      >
        <FigureRows rows={rows(STAFF)} />
      </FoldSection>
      <FoldSection
        name="money.parking"
        title={t("money.parking")}
        aside={`${t("money.short")} ${format.int(estimate.parkingShortage)}`}
      >
        <FigureRows rows={rows(PARKING)} />
        {isDistrict && <ParkingFacts world={world} money={money} />}
      </FoldSection>
      <FoldSection
        name="money.security"
        title={t("money.security")}
        aside={`${format.int(estimate.gatesBefore)} → ${format.int(estimate.gatesAfter)}`}
      >
        <Guards money={money} />
        <FigureRows rows={rows(SECURITY)} />
      </FoldSection>
      <TraceDialog trail={trail} terms={money.terms} bands={bands} onTrail={setTrail} />
    </>
  );
}

/** Posts that keep a place safe, before and after it is run as one. */
function Guards({ money }: Pick<MoneySectionsProps, "money">) {
  const { t } = useTranslation();
  const format = useFormat();
  const guards = ({ staff }: PlaceMoney["alone"][number]) =>
    staff.controlRoom + staff.gateGuards + staff.patrol;
  const alone = money.alone.reduce((sum, estimate) => sum + guards(estimate), 0);
  return (
    <FigureRows
      rows={[
        { key: "alone", label: t("money.guardsAlone"), value: format.int(alone) },
        {
          key: "pooled",
          label: t("money.guardsPooled"),
          value: format.int(guards(money.terms.estimate)),
        },
      ]}
    />
  );
}

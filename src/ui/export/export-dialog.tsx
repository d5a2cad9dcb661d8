import { Button, Group, Modal, Radio, SegmentedControl, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  PLACED_FORMATS,
  PUBLIC_FORMATS,
  type WrittenSystemKey,
  writtenSystemsAt,
} from "../../core/index.ts";
import { useApp } from "../store-context.tsx";
import classes from "./export.module.css";
import { OFFERS, type Offer, type OfferKey, offerOf } from "./formats.ts";
import { useExport } from "./use-export.ts";

interface ExportDialogProps {
  readonly opened: boolean;
  readonly compact: boolean;
  onClose(): void;
}

/** Today as officials write it, on this machine's calendar. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Every format, for whom, in which encoding, by whom and when. */
export function ExportDialog({ opened, compact, onClose }: ExportDialogProps) {
  const { t } = useTranslation();
  const [key, setKey] = useState<OfferKey>("geojson");
  const [audience, setAudience] = useState<"internal" | "public">("internal");
  const [encoding, setEncoding] = useState<"utf-8" | "gbk">("utf-8");
  const [system, setSystem] = useState<WrittenSystemKey>("wgs84");
  const [unit, setUnit] = useState("");
  const [date, setDate] = useState(today);
  const { save, outcome, drawing } = useExport();
  const offer = offerOf(key);
  const mayBePublic = PUBLIC_FORMATS.includes(offer.format);
  const chosen = mayBePublic ? audience : "internal";
  const start = () => {
    const issued = { unit: unit.trim() || null, date: date.trim() || null };
    const placed = PLACED_FORMATS.includes(offer.format) ? { system } : {};
    void save(offer, { audience: chosen, encoding, ...placed, ...issued });
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("export.dialog")}
      size="xl"
      fullScreen={compact}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <FormatChoice value={key} onChange={setKey} />
      <Group className={classes.choices} align="flex-start" gap="lg">
        <Choice
          label={t("export.audience")}
          hint={t(
            !mayBePublic
              ? "export.noPublic"
              : chosen === "public"
                ? "export.publicHint"
                : "export.internalHint",
          )}
        >
          <SegmentedControl
            aria-label={t("export.audience")}
            value={chosen}
            onChange={(value) => setAudience(value === "public" ? "public" : "internal")}
            disabled={!mayBePublic}
            data={[
              { value: "internal", label: t("export.internal") },
              { value: "public", label: t("export.public") },
            ]}
          />
        </Choice>
        {offer.format === "shp" && (
          <Choice label={t("export.encoding")}>
            <SegmentedControl
              aria-label={t("export.encoding")}
              value={encoding}
              onChange={(value) => setEncoding(value === "gbk" ? "gbk" : "utf-8")}
              data={[
                { value: "utf-8", label: t("export.utf8") },
                { value: "gbk", label: t("export.gbk") },
              ]}
            />
          </Choice>
        )}
        {PLACED_FORMATS.includes(offer.format) && (
          <SystemChoice value={system} onChange={setSystem} />
        )}
        {offer.issued && (
          <>
            <TextInput
              label={t("export.unit")}
              value={unit}
              onChange={({ currentTarget }) => setUnit(currentTarget.value)}
            />
            <TextInput
              label={t("export.date")}
              value={date}
              onChange={({ currentTarget }) => setDate(currentTarget.value)}
            />
          </>
        )}
      </Group>
      <Group mt="md">
        <Button onClick={start} loading={drawing}>
          {t("export.save")}
        </Button>
        <Text role="status" size="sm">
          {outcome &&
            (outcome.names
              ? t("export.saved", { names: outcome.names.join(", ") })
              : t("export.failed"))}
        </Text>
      </Group>
    </Modal>
  );
}

/** The system of the files' coordinates; a zone only where the data lie in one. */
function SystemChoice({
  value,
  onChange,
}: {
  readonly value: WrittenSystemKey;
  onChange(system: WrittenSystemKey): void;
}) {
  const { t } = useTranslation();
  const lon = useApp(({ world }) => world?.projection.lon0 ?? 0);
  return (
    <Choice label={t("export.system")} hint={t(`export.systemHint-${value}`)}>
      <SegmentedControl
        aria-label={t("export.system")}
        value={value}
        onChange={(key) => onChange(key as WrittenSystemKey)}
        data={writtenSystemsAt(lon).map((key) => ({
          value: key,
          label: t(`export.system-${key}`),
        }))}
      />
    </Choice>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly hint?: string;
  readonly children: React.ReactNode;
}

function Choice({ label, hint, children }: ChoiceProps) {
  return (
    <div className={classes.choice}>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      {children}
      {hint && (
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      )}
    </div>
  );
}

interface FormatChoiceProps {
  readonly value: OfferKey;
  onChange(key: OfferKey): void;
}

function FormatChoice({ value, onChange }: FormatChoiceProps) {
  const { t } = useTranslation();
  const radio = ({ key }: Offer) => (
    <Radio
      key={key}
      value={key}
      label={t(`export.${key}`)}
      description={t(`export.${key}Hint`)}
      className={classes.format}
    />
  );
  return (
    <Radio.Group
      value={value}
      onChange={(key) => onChange(key as OfferKey)}
      aria-label={t("export.format")}
    >
      <div className={classes.groups}>
        {OFFERS.map(({ group, offers }) => (
          <section key={group}>
            <h3 className={classes.heading}>{t(`export.${group}`)}</h3>
            {offers.map(radio)}
          </section>
        ))}
      </div>
    </Radio.Group>
  );
}

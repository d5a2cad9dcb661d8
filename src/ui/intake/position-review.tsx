import { Badge, Button, Radio, Text } from "@mantine/core";
import { useRef, useState } from "react";
import type {
  FileReading,
  PlacedCandidate,
  PositionReading,
  SourceRole,
  World,
} from "../../core/index.ts";
import { type Format, useFormat } from "../format.ts";
import { useActions, useApp } from "../store-context.tsx";
import classes from "./intake.module.css";
import { useIntakeWords } from "./intake-words.ts";
import { OtherCode } from "./other-code.tsx";
import { boxOfPoints } from "./place.ts";
import { distanceKm, FAR_KM, middleOfOthers } from "./position-picture.ts";
import { PositionPreview } from "./position-preview.tsx";
import { systemWords } from "./system-words.ts";

interface PositionReviewProps {
  readonly world: World;
  readonly role: SourceRole;
  readonly position: PositionReading;
  readonly decided: FileReading;
}

/** Candidates shown before a person asks for more. */
const SHOWN = 5;
const keyOf = ({ crs, swapped }: Pick<PlacedCandidate, "crs" | "swapped">) =>
  `${crs}${swapped ? "/swapped" : ""}`;

function levelOf(score: number) {
  if (score >= 0.8) return "likely";
  return score >= 0.3 ? "doubtful" : "unlikely";
}

/** What a file's coordinates may be, each shown against the other layers, and confirmed by a person. */
export function PositionReview({ world, role, position, decided }: PositionReviewProps) {
  const t = useIntakeWords();
  const format = useFormat();
  const { decideReading, placeNamed, zoomTo } = useActions();
  const busy = useApp((state) => state.busy?.task === "read");
  const { source, sample } = position;
  const [picked, setPicked] = useState<string | null>(null);
  const [isAll, setAll] = useState(false);
  const screen = useRef<HTMLDivElement>(null);
  const [named, setNamed] = useState<readonly PlacedCandidate[]>([]);
  if (sample === null) return <Text p="md">{t("position.nothing")}</Text>;
  const byHand = new Set(named.map(keyOf));
  const candidates = [...named, ...position.candidates.filter((one) => !byHand.has(keyOf(one)))];
  const asDecided = decided.crs === null ? null : keyOf({ ...decided, crs: decided.crs });
  const chosen = candidates.find((one) => keyOf(one) === (picked ?? asDecided)) ?? null;
  const points = chosen?.points ?? position.points;
  const box = boxOfPoints(points);
  const shown = isAll ? candidates : candidates.slice(0, SHOWN + named.length);
  const near = middleOfOthers(world, role);
  const isFar = near !== null && points.length > 0 && distanceKm(near, points[0]) > FAR_KM;
  const confirm = (crs: string | null, swapped: boolean) =>
    void decideReading(source, { crs, swapped });
  return (
    <div className={classes.scroll} ref={screen}>
      <PositionFacts position={position} decided={decided} />
      {isFar && near !== null ? (
        <p className={classes.note}>
          {t("position.far", { km: format.int(distanceKm(near, points[0])) })}
        </p>
      ) : (
        <PositionPreview world={world} role={role} points={points} />
      )}
      <Radio.Group
        label={t("position.choose")}
        value={picked ?? asDecided ?? ""}
        onChange={setPicked}
      >
        <div className={classes.systems}>
          {shown.map((candidate) => (
            <CandidateRadio key={keyOf(candidate)} candidate={candidate} near={near} />
          ))}
        </div>
      </Radio.Group>
      <div className={classes.buttons}>
        <Button
          disabled={chosen === null || keyOf(chosen) === asDecided}
          loading={busy}
          onClick={() => chosen && confirm(chosen.crs, chosen.swapped)}
        >
          {t("position.confirm")}
        </Button>
        {box && (
          <Button variant="default" onClick={() => zoomTo(box)}>
            {t("position.zoom")}
          </Button>
        )}
        {(decided.crs !== null || decided.swapped) && (
          <Button variant="subtle" color="gray" onClick={() => confirm(null, false)}>
            {t("position.withdraw")}
          </Button>
        )}
        {!isAll && candidates.length > SHOWN && (
          <Button variant="subtle" color="gray" onClick={() => setAll(true)}>
            {t("position.more", { n: candidates.length - SHOWN })}
          </Button>
        )}
      </div>
      <OtherCode
        place={(crs) => placeNamed(source, { crs, swapped: decided.swapped }, near)}
        onPlaced={(placed) => {
          setNamed((before) => [placed, ...before.filter((one) => keyOf(one) !== keyOf(placed))]);
          setPicked(keyOf(placed));
          screen.current?.scrollTo({ top: 0 });
        }}
      />
    </div>
  );
}

function PositionFacts({ position, decided }: Pick<PositionReviewProps, "position" | "decided">) {
  const t = useIntakeWords();
  const format = useFormat();
  const { declared, sample, toConfirm, placed } = position;
  const words = (crs: string, swapped: boolean) => systemWords({ crs, swapped }, t);
  const status =
    decided.crs !== null
      ? t("position.decided", { system: words(decided.crs, decided.swapped) })
      : t(!placed ? "position.unplaced" : toConfirm ? "position.unconfirmed" : "position.settled");
  return (
    <>
      <p className={classes.note}>
        {declared === null
          ? t("position.undeclared")
          : t("position.declared", { system: words(declared, false) })}
        {sample !== null && (
          <>
            <br />
            {t("position.sample", {
              x: format.number(sample[0], 5),
              y: format.number(sample[1], 5),
            })}
          </>
        )}
      </p>
      <p className={classes.status} data-open={decided.crs === null && (toConfirm || !placed)}>
        {status}
      </p>
    </>
  );
}

interface CandidateRadioProps {
  readonly candidate: PlacedCandidate;
  readonly near: readonly [number, number] | null;
}

function CandidateRadio({ candidate, near }: CandidateRadioProps) {
  const t = useIntakeWords();
  const format = useFormat();
  const { middle, score } = candidate;
  const place =
    near === null
      ? t("position.alone", { lon: format.fixed(middle[0], 3), lat: format.fixed(middle[1], 3) })
      : t("position.near", { distance: writeKm(distanceKm(near, middle), format) });
  return (
    <div className={classes.choice}>
      <Radio value={keyOf(candidate)} label={systemWords(candidate, t)} description={place} />
      <Badge variant="light" color={score >= 0.8 ? "green" : "gray"}>
        {t(`likelihood.${levelOf(score)}`)}
      </Badge>
    </div>
  );
}

function writeKm(km: number, format: Format): string {
  return km < 1 ? format.metres(km * 1000) : `${format.number(km, 1)} km`;
}

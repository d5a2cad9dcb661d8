import { Badge, Button, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { IconAlertTriangle, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { describeIssue, holdsNotesOnly, type World } from "../../core/index.ts";
import { type HeldSource, headOf } from "../../worker/held-text.ts";
import { useFormat } from "../format.ts";
import { useActions, useApp } from "../store-context.tsx";
import { countOpen } from "./count-open.ts";
import classes from "./intake.module.css";
import { useIntakeWords } from "./intake-words.ts";
import { LeadChoice } from "./lead-choice.tsx";
import { RemoveFile } from "./remove-file.tsx";

interface FileListProps {
  readonly world: World;
  readonly sources: readonly HeldSource[];
  onOpen(source: string): void;
}

/** The files that are open, each with what of it waits for a person. */
export function FileList({ world, sources, onOpen }: FileListProps) {
  const { t: page } = useTranslation();
  const t = useIntakeWords();
  const unread = sources.filter(({ text }) => holdsNotesOnly(headOf(text)));
  const read = sources.filter((source) => !unread.includes(source));
  return (
    <>
      <ul className={classes.files}>
        {unread.map(({ name, role }) => (
          <Unread key={`${role}/${name}`} world={world} source={name} />
        ))}
        {read.map(({ name, role }) => (
          <li key={`${role}/${name}`}>
            <UnstyledButton className={classes.file} onClick={() => onOpen(name)}>
              <VisuallyHidden>{`${t("file.open")} `}</VisuallyHidden>
              <span className={classes.fileName} title={name}>
                {name}
              </span>
              <Badge variant="light" color="gray">
                {page(`role.${role}`)}
              </Badge>
              <IconChevronRight size={15} aria-hidden />
              <OpenQuestions world={world} source={name} />
            </UnstyledButton>
            <Offer source={name} />
          </li>
        ))}
      </ul>
      <LeadChoice world={world} sources={sources} />
    </>
  );
}

/** A file of which nothing could be read, and why. An archive that was opened is no such file. */
function Unread({ world, source }: { readonly world: World; readonly source: string }) {
  const t = useIntakeWords();
  const language = useApp((state) => state.language);
  const faults = world.issues.filter(
    (issue) => issue.source === source && issue.severity === "error",
  );
  if (faults.length === 0) return null;
  return (
    <li className={classes.file} data-unread>
      <span className={classes.fileName} title={source}>
        {source}
      </span>
      <Badge variant="light" color="red">
        {t("file.unread")}
      </Badge>
      <RemoveFile source={source} />
      <span className={classes.open}>
        {faults.map((issue) => {
          const { message, fix } = describeIssue(issue, language);
          return (
            <span key={message}>
              <IconAlertTriangle size={14} aria-hidden />
              {message} {fix}
            </span>
          );
        })}
      </span>
    </li>
  );
}

function OpenQuestions({ world, source }: { readonly world: World; readonly source: string }) {
  const t = useIntakeWords();
  const format = useFormat();
  const { rows, columns, position } = countOpen(world, source);
  const texts = [
    ...(rows > 0 ? [t("file.doubtful", { n: format.int(rows) })] : []),
    ...(columns > 0 ? [t("file.guessed", { n: format.int(columns) })] : []),
    ...(position ? [t("file.toConfirm")] : []),
  ];
  if (texts.length === 0) return null;
  return (
    <span className={classes.open}>
      {texts.map((text) => (
        <span key={text}>
          <IconAlertTriangle size={14} aria-hidden />
          {text}
        </span>
      ))}
    </span>
  );
}

/** Corrections of an earlier file with the same headers, to be taken or left. */
function Offer({ source }: { readonly source: string }) {
  const t = useIntakeWords();
  const { acceptOffer, dismissOffer } = useActions();
  const offer = useApp(({ offers }) => offers.find((one) => one.source === source) ?? null);
  if (offer === null) return null;
  const headers = new Set([...Object.keys(offer.columns), ...Object.keys(offer.units)]);
  return (
    <div className={classes.offer} role="note">
      {t("file.offer", { n: headers.size })}
      <div className={classes.buttons}>
        <Button onClick={() => void acceptOffer(source)}>{t("file.accept")}</Button>
        <Button variant="default" onClick={() => dismissOffer(source)}>
          {t("file.decline")}
        </Button>
      </div>
    </div>
  );
}

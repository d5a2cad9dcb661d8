import { Progress } from "@mantine/core";
import { useEditWords } from "../edit/edit-words.ts";
import { useFormat } from "../format.ts";
import { useApp } from "../store-context.tsx";
import classes from "./projects.module.css";
import { isLow, shareOf } from "./saving-words.ts";

const MEGABYTE = 1_000_000;

/** How much of the room that the browser grants is used; nothing where it does not tell. */
export function RoomUsed() {
  const { t } = useEditWords();
  const format = useFormat();
  const room = useApp(({ saving }) => saving.room);
  if (!room) return null;
  const words = t("project.room", {
    used: format.int(room.usedBytes / MEGABYTE),
    quota: format.int(room.quotaBytes / MEGABYTE),
    share: format.percent(shareOf(room), 0),
  });
  return (
    <div className={classes.room}>
      <span>{words}</span>
      <Progress
        value={100 * shareOf(room)}
        color={isLow(room) ? "red" : "lake"}
        aria-label={words}
      />
    </div>
  );
}

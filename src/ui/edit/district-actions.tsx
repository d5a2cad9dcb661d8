import { Button } from "@mantine/core";
import {
  IconArrowsSplit2,
  IconCut,
  IconRefresh,
  IconScissors,
  IconTrash,
} from "@tabler/icons-react";
import { takeTool } from "../../map/tools/hand.ts";
import { useActions } from "../store-context.tsx";
import classes from "./edit.module.css";
import { useEditWords } from "./edit-words.ts";
import { useHandAndMap } from "./hand-context.tsx";

/** Taking districts apart and planning them anew; all of it is shown before it is done. */
export function DistrictActions({ indices }: { readonly indices: readonly number[] }) {
  const { t } = useEditWords();
  const { previewEdit, previewReplan } = useActions();
  const { hand } = useHandAndMap();
  const [district] = indices;
  const isOne = indices.length === 1;
  return (
    <div className={classes.actions}>
      {isOne && (
        <>
          <Button
            variant="default"
            leftSection={<IconArrowsSplit2 size={15} />}
            onClick={() => previewEdit({ kind: "split-even", district, parts: 2 })}
          >
            {t("shape.even", { total: 2 })}
          </Button>
          <Button
            variant="default"
            leftSection={<IconCut size={15} />}
            onClick={() => previewEdit({ kind: "best-cut", district })}
          >
            {t("shape.bestCut")}
          </Button>
          <Button
            variant="default"
            leftSection={<IconScissors size={15} />}
            onClick={() => takeTool(hand, "split")}
          >
            {t("shape.byLine")}
          </Button>
          <Button
            variant="default"
            leftSection={<IconTrash size={15} />}
            onClick={() => previewEdit({ kind: "dissolve", district })}
          >
            {t("shape.dissolve")}
          </Button>
        </>
      )}
      <Button
        variant="default"
        leftSection={<IconRefresh size={15} />}
        onClick={() => void previewReplan({ districts: indices })}
      >
        {t("shape.replan")}
      </Button>
    </div>
  );
}

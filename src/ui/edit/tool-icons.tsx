import {
  IconArrowsMoveHorizontal,
  IconBarrierBlock,
  IconBrush,
  IconBuildingBridge,
  IconHexagonPlus,
  IconLasso,
  IconLine,
  IconPointer,
  IconScissors,
  IconSelect,
} from "@tabler/icons-react";
import type { ToolName } from "../../map/tools/tool.ts";

/** Sign and key of each tool. */
export const TOOL_SIGNS: Readonly<
  Record<ToolName, { readonly icon: typeof IconPointer; readonly key: string }>
> = {
  select: { icon: IconPointer, key: "V" },
  paint: { icon: IconBrush, key: "B" },
  lasso: { icon: IconLasso, key: "L" },
  rectangle: { icon: IconSelect, key: "R" },
  border: { icon: IconArrowsMoveHorizontal, key: "E" },
  split: { icon: IconScissors, key: "X" },
  draw: { icon: IconHexagonPlus, key: "D" },
  link: { icon: IconLine, key: "K" },
  barrier: { icon: IconBarrierBlock, key: "W" },
  crossing: { icon: IconBuildingBridge, key: "J" },
};

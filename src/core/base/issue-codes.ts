import type { IssueText } from "./issue-text.ts";
import { CONTAINER_TEXTS } from "./issue-texts/container-texts.ts";
import { COORDINATE_TEXTS } from "./issue-texts/coordinate-texts.ts";
import { DEFAULT_TEXTS } from "./issue-texts/default-texts.ts";
import { FEATURE_TEXTS } from "./issue-texts/feature-texts.ts";
import { FILE_TEXTS } from "./issue-texts/file-texts.ts";
import { GEOMETRY_TEXTS } from "./issue-texts/geometry-texts.ts";
import { IDENTITY_TEXTS } from "./issue-texts/identity-texts.ts";
import { LAYER_TEXTS } from "./issue-texts/layer-texts.ts";
import { LIMIT_TEXTS } from "./issue-texts/limit-texts.ts";
import { RULE_TEXTS } from "./issue-texts/rule-texts.ts";
import { SCENARIO_TEXTS } from "./issue-texts/scenario-texts.ts";
import { VALUE_TEXTS } from "./issue-texts/value-texts.ts";

/** Every issue code of the program with its words; SPEC.md says when each is raised. */
export const ISSUE_TEXTS = {
  ...FILE_TEXTS,
  ...CONTAINER_TEXTS,
  ...COORDINATE_TEXTS,
  ...FEATURE_TEXTS,
  ...GEOMETRY_TEXTS,
  ...IDENTITY_TEXTS,
  ...VALUE_TEXTS,
  ...DEFAULT_TEXTS,
  ...LAYER_TEXTS,
  ...SCENARIO_TEXTS,
  ...LIMIT_TEXTS,
  ...RULE_TEXTS,
} as const satisfies Record<string, IssueText>;

export type IssueCode = keyof typeof ISSUE_TEXTS;

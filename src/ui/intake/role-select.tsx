import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SourceRole } from "../../core/index.ts";
import { useActions, useApp } from "../store-context.tsx";
import { useIntakeWords } from "./intake-words.ts";

const ROLES: readonly SourceRole[] = [
  "compounds",
  "ledger",
  "barriers",
  "crossings",
  "communities",
  "context",
];

interface RoleSelectProps {
  readonly source: string;
  readonly role: SourceRole;
}

/** What a file holds, as it was guessed, to be put right. */
export function RoleSelect({ source, role }: RoleSelectProps) {
  const { t: page } = useTranslation();
  const t = useIntakeWords();
  const { setRole } = useActions();
  const busy = useApp((state) => state.busy !== null);
  return (
    <Select
      aria-label={t("file.role")}
      value={role}
      data={ROLES.map((value) => ({ value, label: page(`role.${value}`) }))}
      allowDeselect={false}
      disabled={busy}
      w={128}
      onChange={(value) => {
        const next = ROLES.find((one) => one === value);
        if (next && next !== role) void setRole(source, next);
      }}
    />
  );
}

import { notifications } from "@mantine/notifications";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { zh } from "../messages/zh.ts";
import { useApp } from "../store-context.tsx";

type NoticeKey = keyof typeof zh.notice;

function isKnown(key: string): key is NoticeKey {
  return Object.hasOwn(zh.notice, key);
}

/** Shows what the store has to say; says nothing twice. */
export function NoticeBar() {
  const { t } = useTranslation();
  const notice = useApp((state) => state.notice);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one message per notice, whatever the language does later
  useEffect(() => {
    if (!notice) return;
    const { key, args, kind } = notice;
    const message = isKnown(key)
      ? t(`notice.${key}`, { detail: "", name: "", key: "", value: "", ...args })
      : key;
    notifications.show({
      message,
      color: kind === "error" ? "red" : "blue",
      autoClose: kind === "error" ? 12_000 : 5000,
      withBorder: true,
    });
  }, [notice?.serial]);
  return null;
}

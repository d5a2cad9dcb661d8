import { useHotkeys } from "@mantine/hooks";
import { useCallback, useEffect, useRef, useState } from "react";
import type { MapSession } from "../../map/start-map.ts";
import { DropArea } from "../data/drop-area.tsx";
import { DetailCard } from "../detail/detail-card.tsx";
import { MapView } from "../map/map-view.tsx";
import { useActions, useApp, useAppStore } from "../store-context.tsx";
import { useIsTouch } from "../use-is-touch.ts";
import { Header } from "./header.tsx";
import { HelpDialog } from "./help-dialog.tsx";
import { NoticeBar } from "./notice-bar.tsx";
import classes from "./shell.module.css";
import { PANELS, type PanelName, SidePanel } from "./side-panel.tsx";

/** Header, panels, map and details in their places. */
export function Shell() {
  const touch = useIsTouch();
  const [panel, setPanel] = useState<PanelName>("districts");
  const [wide, setWide] = useState(false);
  const [help, setHelp] = useState(false);
  const busy = useApp((state) => state.busy !== null);
  const unusable = useApp(({ world }) => world !== null && world.compounds.length === 0);
  useEffect(() => {
    if (unusable) setPanel("data");
  }, [unusable]);
  const session = useRef<MapSession | null>(null);
  const keepSession = useCallback((next: MapSession | null) => {
    session.current = next;
  }, []);
  useShortcuts({
    onPanel: setPanel,
    onHelp: () => setHelp(true),
    onFit: () => session.current?.fitAll(),
  });
  return (
    <div
      className={classes.shell}
      data-wide={wide && panel === "districts" && !touch}
      data-busy={busy}
    >
      <Header compact={touch} onHelp={() => setHelp(true)} />
      <SidePanel panel={panel} touch={touch} wide={wide} onPanel={setPanel} onWide={setWide} />
      <div className={classes.stage}>
        <MapView onSession={keepSession} />
        {!touch && <DetailCard />}
      </div>
      <HelpDialog opened={help} onClose={() => setHelp(false)} />
      <DropArea />
      <NoticeBar />
    </div>
  );
}

interface ShortcutTargets {
  onPanel(panel: PanelName): void;
  onHelp(): void;
  onFit(): void;
}

function useShortcuts({ onPanel, onHelp, onFit }: ShortcutTargets): void {
  const store = useAppStore();
  const { undo, redo, select, mergeDistricts, zoomToSelection } = useActions();
  const merge = () => {
    const { selection } = store.getState();
    if (selection?.kind === "districts") mergeDistricts(selection.indices);
  };
  const shortcuts: [string, () => void][] = [
    ["mod+Z", undo],
    ["mod+shift+Z", redo],
    ["mod+Y", redo],
    ["Escape", () => select(null)],
    ["M", merge],
    ["F", onFit],
    ["Z", zoomToSelection],
    ["shift+?", onHelp],
    ...PANELS.map((name, i): [string, () => void] => [String(i + 1), () => onPanel(name)]),
  ];
  const unlessTyping = (run: () => void) => (event: KeyboardEvent) => {
    if (!isTyping(event.target) && !isDialogOpen()) run();
  };
  useHotkeys(
    shortcuts.map(([keys, run]) => [keys, unlessTyping(run)]),
    [],
  );
}

/** A dialog has keys of its own: Escape closes it, not what lies behind. */
function isDialogOpen(): boolean {
  return document.querySelector('[aria-modal="true"]') !== null;
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !["checkbox", "radio"].includes(target.type);
  return target instanceof HTMLTextAreaElement;
}

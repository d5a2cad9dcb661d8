import { useHotkeys } from "@mantine/hooks";
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { MapSession } from "../../map/start-map.ts";
import { createHand } from "../../map/tools/hand.ts";
import { DropArea } from "../data/drop-area.tsx";
import { DetailCard } from "../detail/detail-card.tsx";
import { EditAnnouncer } from "../edit/edit-announcer.tsx";
import { HandProvider, useHandAndMap } from "../edit/hand-context.tsx";
import { PreviewCard } from "../edit/preview-card.tsx";
import { shortcut } from "../edit/typing.ts";
import { useEditKeys } from "../edit/use-edit-keys.ts";
import { MapView } from "../map/map-view.tsx";
import { ProjectDialog } from "../projects/project-dialog.tsx";
import { SavingBar } from "../projects/saving-bar.tsx";
import { useActions, useApp, useAppStore } from "../store-context.tsx";
import { useIsTouch } from "../use-is-touch.ts";
import { Header } from "./header.tsx";
import { HelpDialog } from "./help-dialog.tsx";
import { NoticeBar } from "./notice-bar.tsx";
import classes from "./shell.module.css";
import { PANELS, type PanelName, SidePanel } from "./side-panel.tsx";
import { useCompareRoute } from "./use-compare-route.ts";

/** Fetched when it is first opened. */
const CompareView = lazy(async () => ({
  default: (await import("../compare/compare-view.tsx")).CompareView,
}));

/** The page with a hand of its own. */
export function Shell() {
  const session = useRef<MapSession | null>(null);
  const handAndMap = useMemo(() => ({ hand: createHand(), session: () => session.current }), []);
  const keepSession = useCallback((next: MapSession | null) => {
    session.current = next;
  }, []);
  return (
    <HandProvider value={handAndMap}>
      <Page onSession={keepSession} />
    </HandProvider>
  );
}

/** Header, panels, map and details in their places. */
function Page({ onSession }: { onSession(session: MapSession | null): void }) {
  const touch = useIsTouch();
  const [panel, setPanel] = useState<PanelName>("districts");
  const [wide, setWide] = useState(false);
  const [help, setHelp] = useState(false);
  const [projects, setProjects] = useState(false);
  const busy = useApp((state) => state.busy !== null);
  const unusable = useApp(({ world }) => world !== null && world.compounds.length === 0);
  useEffect(() => {
    if (unusable) setPanel("data");
  }, [unusable]);
  const hasPreview = useApp(({ preview }) => preview !== null);
  const compare = useCompareRoute();
  const hasPlans = useApp(({ scenarios }) => scenarios.length > 0);
  const isComparing = compare.isOpen && hasPlans;
  const onCompare = () => compare.go(true);
  useShortcuts({ onPanel: setPanel, onHelp: () => setHelp(true), onCompare });
  useEditKeys();
  return (
    <div
      className={classes.shell}
      data-wide={wide && panel === "districts" && !touch}
      data-busy={busy}
    >
      <Header
        compact={touch}
        onHelp={() => setHelp(true)}
        onCompare={onCompare}
        onProjects={() => setProjects(true)}
      />
      <SavingBar onProjects={() => setProjects(true)} />
      <SidePanel
        panel={panel}
        touch={touch}
        wide={wide}
        covered={isComparing}
        onPanel={setPanel}
        onWide={setWide}
        onCompare={onCompare}
      />
      <div className={classes.stage} inert={isComparing}>
        <MapView onSession={onSession} />
        {!touch && (hasPreview ? <PreviewCard /> : <DetailCard />)}
      </div>
      {isComparing && (
        <Suspense>
          <CompareView onClose={() => compare.go(false)} />
        </Suspense>
      )}
      <HelpDialog opened={help} onClose={() => setHelp(false)} />
      <ProjectDialog opened={projects} onClose={() => setProjects(false)} />
      <DropArea />
      <NoticeBar />
      <EditAnnouncer />
    </div>
  );
}

interface ShortcutTargets {
  onPanel(panel: PanelName): void;
  onHelp(): void;
  onCompare(): void;
}

function useShortcuts({ onPanel, onHelp, onCompare }: ShortcutTargets): void {
  const { undo, redo, zoomToSelection } = useActions();
  const { session } = useHandAndMap();
  const letGo = useLetGo();
  const shortcuts: [string, () => void][] = [
    ["mod+Z", undo],
    ["mod+shift+Z", redo],
    ["mod+Y", redo],
    ["Escape", letGo],
    ["F", () => session()?.fitAll()],
    ["Z", zoomToSelection],
    // The same sign without Shift on other keyboards, and as wide as an input method makes it.
    ...["shift+?", "?", "shift+？", "？"].map((keys): [string, () => void] => [keys, onHelp]),
    ...PANELS.map((name, i): [string, () => void] => [String(i + 1), () => onPanel(name)]),
    [String(PANELS.length + 1), onCompare],
  ];
  useHotkeys(
    shortcuts.map(([keys, run]) => shortcut(keys, run)),
    [],
  );
}

/** Escape: a drag under way, else the preview, else the tool, else the selection. */
function useLetGo(): () => void {
  const store = useAppStore();
  const { hand, session } = useHandAndMap();
  return () => {
    const { preview, actions } = store.getState();
    if (session()?.letGo()) return;
    if (preview) actions.cancelPreview();
    else if (hand.getState().tool !== "select") hand.setState({ tool: "select" });
    else actions.select(null);
  };
}

import { type Bilingual, NEW_RECORD } from "../core/index.ts";
import type { CandidatesFound, FoundCandidate } from "../worker/protocol.ts";
import type { Desk } from "./desk.ts";
import { freeName, nextScenarioId } from "./scenario-names.ts";
import type { Actions } from "./state.ts";

/** Work on this thread in pieces, so that the page draws and listens between them. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Candidates along the trade-off that matters, in one click, as scenarios of their own. */
export function createCandidateActions(desk: Desk): Pick<Actions, "findCandidates"> {
  const ask = async (): Promise<CandidatesFound | null> => {
    const { active } = desk;
    if (!active) return null;
    const serial = desk.next();
    let running = true;
    desk.set({ busy: { task: "candidates", done: 0, gap: null } });
    const found = await desk.attempt("candidates-failed", () =>
      desk.deps.core.candidates(active.recipe, active.zoning, ({ done }) => {
        if (running && desk.isLatest(serial))
          desk.set({ busy: { task: "candidates", done, gap: null } });
      }),
    );
    running = false;
    if (!desk.isLatest(serial)) return null;
    desk.set({ busy: null });
    return found;
  };

  /** Prepares and adds in two pieces; null: other data were opened meanwhile. */
  const add = async (
    { name, recipe, plan, judgement }: FoundCandidate,
    graph: CandidatesFound["graph"],
  ): Promise<string | null> => {
    const { world } = desk.state;
    const prepared = desk.prepare(recipe, graph);
    await breathe();
    const { scenarios, language, activeId } = desk.state;
    if (desk.state.world !== world) return null;
    const say = (words: Bilingual) => words[language];
    const id = nextScenarioId(scenarios.map((one) => one.id));
    const at = new Date(desk.deps.now()).toISOString();
    desk.add({
      id,
      name: freeName(
        say(name),
        scenarios.map((one) => one.name),
      ),
      parentId: activeId,
      zoning: plan.zoning,
      prepared,
      plan,
      edited: false,
      stale: false,
      record: {
        ...NEW_RECORD,
        note: say(judgement.words),
        log: [{ event: "made" as const, at, args: {} }],
      },
    });
    return id;
  };

  return {
    async findCandidates() {
      const { world } = desk.state;
      if (!desk.active || !desk.keeper.admit()) return [];
      const found = await ask();
      if (!found || desk.state.world !== world || !(await desk.gate.turn("manage"))) return [];
      const kept = found.candidates.filter(({ judgement }) => judgement.beatenBy === null);
      const ids: string[] = [];
      for (const candidate of kept) {
        await breathe();
        if (desk.state.world !== world) return [];
        const id = await add(candidate, found.graph);
        if (id === null) return [];
        ids.push(id);
      }
      desk.keeper.keepWhole(ids);
      const dropped = found.candidates.length - kept.length;
      const code = dropped > 0 ? "candidates-added" : "candidates-all-added";
      desk.notify("info", code, { count: ids.length, dropped });
      return ids;
    },
  };
}

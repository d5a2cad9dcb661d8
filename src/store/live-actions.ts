import type { EditActions, EditState } from "./edit-state.ts";

/** Before anything was opened. */
export const NOTHING_EDITED: EditState = {
  stroke: null,
  shift: { serial: 0, shifted: null },
  preview: null,
  saving: { status: "saved", reason: null, access: "own", room: null },
  projects: [],
  projectId: null,
};

function missing(): never {
  throw new Error("not made yet");
}

export function createLiveActions(): EditActions {
  return {
    beginStroke: missing,
    paint: missing,
    repaint: missing,
    endStroke: missing,
    cancelStroke: missing,
    edit: missing,
    previewEdit: missing,
    previewReplan: missing,
    acceptPreview: missing,
    cancelPreview: missing,
    lockCompounds: missing,
    lockDistricts: missing,
    readAssignment: missing,
    readFindings: missing,
    readAllFindings: missing,
    zoomToFinding: missing,
    fixFinding: missing,
    fixFindings: missing,
    countSteps: missing,
    settled: missing,
    retrySave: missing,
    editUnsaved: missing,
    takeOver: missing,
    listProjects: missing,
    openProject: missing,
    renameProject: missing,
    duplicateProject: missing,
    deleteProject: missing,
    undeleteProject: missing,
    exportProject: missing,
    importProject: missing,
  };
}

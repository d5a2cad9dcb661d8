import { saveFile } from "../export/save-file.ts";
import { useActions } from "../store-context.tsx";

/** Takes a project along as one file. */
export function useExportProject(): (id: string) => Promise<void> {
  const { exportProject } = useActions();
  return async (id) => {
    const file = await exportProject(id);
    if (file) saveFile(file);
  };
}

import type { ProjectAccess } from "./stored-project.ts";

const LOCK = "pianqu.project.";

/**
 * Who writes a project, by the browser's locks, which end with their page. Where there are none (an
 * insecure address) every page may claim; storage then refuses the page that claimed earlier.
 */
export function createProjectAccess(): ProjectAccess {
  let release = (): void => {};

  const claim: ProjectAccess["claim"] = (id, { steal, onLost }) => {
    release();
    const locks = navigator.locks as LockManager | undefined;
    if (!locks) return Promise.resolve(true);
    return new Promise((resolve) => {
      let isOver = false;
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        resolve(lock !== null);
        if (lock === null) return undefined;
        return new Promise((end) => {
          release = () => {
            isOver = true;
            end();
          };
        });
      };
      // A lock taken by another page rejects here.
      const options = steal ? { steal } : { ifAvailable: true };
      locks.request(LOCK + id, options, hold).catch(() => {
        resolve(false);
        if (!isOver) onLost();
      });
    });
  };

  return { claim, release: () => release() };
}

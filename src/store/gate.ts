/** What {@link Gate} asks before a change is made. */
interface GateKeeping {
  /** Ends a stroke that is still open, so that a change comes after it. */
  closeStroke(): void;
  /** Says why nothing may be changed now; true: it may. */
  admit(): boolean;
  /** Says why the scenario shown may not be changed now; true: it may. */
  admitEdit(): boolean;
}

/**
 * One change at a time: it is kept before the next one is made. What comes while one is being written
 * waits, in order; without a write under way everything happens at once.
 */
export class Gate {
  private readonly keeping: GateKeeping;
  private readonly waiting: (() => void)[] = [];
  private isWriting = false;

  constructor(keeping: GateKeeping) {
    this.keeping = keeping;
  }

  /** Makes a change of the scenario shown, when the one before it is kept. */
  change(work: () => void): void {
    if (this.keeping.admitEdit()) this.makeInTurn(work);
  }

  /** The same for a change that leaves the plan of the scenario shown alone. */
  manage(work: () => void): void {
    if (this.keeping.admit()) this.makeInTurn(work);
  }

  private makeInTurn(work: () => void): void {
    this.take(() => this.keeping.closeStroke());
    this.take(work);
  }

  /** The same without ending a stroke that is open. */
  take(work: () => void): void {
    if (this.isWriting || this.waiting.length > 0) this.waiting.push(work);
    else work();
  }

  /** Resolves when it is this caller's turn to make a change; false: nothing may be changed. */
  turn(of: "edit" | "manage" = "edit"): Promise<boolean> {
    const isAdmitted = of === "edit" ? this.keeping.admitEdit() : this.keeping.admit();
    if (!isAdmitted) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.take(() => this.keeping.closeStroke());
      this.take(() => resolve(true));
    });
  }

  /** Not a change, but in its place among them: waits only for changes that wait. */
  inOrder(work: () => void): void {
    if (this.waiting.length > 0) this.waiting.push(work);
    else work();
  }

  /** A write has begun. */
  shut(): void {
    this.isWriting = true;
  }

  /** The write is done: what waits goes on, up to the next write. */
  open(): void {
    this.isWriting = false;
    while (!this.isWriting) {
      const next = this.waiting.shift();
      if (!next) return;
      next();
    }
  }

  /** Forgets what waits: it is about data that are not open any more. */
  clear(): void {
    this.waiting.length = 0;
    this.isWriting = false;
  }
}

import { type FeatureLabel, type IssueLog, quoteInput } from "../issue-log.ts";
import type { AddedBuildings } from "./add-buildings.ts";

/** Counts the rows of one ledger that are buildings of compounds. */
export class BuildingTally {
  #rows = 0;
  #compounds = 0;
  #blanks = 0;

  constructor(
    readonly source: string,
    readonly log: IssueLog,
  ) {}

  /** Counts the buildings of one compound; cells that cannot be read are said at once. */
  note(added: AddedBuildings, labels: readonly FeatureLabel[]): void {
    const { source } = this;
    this.#rows += labels.length;
    this.#compounds += 1;
    this.#blanks += added.blanks;
    for (const { row, header, raw } of added.unreadable) {
      const args = { column: header.slice(0, 60), value: quoteInput(raw) };
      this.log.add("warning", "value-unreadable", { source, feature: labels[row], args });
    }
  }

  report(): void {
    const { source } = this;
    const args = { n: this.#rows, m: this.#compounds };
    if (this.#rows > 0) this.log.add("warning", "ledger-buildings-added", { source, args });
    const blanks = { n: this.#blanks };
    if (this.#blanks > 0)
      this.log.add("warning", "ledger-buildings-blank", { source, args: blanks });
  }
}

import { describe, expect, it } from "vitest";
import { findLinkEdit } from "../../src/ui/links/link-edit.ts";

const NONE = { linksAdded: [], linksRemoved: [] };
const LINKED = { linksAdded: [["a", "b"]] as const, linksRemoved: [] };
const CUT = { linksAdded: [], linksRemoved: [["a", "b"]] as const };

describe("the link edited by hand", () => {
  it("is told with what became of it", () => {
    expect(findLinkEdit(NONE, LINKED)).toEqual({ ids: ["a", "b"], by: "linked" });
    expect(findLinkEdit(LINKED, CUT)).toEqual({ ids: ["a", "b"], by: "cut" });
    expect(findLinkEdit(CUT, NONE)).toEqual({ ids: ["a", "b"], by: "rule" });
  });

  it("is none when nothing changed, or more than one", () => {
    expect(findLinkEdit(LINKED, { ...LINKED })).toBeNull();
    const both = { linksAdded: [["c", "d"]] as const, linksRemoved: [["a", "b"]] as const };
    expect(findLinkEdit(NONE, both)).toBeNull();
  });
});

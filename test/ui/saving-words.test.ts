import { describe, expect, it } from "vitest";
import type { SavingState } from "../../src/store/edit-state.ts";
import { isLow, shareOf, troubleOf } from "../../src/ui/projects/saving-words.ts";

const WELL: SavingState = { status: "saved", reason: null, access: "own", room: null };

describe("words on saving", () => {
  it("[S26] tells the gravest trouble, and none where all is well", () => {
    const room = { usedBytes: 85, quotaBytes: 100 };
    expect(troubleOf(WELL)).toBeNull();
    expect(troubleOf({ ...WELL, status: "saving" })).toBeNull();
    expect(troubleOf({ ...WELL, room })).toBe("low");
    expect(troubleOf({ ...WELL, room, status: "failed", reason: "quota" })).toBe("full");
    expect(troubleOf({ ...WELL, status: "failed", reason: "newer" })).toBe("newer");
    expect(troubleOf({ ...WELL, status: "failed", reason: "other" })).toBe("failed");
    expect(troubleOf({ ...WELL, status: "unsaved", reason: "quota" })).toBe("unsaved");
    expect(troubleOf({ ...WELL, status: "failed", access: "elsewhere" })).toBe("elsewhere");
  });

  it("[S26] room is low from four fifths on, and where the browser grants none", () => {
    expect(isLow({ usedBytes: 79, quotaBytes: 100 })).toBe(false);
    expect(isLow({ usedBytes: 80, quotaBytes: 100 })).toBe(true);
    expect(shareOf({ usedBytes: 0, quotaBytes: 0 })).toBe(1);
    expect(isLow(null)).toBe(false);
  });
});

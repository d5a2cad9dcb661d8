import { read, type WorkBook } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { FIGURES, type FigureKey, readFigure } from "../../../src/core/estimate/figures.ts";
import { exportAs } from "../../../src/core/export/export-as.ts";
import type { ExportInput } from "../../../src/core/export/export-input.ts";
import { evaluateExport } from "../../../src/core/export/export-plan.ts";
import { readZoning } from "../../../src/core/export/read-zoning.ts";
import { consentNeeded } from "../../../src/core/export/sheets/vote-sheet.ts";
import { HOST } from "../ingest/containers/container-files.ts";
import { bytesOf, openAgain, sampleInput } from "./export-sample.ts";

const input = sampleInput();

async function bookOf(of: ExportInput): Promise<WorkBook> {
  const [file] = await exportAs({ format: "xlsx" }, of, HOST);
  return read(bytesOf(file), { type: "array", cellFormula: true, cellNF: true, cellStyles: true });
}

function rowsOf(book: WorkBook, name: string): unknown[][] {
  const sheet = book.Sheets[name];
  const width = sheet["!ref"]?.split(":")[1].replace(/\d/g, "") ?? "A";
  const columns = [...width].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0);
  const last = Number(sheet["!ref"]?.replace(/^.*?(\d+)$/, "$1"));
  const letter = (c: number): string =>
    c < 26 ? String.fromCharCode(65 + c) : letter(Math.floor(c / 26) - 1) + letter(c % 26);
  return Array.from({ length: last }, (_, r) =>
    Array.from({ length: columns }, (_, c) => sheet[`${letter(c)}${r + 1}`]?.v ?? null),
  );
}

describe("the workbook", () => {
  it("[X20] has the bureau's sheets, each with title, candidate's note and header in frozen rows", async () => {
    const book = await bookOf(input);
    expect(book.SheetNames).toEqual([
      "片区划分一览表",
      "小区归属表",
      "资金测算表（业主账）",
      "资金测算表（维修资金账）",
      "资金测算表（财政账）",
      "资金测算表（人员与资源）",
      "资金测算表（区间）",
      "资金测算表（分年）",
      "资金测算表（小区前后）",
      "表决统计表",
      "参数与来源",
    ]);
    const [file] = await exportAs({ format: "xlsx" }, input, HOST);
    const parts = unzipSync(bytesOf(file));
    const sheets = Object.keys(parts).filter((name) => /worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets).toHaveLength(11);
    for (const name of sheets) {
      const xml = strFromU8(parts[name]);
      expect(xml).toMatch(/<pane [^>]*ySplit="3"[^>]*state="frozen"/);
      expect(xml).toContain("<cols>");
    }
    expect(String(rowsOf(book, "片区划分一览表")[1][0])).toContain("候选方案");
  });

  it("[X20] repeats header and first columns on every page, by references that hold whatever the sheet's name", async () => {
    const [file] = await exportAs({ format: "xlsx" }, { ...input, language: "en" }, HOST);
    const xml = strFromU8(unzipSync(bytesOf(file))["xl/workbook.xml"]);
    const titles = [...xml.matchAll(/Print_Titles" localSheetId="\d+">([^<]*)</g)];
    expect(titles).toHaveLength(11);
    for (const [, text] of titles) expect(text).toMatch(/^'([^']+)'!\$A:\$[A-D],'\1'!\$3:\$3$/);
  });

  it("[X21] figures are those of the estimate; totals are sums; ledgers stand apart", async () => {
    const book = await bookOf(input);
    const { districts } = evaluateExport(input);
    const rows = rowsOf(book, "资金测算表（业主账）");
    const keys = (Object.keys(FIGURES) as FigureKey[]).filter(
      (k) => FIGURES[k].ledger === "owners",
    );
    expect(rows[2]).toHaveLength(2 + keys.length);
    districts.forEach(({ id, estimate }, d) => {
      expect(rows[3 + d][0]).toBe(id);
      expect(rows[3 + d].slice(2)).toEqual(keys.map((key) => readFigure(estimate, key)));
    });
    const at = 2 + keys.indexOf("costYuan");
    const sum = districts.reduce((all, { estimate }) => all + estimate.costYuan, 0);
    expect(rows.at(-1)?.[at]).toBe(sum);
    expect(rows.at(-1)?.[2 + keys.indexOf("breakEvenFeeYuanPerM2Month")]).toBeNull();
    const heads = ["维修资金账", "财政账", "业主账"].map((ledger) =>
      rowsOf(book, `资金测算表（${ledger}）`)[2].slice(2),
    );
    expect(new Set(heads.flat()).size).toBe(heads.flat().length);
  });

  it("[X22] consent: two thirds take part, over half or three quarters of these agree", () => {
    const rules = { quorum: 2 / 3, ordinary: 1 / 2, special: 3 / 4 };
    expect(consentNeeded(300, rules)).toEqual({ quorum: 200, ordinary: 101, special: 150 });
    expect(consentNeeded(100, rules)).toEqual({ quorum: 67, ordinary: 34, special: 51 });
    expect(consentNeeded(0, rules)).toEqual({ quorum: 0, ordinary: 0, special: 0 });
  });

  it("[X23] no cell is a formula, and none can become one", async () => {
    const book = await bookOf(input);
    for (const name of book.SheetNames) {
      for (const [at, cell] of Object.entries(book.Sheets[name])) {
        if (at.startsWith("!")) continue;
        expect(cell.f).toBeUndefined();
        if (typeof cell.v === "string") expect(cell.v).not.toMatch(/^\s*[=+@＝]/);
      }
    }
    const names = rowsOf(book, "小区归属表").map((row) => row[1]);
    expect(names).toContain('\'=HYPERLINK("http://x")');
  });

  it("[X24] says every value in force and where it was set", async () => {
    const { recipe } = input.prepared;
    const { problem } = input.prepared;
    const prepared = {
      ...input.prepared,
      problem,
      recipe: { ...recipe, assumptions: { vat: 0.05 } },
      values: { ...input.prepared.values, vat: 0.05 },
    };
    const rows = rowsOf(await bookOf({ ...input, prepared }), "参数与来源");
    const vat = rows.find((row) => row[1] === "vat");
    expect(vat?.[5]).toBe(0.05);
    expect(vat).toContain("全市设定");
    expect(rows.find((row) => row[1] === "w_guard")).toContain("程序默认");
  });

  it.each(["zh", "en"] as const)(
    "[X25] read beside the compounds it gives the same zoning (%s)",
    async (language) => {
      const sample = { ...input, language };
      for (const format of ["xlsx", "csv"] as const) {
        const file = (await exportAs({ format }, sample, HOST)).find(
          ({ name }) => !/districts/.test(name),
        );
        if (!file) throw new Error("no file");
        const back = readZoning(await openAgain(file, sample.sources));
        expect(back.assignment).toEqual(input.zoning.assignment);
        expect(back.reason).toEqual(input.zoning.reason);
      }
    },
  );

  it("[X8] has the same bytes each time", async () => {
    const [a, b] = [
      await exportAs({ format: "xlsx" }, input, HOST),
      await exportAs({ format: "xlsx" }, input, HOST),
    ];
    expect(bytesOf(a[0])).toEqual(bytesOf(b[0]));
  });
});

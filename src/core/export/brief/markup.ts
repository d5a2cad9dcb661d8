/** A drawing as a part of a page: without its XML declaration. */
export function inlineSvg(svg: string): string {
  return `<figure>${svg.replace(/^<\?xml[^>]*\?>\s*/, "")}</figure>`;
}

/** A table of cells that are written already; the first column names, the others are figures. */
export function writeTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) =>
    row.map((cell, k) => (k === 0 ? `<th scope="row">${cell}</th>` : `<td>${cell}</td>`)).join("");
  return `<table><thead><tr>${head.map((cell) => `<th scope="col">${cell}</th>`).join("")}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${cells(row)}</tr>`).join("\n")}
</tbody></table>`;
}

/** A4 upright, a page of the brief a page of paper (CSS Paged Media 3). */
export const PAGE_STYLE = `
@page { size: A4 portrait; margin: 12mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #1d2b33; font: 10pt/1.45 "Source Han Sans SC", "Noto Sans CJK SC",
  "Noto Sans SC", "Microsoft YaHei", "PingFang SC", SimHei, system-ui, sans-serif; }
.page { width: 186mm; margin: 0 auto; position: relative; break-after: page; }
.page:last-child { break-after: auto; }
h1 { font-size: 16pt; margin: 0 30mm 2mm 0; } h2 { font-size: 11pt; margin: 2mm 0 1mm; }
p { margin: 1mm 0; } ul { margin: 1mm 0; padding-left: 6mm; } figure { margin: 1mm 0; }
figure svg { display: block; max-width: 100%; height: auto; }
.mark { position: absolute; right: 0; top: 0; margin: 0; padding: 0.5mm 2mm;
  border: 0.3mm solid #a52a1a; color: #a52a1a; font-weight: 700; }
.numbers { font-size: 6.5pt; line-height: 1.25; color: #56646d; }
.dense { font-size: 5.6pt; line-height: 1.15; }
.hint, .foot, small { color: #56646d; font-size: 8.5pt; } .foot { margin-top: 1.5mm; }
.warn { color: #a52a1a; font-weight: 700; } .better { color: #1d6b43; } .worse { color: #a52a1a; }
table { width: 100%; border-collapse: collapse; font-size: 8.5pt; line-height: 1.15; }
th, td { border: 0.2mm solid #b9c2c8; padding: 0.5mm 1.5mm; text-align: right;
  font-variant-numeric: tabular-nums; }
thead th { background: #eef2f4; } th:first-child { text-align: left; font-weight: 500; }
tr { break-inside: avoid; } thead { display: table-header-group; }
.top { display: grid; grid-template-columns: 124mm 1fr; gap: 3mm; }
.top table { font-size: 8pt; }
@media screen { body { background: #e8eaec; }
  .page { background: #fff; width: 210mm; min-height: 297mm; padding: 12mm; margin: 6mm auto;
    box-shadow: 0 1px 6px rgb(0 0 0 / 25%); } .mark { right: 12mm; top: 12mm; }
  .page h1 { margin-right: 40mm; } }
`;

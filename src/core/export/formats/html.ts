const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text that HTML shows as it is, in content and in quoted attributes. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]);
}

type Cell = string | number | null;

/** A part of the page: a heading with paragraphs, and a table whose first row is its header. */
export interface HtmlSection {
  readonly heading: string;
  readonly paragraphs?: readonly string[];
  /** an SVG of our own making, put in as it is */
  readonly drawing?: string;
  readonly table?: readonly (readonly Cell[])[];
}

const STYLE = `
body { font: 14px/1.5 system-ui, "Noto Sans SC", "Microsoft YaHei", sans-serif; margin: 2rem auto;
  max-width: 72rem; padding: 0 1rem; color: #1f2933; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
.wide { overflow-x: auto; }
figure { margin: 0.75rem 0; } figure svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; font-size: 12px; }
th, td { border: 1px solid #cbd2d9; padding: 0.25rem 0.5rem; text-align: left; }
th { background: #f0f4f8; } td.number { text-align: right; font-variant-numeric: tabular-nums; }
@media print { body { margin: 0; max-width: none; } .wide { overflow: visible; }
  tr { break-inside: avoid; } thead { display: table-header-group; } @page { size: A4 landscape; } }
`;

function writeCell(cell: Cell): string {
  return typeof cell === "number"
    ? `<td class="number">${escapeHtml(cell.toLocaleString("en", { maximumFractionDigits: 4 }))}</td>`
    : `<td>${escapeHtml(cell ?? "")}</td>`;
}

function writeTable([header = [], ...rows]: readonly (readonly Cell[])[]): string {
  const head = header.map((cell) => `<th>${escapeHtml(String(cell ?? ""))}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((cell) => writeCell(cell)).join("")}</tr>`);
  return `<div class="wide"><table><thead><tr>${head}</tr></thead>
<tbody>
${body.join("\n")}
</tbody></table></div>`;
}

/** A self-contained page without scripts that prints well; every text is escaped. */
export function writeHtml(
  title: string,
  sections: readonly HtmlSection[],
  { language }: { readonly language: string },
): string {
  const body = sections.map(({ heading, paragraphs = [], drawing, table }) =>
    [
      `<h2>${escapeHtml(heading)}</h2>`,
      ...paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`),
      ...(drawing ? [`<figure>${drawing}</figure>`] : []),
      ...(table ? [writeTable(table)] : []),
    ].join("\n"),
  );
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${body.join("\n")}
</body>
</html>
`;
}

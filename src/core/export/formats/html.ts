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
  /** null: it opens the page, under the title */
  readonly heading: string | null;
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
.cards section { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 0 1.25rem;
  align-items: start; }
.cards section > :not(figure, .wide) { grid-column: 1 / -1; margin-block: 0.25rem; }
@media print { body { margin: 0; padding: 0; max-width: none; } .wide { overflow: visible; }
  tr { break-inside: avoid; } thead { display: table-header-group; }
  .cards { font-size: 12px; } .cards h1 { font-size: 1.2rem; margin: 0; }
  .cards table { font-size: 11px; } .cards figure svg { max-height: 125mm; }
  .cards section { break-inside: avoid; }
  .cards section:has(figure) + section { break-before: page; } }
`;
/** Wide tables want the larger sheet; a column of words keeps some room beside so many numbers. */
const WIDE_STYLE = `
td:not(.number) { min-width: 4.5em; }
@media print { table { font-size: 9px; } th, td { padding: 0.15rem 0.25rem; } }
@page { size: A3 landscape; margin: 12mm; }
`;
const CARD_STYLE = "@page { size: A4 landscape; margin: 12mm; }";
const PAGE_STYLE = "@page { size: A4 landscape; }";
const LAYOUTS = { page: PAGE_STYLE, wide: WIDE_STYLE, cards: CARD_STYLE } as const;

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
  {
    language,
    layout = "page",
  }: {
    readonly language: string;
    /** cards: every section with a drawing is a page of its own, its table beside it; wide: on A3 */
    readonly layout?: keyof typeof LAYOUTS;
  },
): string {
  const body = sections.map(({ heading, paragraphs = [], drawing, table }) =>
    [
      "<section>",
      ...(heading === null ? [] : [`<h2>${escapeHtml(heading)}</h2>`]),
      ...paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`),
      ...(drawing ? [`<figure>${drawing}</figure>`] : []),
      ...(table ? [writeTable(table)] : []),
      "</section>",
    ].join("\n"),
  );
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}${LAYOUTS[layout]}</style>
</head>
<body class="${layout}">
<h1>${escapeHtml(title)}</h1>
${body.join("\n")}
</body>
</html>
`;
}

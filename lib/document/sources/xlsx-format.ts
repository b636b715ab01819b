/** Excel's own formats that are dates, by number; 27 to 36 and 50 to 58 are Japanese Excel's. */
const BUILT_IN: Record<number, string> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  14: "yyyy/m/d",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy/m/d h:mm",
  27: "ge.m.d",
  28: 'ggge"年"m"月"d"日"',
  29: 'ggge"年"m"月"d"日"',
  30: "m/d/yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"時"mm"分"',
  33: 'h"時"mm"分"ss"秒"',
  34: 'yyyy"年"m"月"',
  35: 'm"月"d"日"',
  36: "ge.m.d",
  50: "ge.m.d",
  51: 'ggge"年"m"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'ggge"年"m"月"d"日"',
  55: 'yyyy"年"m"月"',
  56: 'm"月"d"日"',
  57: "ge.m.d",
  58: 'ggge"年"m"月"d"日"',
};

const ERAS = [
  { from: Date.UTC(2019, 4, 1), year: 2018, names: ["R", "令", "令和"] },
  { from: Date.UTC(1989, 0, 8), year: 1988, names: ["H", "平", "平成"] },
  { from: Date.UTC(1926, 11, 25), year: 1925, names: ["S", "昭", "昭和"] },
  { from: Date.UTC(1912, 6, 30), year: 1911, names: ["T", "大", "大正"] },
  { from: Date.UTC(1868, 0, 25), year: 1867, names: ["M", "明", "明治"] },
] as const;

const DAY = 86_400_000;

/**
 * A number as Excel shows it, for the formats of a city's sheets: figures, shares, dates by the Western calendar and by
 * eras, texts around. `code` is the cell's format, or `id` one of Excel's own; `date1904` counts days from then.
 */
export function formatExcelNumber(value: number, id: number, code: string | undefined, date1904: boolean): string {
  const format = splitSections(code ?? BUILT_IN[id] ?? "General");
  const section = format[value < 0 && format.length > 1 ? 1 : value === 0 && format.length > 2 ? 2 : 0]!;
  const tokens = tokenize(section);
  if (tokens.some(({ kind }) => kind === "date")) return formatDate(value, tokens, date1904);
  if (tokens.some(({ kind }) => kind === "digits")) return formatFigure(value < 0 && format.length > 1 ? -value : value, tokens);
  if (/General|G\/標準|@/i.test(section) || section === "")
    return tokens.map(({ kind, text }) => (kind === "general" ? general(value) : kind === "text" ? text : "")).join("") || general(value);
  return tokens.map(({ text }) => text).join("");
}

function general(value: number): string {
  return String(Number(value.toPrecision(11)));
}

interface Token {
  kind: "text" | "date" | "digits" | "percent" | "general";
  text: string;
}

function splitSections(code: string): string[] {
  const sections = [""];
  for (const [part] of code.matchAll(/"[^"]*"?|\\[^]|\[[^\]]*\]|[^]/g)) {
    if (part === ";") sections.push("");
    else sections[sections.length - 1] += part;
  }
  return sections;
}

const TOKEN =
  /"([^"]*)"?|\\([^])|_[^]|\*[^]|\[[^\]]*\]|(General|G\/標準|@)|(AM\/PM|午前\/午後|y{1,4}|m{1,5}|d{1,4}|g{1,3}|e{1,2}|a{3,4}|h{1,2}|s{1,2})|([#0?][#0?,]*(?:\.[#0?]*)?,*)|(%)|([^])/gi;

function tokenize(section: string): Token[] {
  const tokens: Token[] = [];
  for (const [whole, quoted, escaped, any, date, digits, percent, other] of section.matchAll(TOKEN)) {
    const elapsed = /^\[(h+|m+|s+)\]$/i.exec(whole)?.[1];
    if (any !== undefined) tokens.push({ kind: "general", text: any });
    else if (date ?? elapsed) tokens.push({ kind: "date", text: (date ?? elapsed)!.toLowerCase() });
    else if (digits !== undefined) tokens.push({ kind: "digits", text: digits });
    else if (percent !== undefined) tokens.push({ kind: "percent", text: percent });
    else tokens.push({ kind: "text", text: quoted ?? escaped ?? other ?? (whole.startsWith("_") ? " " : "") });
  }
  return tokens;
}

function formatFigure(value: number, tokens: readonly Token[]): string {
  const percent = tokens.some(({ kind }) => kind === "percent");
  const figures = tokens.filter(({ kind }) => kind === "digits").map(({ text }) => text);
  const pattern = figures.join("");
  const decimals = /\.([#0?]*)/.exec(pattern)?.[1] ?? "";
  const thousands = /,+$/.exec(pattern)?.[0].length ?? 0;
  const scaled = Number((value * (percent ? 100 : 1)).toPrecision(15)) / 1000 ** thousands;
  const digits = new Intl.NumberFormat("en-US", {
    useGrouping: /,[#0?]/.test(pattern),
    minimumIntegerDigits: Math.max(1, Math.min(20, (pattern.split(".")[0]!.match(/0/g) ?? []).length)),
    minimumFractionDigits: Math.min(20, (decimals.match(/0/g) ?? []).length),
    maximumFractionDigits: Math.min(20, decimals.length),
  }).format(scaled);
  let put = false;
  return tokens
    .map(({ kind, text }) => {
      if (kind !== "digits") return text;
      if (put) return "";
      put = true;
      return digits;
    })
    .join("");
}

function formatDate(serial: number, tokens: readonly Token[], date1904: boolean): string {
  const days = date1904 ? serial + 1462 : serial;
  const time = Math.round((days - 25_569) * DAY);
  if (!(time > -1e14 && time < 1e14)) return general(serial);
  const date = new Date(time);
  const era = ERAS.find(({ from }) => time >= from);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const half = tokens.some(({ text }) => /^(?:am\/pm|午前\/午後)$/.test(text));
  const pad = (value: number, width: number) => String(value).padStart(width, "0");
  let hours = false;
  const parts = tokens.map(({ kind, text }, index) => {
    if (kind === "text") return text;
    if (kind !== "date") return "";
    if (text === "am/pm" || text === "午前/午後") return date.getUTCHours() < 12 ? "午前" : "午後";
    const next = tokens.slice(index + 1).find((token) => token.kind === "date")?.text;
    switch (text[0]) {
      case "y":
        return text.length <= 2 ? pad(year % 100, 2) : String(year);
      case "g":
        return era?.names[Math.min(3, text.length) - 1] ?? "";
      case "e":
        return era && tokens.some((token) => token.kind === "date" && token.text[0] === "g") ? pad(year - era.year, text.length) : String(year);
      case "m":
        if (hours || next?.startsWith("s")) return pad(date.getUTCMinutes(), text.length);
        return pad(month, text.length > 2 ? 1 : text.length);
      case "d":
        return text.length > 2 ? "日月火水木金土"[date.getUTCDay()]! : pad(day, text.length);
      case "a":
        return `${"日月火水木金土"[date.getUTCDay()]!}${text.length > 3 ? "曜日" : ""}`;
      case "h":
        hours = true;
        return pad(half ? ((date.getUTCHours() + 11) % 12) + 1 : date.getUTCHours(), text.length);
      default:
        return pad(date.getUTCSeconds(), text.length);
    }
  });
  return parts.join("");
}

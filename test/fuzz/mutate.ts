/** Pieces that a reader of these documents looks out for, and what trips readers of text. */
const PIECES = [
  ...[
    "達成度",
    "重点目標",
    "重点目標 1",
    "【基本方針】",
    "部\t総務部",
    "令和6年度 総務部の運営方針",
    "達成度について",
    "分野",
    "監",
    "目標",
    "所管室・課",
    "今年度の達成目標",
    "達成状況",
    "具体的取組",
    "具体的な取組実績",
    "総合評価・総括",
    "今後検討すべきこと",
    "全体の達成度",
    "A 達成",
    "C",
    "E",
  ],
  ...["\n", "\r", "\r\n", "\t", "\t\t", "|", "| a |", "\\|", "　", " ", "\f", "\v", "\u2028", "\u0085", "\ufeff", "\u200b", "\0"],
  ...[
    "<br>",
    "</td>",
    "<ul style='x'>",
    "<li>",
    "<small>",
    "<",
    "&",
    "&amp;",
    "&#x0;",
    "<!--",
    "-->",
    "<script>",
    "(",
    "（",
    "：",
    ":",
    "「",
    "１",
    "①",
    "㈱",
    "e\u0301",
    "👩‍👩‍👧",
    "\u{e0100}",
    "{",
    "[",
    '"',
    "---",
    "###",
  ],
  ...["令和", "令和99年度", "2025年度", "平成31年度", "0", "-1", "1e309", "9".repeat(40), "%", "100%"],
];

/** Numbers in [0, 1). */
export type Random = () => number;

/** Changes a document's bytes in one to eight places: noise, cuts, copies, moved and joined lines, other pieces. */
export function mutate(source: Uint8Array, random: Random): Uint8Array {
  let bytes: Uint8Array = source;
  for (let count = 1 + Math.floor(random() * random() * 8); count > 0; count--) bytes = change(bytes, random);
  return bytes;
}

function change(bytes: Uint8Array, random: Random): Uint8Array {
  const at = Math.floor(random() * (bytes.length + 1));
  const length = Math.floor(random() ** 4 * Math.min(400, bytes.length - at));
  switch (Math.floor(random() * 10)) {
    case 0:
      return splice(bytes, at, at + Math.min(1, bytes.length - at), Uint8Array.of(Math.floor(random() * 256)));
    case 1:
      return splice(
        bytes,
        at,
        at,
        Uint8Array.from({ length: 1 + Math.floor(random() * 6) }, () => Math.floor(random() * 256)),
      );
    case 2:
      return splice(bytes, at, at + length, new Uint8Array());
    case 3:
      return splice(bytes, at, at, bytes.subarray(at, at + length));
    case 4:
      return bytes.subarray(0, random() < 0.2 ? at : bytes.length);
    default:
      return changeLines(bytes, random);
  }
}

/** What a person or a converter does: whole lines moved, doubled, joined, and pieces put in. */
function changeLines(bytes: Uint8Array, random: Random): Uint8Array {
  const starts = [0];
  for (let index = 0; index < bytes.length; index++) if (bytes[index] === 10) starts.push(index + 1);
  const pick = () => Math.floor(random() * starts.length);
  const from = pick();
  const start = starts[from]!;
  const end = starts[from + 1] ?? bytes.length;
  const line = bytes.subarray(start, end);
  switch (Math.floor(random() * 5)) {
    case 0:
      return splice(bytes, start, end, new Uint8Array());
    case 1:
      return splice(bytes, starts[pick()]!, starts[pick()]!, line);
    case 2:
      return end > start ? splice(bytes, end - 1, end, new Uint8Array()) : bytes;
    default: {
      const piece = encoder.encode(PIECES[Math.floor(random() * PIECES.length)]!);
      const at = random() < 0.5 ? start : start + Math.floor(random() * (end - start + 1));
      return splice(bytes, at, at, piece);
    }
  }
}

/** With the bytes between two places (in either order) replaced. */
function splice(bytes: Uint8Array, one: number, other: number, inserted: Uint8Array): Uint8Array {
  const [start, end] = one <= other ? [one, other] : [other, one];
  const result = new Uint8Array(start + inserted.length + bytes.length - end);
  result.set(bytes.subarray(0, start));
  result.set(inserted, start);
  result.set(bytes.subarray(end), start + inserted.length);
  return result;
}

const encoder = new TextEncoder();

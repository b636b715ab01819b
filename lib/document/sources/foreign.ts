import type { Refusal } from "../rules";
import { isZip, listZip } from "./zip";

/** What to save a file as that no reader is there for. */
const SAVE = {
  word: "Word で開き、「名前を付けて保存」で「Word 文書（*.docx）」にしてください。",
  excel: "Excel で開き、「名前を付けて保存」で「Excel ブック（*.xlsx）」にしてください。",
  ichitaro: "一太郎で開き、「名前を付けて保存」で「Word 文書（*.docx）」にしてください。",
  docuworks: "DocuWorks で開き、もとの Word や Excel のファイルを取り出すか、表の罫線のある PDF に書き出してください。",
  archive: "展開して、中のファイルを一つずつ取り込んでください。",
  slides: "表を Word に写し、「名前を付けて保存」で「Word 文書（*.docx）」にしてください。",
  page: "ブラウザーで開き、「名前を付けて保存」で「Webページ、HTML のみ」にしてください。",
  image: "文字のない画像です。もとの Word や Excel のファイルを取り込んでください。",
} as const;

/** First bytes of files, what that is, and how to go on. */
const MARKS: readonly [bytes: readonly number[] | string, name: string, how: string][] = [
  ["{\\rtf", "リッチテキスト（.rtf）", SAVE.word],
  [[0x60, 0x0e, 0x82, 0x01], "DocuWorks 文書（.xdw）", SAVE.docuworks],
  ["Rar!", "圧縮ファイル（.rar）", SAVE.archive],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], "圧縮ファイル（.7z）", SAVE.archive],
  [[0x1f, 0x8b], "圧縮ファイル（.gz）", SAVE.archive],
  [[0x89, 0x50, 0x4e, 0x47], "画像（PNG）", SAVE.image],
  [[0xff, 0xd8, 0xff], "画像（JPEG）", SAVE.image],
  ["GIF8", "画像（GIF）", SAVE.image],
  ["II*\0", "画像（TIFF）", SAVE.image],
  ["MM\0*", "画像（TIFF）", SAVE.image],
];

/** Streams of compound files (Office before 2007, and others) by their names in UTF-16. */
const STREAMS: readonly [stream: string, name: string, how: string][] = [
  ["EncryptedPackage", "パスワードで保護されたファイル", "開いて保護を解き、保存し直してください。"],
  ["WordDocument", "以前の Word 文書（.doc）", SAVE.word],
  ["Workbook", "以前の Excel ブック（.xls）", SAVE.excel],
  ["PowerPoint Document", "以前の PowerPoint（.ppt）", SAVE.slides],
  ["JSRV_SegmentInformation", "一太郎文書（.jtd）", SAVE.ichitaro],
  ["DocumentText", "一太郎文書（.jtd）", SAVE.ichitaro],
];

const ZIPS: readonly [part: RegExp, name: string, how: string][] = [
  [/^ppt\//, "PowerPoint（.pptx）", SAVE.slides],
  [/^xl\/workbook\.bin$/, "Excel バイナリ ブック（.xlsb）", SAVE.excel],
  [/^(?:Index\/|Metadata\/)/, "Pages・Numbers の書類", "「書き出す」で Word または Excel の形式にしてください。"],
];

/** Why a file of a kind that is not read cannot be, and what it has to be saved as; `null` for all others. */
export function refuseForeign(bytes: Uint8Array): Refusal | null {
  const found = findKind(bytes);
  return found && { rule: "foreign-file", args: [found[0], found[1]] };
}

function findKind(bytes: Uint8Array): [name: string, how: string] | null {
  if (isCompound(bytes)) {
    const text = new TextDecoder("latin1").decode(bytes).replaceAll("\0", "");
    const stream = STREAMS.find(([name]) => text.includes(name));
    return stream
      ? [stream[1], stream[2]]
      : ["以前の Office などの複合ファイル", "作ったソフトウェアで開き、Word 文書（*.docx）か Excel ブック（*.xlsx）として保存してください。"];
  }
  if (isZip(bytes)) {
    const names = listZip(bytes);
    if (names === null) return null;
    const kind = ZIPS.find(([part]) => names.some((name) => part.test(name)));
    return kind ? [kind[1], kind[2]] : ["圧縮ファイル（.zip）", SAVE.archive];
  }
  const mark = MARKS.find(([start]) => beginsWith(bytes, start));
  if (mark) return [mark[1], mark[2]];
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  return /^(?:from:|mime-version:)[^]*multipart\/related/i.test(head) ? ["Webページ、1ファイル（.mht）", SAVE.page] : null;
}

function isCompound(bytes: Uint8Array): boolean {
  return beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
}

function beginsWith(bytes: Uint8Array, start: readonly number[] | string): boolean {
  const codes = typeof start === "string" ? Array.from(start, (sign) => sign.charCodeAt(0)) : start;
  return codes.every((code, index) => bytes[index] === code);
}

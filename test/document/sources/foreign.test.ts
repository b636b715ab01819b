import { strToU8, zipSync } from "fflate";
import iconv from "iconv-lite";
import { expect, it } from "vitest";
import { readSource } from "@/lib/document/read-source";

const read = (bytes: Uint8Array) => readSource(bytes, { municipality: "柏原市" });
const compound = (stream: string) =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(500), Buffer.from(stream, "utf16le"), Buffer.alloc(500)]);

it.each<[what: string, bytes: Uint8Array, how: RegExp]>([
  ["以前の Word 文書（.doc）", compound("WordDocument"), /「名前を付けて保存」で「Word 文書（\*\.docx）」/],
  ["以前の Excel ブック（.xls）", compound("Workbook"), /「Excel ブック（\*\.xlsx）」/],
  ["一太郎文書（.jtd）", compound("DocumentText"), /一太郎で開き/],
  ["パスワードで保護されたファイル", compound("EncryptedPackage"), /保護を解き/],
  ["リッチテキスト（.rtf）", Buffer.from("{\\rtf1\\ansi a,b\n c,d\n e,f\n}"), /Word で開き/],
  ["DocuWorks 文書（.xdw）", Buffer.from("600e8201000000", "hex"), /DocuWorks/],
  ["圧縮ファイル（.zip）", zipSync({ "a.docx": strToU8("x") }), /展開して/],
  ["PowerPoint（.pptx）", zipSync({ "ppt/presentation.xml": strToU8("<p/>") }), /Word に写し/],
  ["画像（PNG）", Buffer.from("89504e470d0a1a0a", "hex"), /もとの Word や Excel/],
  ["Webページ、1ファイル（.mht）", Buffer.from("From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n"), /HTML のみ/],
])("%s is refused with what it is and what to save it as", async (what, bytes, how) => {
  const { messages, plans } = await read(bytes);
  expect(plans).toEqual([]);
  expect(messages.map(({ rule, severity }) => [rule, severity])).toEqual([["foreign-file", "error"]]);
  expect(messages[0]!.reason).toContain(`${what}は読めません。`);
  expect(messages[0]!.reason).toMatch(how);
});

it("an archive that says to unpack to more than there may be is not unpacked", async () => {
  const bytes = Buffer.from(zipSync({ "word/document.xml": new Uint8Array(70 * 1024 * 1024) }));
  const start = process.cpuUsage();
  expect((await read(bytes)).messages.map(({ rule }) => rule)).toEqual(["unpacks-too-large"]);
  expect(process.cpuUsage(start).user).toBeLessThan(1e6);
  // One that lies about it is cut where it said it would end, and has not its checksum.
  const at = bytes.indexOf(Buffer.from("504b0102", "hex"));
  bytes.writeUInt32LE(1000, at + 24);
  expect((await read(bytes)).messages.map(({ rule }) => rule)).toEqual(["broken-file"]);
});

it("no entity is expanded, and nothing that is nested without end is followed", async () => {
  const bomb = `<!DOCTYPE a [<!ENTITY a "令和7年度"><!ENTITY b "&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`;
  expect((await read(zipSync({ "word/document.xml": strToU8(bomb) }))).text).toContain("&b;");
  const deep = `<w:document><w:body>${"<w:tbl><w:tr><w:tc>".repeat(500)}`;
  expect((await read(zipSync({ "word/document.xml": strToU8(deep) }))).messages.map(({ rule }) => rule)).toEqual(["too-complex"]);
});

it("a text in JIS or in UTF-16 without its mark is read", async () => {
  const text = "令和7年度 総務部の運営方針\n【重点目標】\n1\t防災\tA\n";
  const jis = await read(Buffer.concat(text.split(/(?<=\n)/).map((line) => toJis(line))));
  expect(jis.plans.map(({ plan }) => [plan.department, plan.priorityGoals.map(({ title }) => title)])).toEqual([["総務部", ["防災"]]]);
  expect(jis.source?.format).toBe("jis");
  for (const encoding of ["utf-16le", "utf-16be"]) {
    const reading = await read(iconv.encode(text, encoding, { addBOM: false }));
    expect([reading.encoding, reading.plans.length, reading.text]).toEqual([encoding, 1, text]);
  }
});

/** JIS as EUC-JP's rows and cells without their high bits. */
function toJis(line: string): Buffer {
  const parts = line.match(/[^\x00-\x7f]+|[\x00-\x7f]+/g) ?? [];
  return Buffer.concat(
    parts.map((part) =>
      part.charCodeAt(0) < 0x80
        ? Buffer.from(part)
        : Buffer.concat([Buffer.from("\x1b$B"), iconv.encode(part, "euc-jp").map((byte) => byte & 0x7f), Buffer.from("\x1b(B")]),
    ),
  );
}

import type { DocumentRow } from "@/lib/domain/rows";
import { ENCODING_CODES, NEWLINE_CODES } from "../codes";
import type { Table } from "../table";

const NO_TEXT = "Word・Excel・PDF など、テキストでないファイル。";

export const documentsTable: Table<DocumentRow> = {
  name: "documents",
  label: "資料",
  description: "取り込んだ資料（元のファイル）。plans の document_id と結び付く。新しい版が出て表に使われなくなった資料も残す。",
  order: "取り込んだ順",
  parameters: [],
  columns: [
    {
      name: "document_id",
      label: "資料の識別子",
      description: "ファイルの内容のSHA-256。/api/documents/＜識別子＞ で元のファイルが得られる。",
      type: "text",
      read: (document) => document.id,
    },
    { name: "file_name", label: "ファイル名", description: "取り込んだときのファイル名。", type: "text", read: (document) => document.fileName },
    {
      name: "encoding",
      label: "文字コード",
      description: "元のファイルの文字コード。",
      type: "text",
      codes: ENCODING_CODES,
      blank: NO_TEXT,
      read: (document) => (document.format === "text" ? document.encoding : null),
    },
    {
      name: "newline",
      label: "改行",
      description: "元のファイルの改行。",
      type: "text",
      codes: NEWLINE_CODES,
      blank: NO_TEXT,
      read: (document) => (document.format === "text" ? document.newline : null),
    },
    { name: "byte_length", label: "大きさ", description: "元のファイルの大きさ。", type: "integer", unit: "バイト", read: (document) => document.byteLength },
    {
      name: "plan_count",
      label: "運営方針の数",
      description: "その資料から読み取った運営方針の数。",
      type: "integer",
      unit: "件",
      read: (document) => document.plans.length,
    },
    {
      name: "current_plan_count",
      label: "使われている運営方針の数",
      description: "うち、このデータ版で使われているもの。0は、すべて別の資料に置き換わったか、取り下げられたことを示す。",
      type: "integer",
      unit: "件",
      read: (document) => document.plans.filter(({ current }) => current).length,
    },
    { name: "line_count", label: "行数", description: "元のファイルの行数。", type: "integer", unit: "行", read: (document) => document.coverage.lines },
    {
      name: "not_understood_line_count",
      label: "読み取れなかった行数",
      description: "うち、何の行か読み取れなかった行。",
      type: "integer",
      unit: "行",
      read: (document) => document.coverage.notUnderstood,
    },
    {
      name: "withdrawn_for",
      label: "取り下げの理由",
      description: "資料が取り下げられた理由。取り下げられた資料の運営方針は、どの数字にも数えない。",
      type: "text",
      blank: "取り下げられていない。",
      read: (document) => document.withdrawnFor,
    },
  ],
};

import type { DatasetRow } from "@/lib/domain/rows";
import type { Table } from "../table";

export const datasetsTable: Table<DatasetRow> = {
  name: "datasets",
  label: "データ版",
  description: "資料を取り込むたびにできる、データ全体の版。識別子を dataset に指定すると、その版の内容がいつまでも得られる。",
  order: "古い順",
  parameters: [],
  columns: [
    {
      name: "dataset_id",
      label: "データ版の識別子",
      description: "その版に含まれる資料などから決まる値。dataset に指定する。",
      type: "text",
      read: (dataset) => dataset.id,
    },
    { name: "sequence", label: "順番", description: "このサイトでの版の順番。1から数える。", type: "integer", read: (dataset) => dataset.sequence },
    {
      name: "created_at",
      label: "できた時刻",
      description: "このサイトでその版ができた時刻（ISO 8601、協定世界時）。",
      type: "text",
      read: (dataset) => dataset.createdAt,
    },
    { name: "document_count", label: "資料の数", description: "その版に含まれる資料の数。", type: "integer", unit: "件", read: (dataset) => dataset.documents },
  ],
};

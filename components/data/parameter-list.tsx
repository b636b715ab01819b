import type { TableDescription } from "@/lib/files/table";
import type { TableParameter } from "@/lib/files/table-parameters";
import { DictionaryTable } from "./dictionary-table";

interface ParameterListProps {
  parameters: readonly TableParameter[];
  /** Names of those that every table takes. */
  common: readonly string[];
  tables: readonly TableDescription[];
}

/** What each query parameter means, and which tables take it. */
export function ParameterList({ parameters, common, tables }: ParameterListProps) {
  return (
    <DictionaryTable
      caption="指定できるもの"
      head={
        <>
          <th scope="col">指定</th>
          <th scope="col">繰り返し</th>
          <th scope="col">説明</th>
          <th scope="col">使える表</th>
        </>
      }
    >
      {parameters.map(({ name, label, description, repeats, schema }) => (
        <tr key={name} role="row">
          <th role="rowheader" scope="row">
            <span className="block font-mono">{name}</span>
            <span className="block text-ink-soft">{label}</span>
          </th>
          <td role="cell">{repeats ? "何度でも" : "一度だけ"}</td>
          <td role="cell">
            {description}
            {schema.enum && (
              <>
                {" 値："}
                <span className="font-mono">{schema.enum.join(", ")}</span>
              </>
            )}
          </td>
          <td role="cell" data-label="使える表：">
            {common.includes(name)
              ? "すべて"
              : tables
                  .filter((table) => table.parameters.includes(name))
                  .map((table) => table.label)
                  .join("、")}
          </td>
        </tr>
      ))}
    </DictionaryTable>
  );
}

import type { TableDescription } from "@/lib/files/table";
import type { TableParameter } from "@/lib/files/table-parameters";

interface ParameterListProps {
  parameters: readonly TableParameter[];
  /** Names of those that every table takes. */
  common: readonly string[];
  tables: readonly TableDescription[];
}

/** What each query parameter means, and which tables take it. */
export function ParameterList({ parameters, common, tables }: ParameterListProps) {
  return (
    <table className="data-table dictionary">
      <caption className="sr-only">指定できるもの</caption>
      <thead>
        <tr>
          <th scope="col">指定</th>
          <th scope="col">繰り返し</th>
          <th scope="col">説明</th>
          <th scope="col">使える表</th>
        </tr>
      </thead>
      <tbody>
        {parameters.map(({ name, label, description, repeats, schema }) => (
          <tr key={name}>
            <th scope="row">
              <span className="hash">{name}</span>
              <span className="label">{label}</span>
            </th>
            <td className="type">{repeats ? "何度でも" : "一度だけ"}</td>
            <td>
              {description}
              {schema.enum && (
                <>
                  {" 値："}
                  <span className="hash">{schema.enum.join(", ")}</span>
                </>
              )}
            </td>
            <td className="blank" data-label="使える表：">
              {common.includes(name)
                ? "すべて"
                : tables
                    .filter((table) => table.parameters.includes(name))
                    .map((table) => table.label)
                    .join("、")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

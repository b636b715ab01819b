import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { type AliasedTable, aliasTable } from "./aliased-table";

type Ordered = SQLiteTable & { $inferSelect: { position: number } };

/**
 * SQL of a JSON list: `value` for each row of a table for which `where` holds (the value knows it as `row`), in the
 * order of their positions. That order is a subquery's, which SQLite keeps for this aggregate, and not the aggregate's
 * own (`json_group_array(… order by …)`, SQLite 3.44): the parser of a libSQL server and of an embedded replica does not
 * know it.
 */
export function jsonList<Table extends Ordered>(
  table: Table,
  where: (held: AliasedTable<Table>) => SQL,
  value: (row: AliasedTable<Table>) => SQLWrapper,
  row: AliasedTable<Table> = aliasTable(table, "row"),
): SQL {
  const held = aliasTable(table);
  return sql`(select json_group_array(${value(row)}) from (select * from ${held.table} where ${where(held)} order by ${held.position}) ${row.alias})`;
}

/** A JSON list among the columns that `selectPacked` selects. */
export const packedList: typeof jsonList = (...list) => sql`json(${jsonList(...list)})`;

/**
 * SQL of a JSON list: `value` for each row of `rows` (a table and its condition, known to it as `alias`), in the order of their
 * positions. The
 * order is a subquery's and not the aggregate's own (`json_group_array(… order by …)`, SQLite 3.44), which the parser of
 * a libSQL server and of an embedded replica does not know; SQLite keeps a subquery's order for this aggregate.
 */
export function jsonList(value: string, rows: string, alias = "row"): string {
  return `(select json_group_array(${value}) from (select * from ${rows} order by position) ${alias})`;
}

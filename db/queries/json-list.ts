/**
 * SQL of a JSON list: `value` for each row of `rows` (a table and its condition, known to `value` as `alias`), in the
 * order of their positions. That order is a subquery's, which SQLite keeps for this aggregate, and not the aggregate's
 * own (`json_group_array(… order by …)`, SQLite 3.44): the parser of a libSQL server and of an embedded replica does not
 * know it.
 */
export function jsonList(value: string, rows: string, alias = "row"): string {
  return `(select json_group_array(${value}) from (select * from ${rows} order by position) ${alias})`;
}

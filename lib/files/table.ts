/** One value, or `null` where there is none: never an empty text, never a zero in its place. */
export type Cell = string | number | null;

/** A value that a column may hold, and what it stands for. */
export interface Code {
  code: string;
  label: string;
}

/** What a reader has to know of a column. It is the dictionary, the API's description and the sheet of codes at once. */
export interface ColumnDescription {
  /** ASCII, `snake_case`: the head of the CSV, the key in JSON. */
  name: string;
  label: string;
  description: string;
  type: "text" | "integer" | "number";
  /** 年, 件, バイト; for numbers only. */
  unit?: string;
  /** All values that the column may hold, where they are few and known. */
  codes?: readonly Code[];
  /** Why it may be blank; without it, it never is. */
  blank?: string;
  /** The column that it joins, `goals.goal_id`. */
  joins?: string;
  /** A text of sentences, wide in a sheet. */
  long?: true;
}

/** A column and how its cell is read from a row. */
export interface Column<Row> extends ColumnDescription {
  read(row: Row): Cell;
}

/** A table without its rows. The first column is its key: no two rows have the same. */
export interface TableDescription {
  /** ASCII, plural: part of its addresses. */
  name: string;
  label: string;
  description: string;
  /** In which order its rows come. */
  order: string;
  columns: readonly ColumnDescription[];
  /** Names of the query parameters that choose or sort its rows, besides those that all tables take. */
  parameters: readonly string[];
}

/** A table and how its rows are read. */
export interface Table<Row> extends TableDescription {
  columns: readonly Column<Row>[];
}

/** A table with its rows, of whatever kind they are. */
export interface Sheet {
  table: TableDescription;
  total: number;
  /** The cells of the rows from `start` to before `end`, in the order of the columns. */
  read(start: number, end: number): Cell[][];
}

/** A table with these rows. Throws where a column that is never blank has no value: its description would be wrong. */
export function makeSheet<Row>(table: Table<Row>, rows: readonly Row[]): Sheet {
  return {
    table,
    total: rows.length,
    read: (start, end) => rows.slice(start, end).map((row) => table.columns.map((column) => readCell(table, column, row))),
  };
}

function readCell<Row>(table: TableDescription, column: Column<Row>, row: Row): Cell {
  const cell = column.read(row);
  if (cell === null && column.blank === undefined) throw new Error(`${table.name}.${column.name} is blank, which its description rules out`);
  return cell;
}

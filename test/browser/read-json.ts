import { inject } from "vitest";

/** A page of a table as the API answers it. */
export interface TableJson {
  table: string;
  dataset: string;
  total: number;
  next: string | null;
  rows: Record<string, string | number | null>[];
}

/** What the site answers at a path, as JSON. */
export async function readJson<Value>(path: string): Promise<Value> {
  return (await fetch(inject("siteUrl") + path)).json() as Promise<Value>;
}

export const readTable = (path: string) => readJson<TableJson>(path);

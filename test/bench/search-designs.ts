import type { Client, InStatement } from "@libsql/client";
import { foldForSearch } from "@/lib/search/form";
import { makeMatchExpression } from "@/lib/search/match-expression";
import { findsInTexts } from "@/lib/search/query";
import { listTokens } from "@/lib/search/token";

/** A way to index texts and to find those that hold a word. Texts are in a table `texts(id, text)` besides. */
export interface SearchDesign {
  name: string;
  /** Tables of the index, without the texts; their pages are counted. */
  tables: string[];
  create: string[];
  /** Statements that take in texts, the first under the id `from`. */
  add(from: number, texts: readonly string[]): InStatement[];
  /** Ids of texts that hold the word, in search form; at most `most`. */
  find(client: Client, word: string, most: number): Promise<number[]>;
}

const TOKENIZER = "tokenize=\"ascii tokenchars '!#$%&()*+,-./:;<=>?@[]^_`{|}~'\"";

const insertRows = (statement: string, from: number, rows: readonly string[]): InStatement => ({
  sql: `${statement} select ? + key, value from json_each(?)`,
  args: [from, JSON.stringify(rows)],
});

async function selectIds(client: Client, sql: string, args: (string | number)[]): Promise<number[]> {
  return (await client.execute({ sql, args })).rows.map((row) => Number(row[0]));
}

/** The pairs of a text at every place, as a phrase query needs them; a character alone ends each text. */
function spellPairs(form: string): string {
  const characters = [...form.replace(/["'\\ ]/g, "＼")];
  return characters.map((character, index) => character + (characters[index + 1] ?? "")).join(" ");
}

const scan = (client: Client, word: string, most: number) => selectIds(client, "select id from forms where instr(form, ?) > 0 limit ?", [word, most]);
const FORMS = "create table forms (id integer primary key, form text not null) strict";
const addForms = (from: number, texts: readonly string[]) => insertRows("insert into forms (id, form)", from, texts.map(foldForSearch));

/** What was weighed: the design that was chosen first. */
export const SEARCH_DESIGNS: SearchDesign[] = [
  {
    name: "own characters and pairs, detail=none, texts looked into",
    tables: ["chosen"],
    create: [`create virtual table chosen using fts5(tokens, content='', columnsize=0, detail=none, ${TOKENIZER})`],
    add: (from, texts) => [
      insertRows(
        "insert into chosen (rowid, tokens)",
        from,
        texts.map((text) => [...listTokens([foldForSearch(text)])].join(" ")),
      ),
    ],
    async find(client, word, most) {
      const query = { all: [{ form: word, spellings: [word], typed: word }], none: [] };
      const { expression, exact } = makeMatchExpression(query);
      if (exact) return selectIds(client, "select rowid from chosen where chosen match ? limit ?", [expression, most]);
      const ids: number[] = [];
      for (let after = -1; ids.length < most; ) {
        const { rows } = await client.execute({
          sql: "select c.rowid, t.text from chosen c cross join texts t on t.id = c.rowid where chosen match ? and c.rowid > cast(? as integer) order by c.rowid limit 250",
          args: [expression, after],
        });
        for (const row of rows) if (ids.length < most && findsInTexts(query, [String(row[1])])) ids.push(Number(row[0]));
        if (rows.length < 250) break;
        after = Number(rows.at(-1)![0]);
      }
      return ids;
    },
  },
  {
    name: "own pairs as phrases, detail=full",
    tables: ["pairs"],
    create: [`create virtual table pairs using fts5(tokens, content='', columnsize=0, ${TOKENIZER})`],
    add: (from, texts) => [
      insertRows(
        "insert into pairs (rowid, tokens)",
        from,
        texts.map((text) => spellPairs(foldForSearch(text))),
      ),
    ],
    find(client, word, most) {
      const pairs = spellPairs(word).split(" ");
      const phrase = pairs.length === 1 ? `"${pairs[0]}" *` : `"${pairs.slice(0, -1).join(" ")}"`;
      return selectIds(client, "select rowid from pairs where pairs match ? limit ?", [phrase, most]);
    },
  },
  {
    name: "FTS5 trigram; shorter words by scan",
    tables: ["trigrams", "forms"],
    create: ["create virtual table trigrams using fts5(form, content='', columnsize=0, tokenize='trigram case_sensitive 1')", FORMS],
    add: (from, texts) => [insertRows("insert into trigrams (rowid, form)", from, texts.map(foldForSearch)), addForms(from, texts)],
    find(client, word, most) {
      if ([...word].length < 3) return scan(client, word, most);
      return selectIds(client, "select rowid from trigrams where trigrams match ? limit ?", [`"${word}"`, most]);
    },
  },
  { name: "no index: scan over the texts in search form", tables: ["forms"], create: [FORMS], add: (from, texts) => [addForms(from, texts)], find: scan },
];

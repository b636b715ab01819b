import { bakeJa } from "@/lib/texts/bake-ja";
import { Choice, Choices } from "./ui/choice";
import { Notice } from "./ui/notice";

/** What a baked copy has in the place of what asks a server: of the search box, a link to the page that says so. */
export function SearchNote() {
  return (
    <p className="ml-auto print:hidden">
      <a href="/search">{bakeJa.search}</a>
    </p>
  );
}

/** Of a form, the words that it has none, and where all rows are. */
export function NoForm({ words }: { words: string }) {
  return (
    <Notice screen>
      {words} <a href="/data">{bakeJa.tables}</a>
    </Notice>
  );
}

/** Of the overview's form its years, one link each, so that little is missing. */
export function YearChoice({ options }: { options: readonly { label: string; href: string; current: boolean }[] }) {
  return (
    <>
      <Choices>
        <Choice name={bakeJa.year} options={options} />
      </Choices>
      <p className="text-sm text-ink-soft print:hidden">
        {bakeJa.noForm} <a href="/data">{bakeJa.tables}</a>
      </p>
    </>
  );
}

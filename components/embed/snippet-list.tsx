import { embedJa } from "@/lib/texts/embed-ja";
import { CopyButton } from "./copy-button";

/** Codes that belong together, and what they are good for. */
export interface SnippetGroup {
  title: string;
  lead: string;
  snippets: readonly [label: string, text: string][];
}

export function SnippetGroups({ groups }: { groups: readonly SnippetGroup[] }) {
  return groups.map(({ title, lead, snippets }, index) => (
    <section key={title} className="space-y-2">
      <h3>{title}</h3>
      <p className="text-ink-soft">{lead}</p>
      <SnippetList name={`snippet-${index}`} snippets={snippets} />
    </section>
  ));
}

/** What can be copied, each with what it is. */
function SnippetList({ name, snippets }: { name: string; snippets: SnippetGroup["snippets"] }) {
  return (
    <dl className="space-y-3">
      {snippets.map(([label, text], index) => (
        <div key={label}>
          <dt id={`${name}-${index}`}>{label}</dt>
          <dd className="mt-1 flex flex-wrap items-start gap-2">
            <textarea
              className="min-w-0 flex-[1_1_20rem] resize-y rounded-4 border border-rule-strong bg-surface p-2 font-mono text-sm text-ink"
              id={`${name}-${index}-text`}
              readOnly
              rows={Math.min(4, Math.ceil(text.length / 70))}
              value={text}
              aria-labelledby={`${name}-${index}`}
              spellCheck={false}
            />
            <CopyButton text={text} field={`${name}-${index}-text`} label={embedJa.copy} done={embedJa.copied} selected={embedJa.selected} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

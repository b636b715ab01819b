import { embedJa } from "@/lib/texts/embed-ja";
import { CopyButton } from "./copy-button";

/** What can be copied, each with what it is good for. */
export function SnippetList({ snippets }: { snippets: readonly [label: string, text: string][] }) {
  return (
    <dl className="space-y-3">
      {snippets.map(([label, text], index) => (
        <div key={label}>
          <dt id={`snippet-${index}`}>{label}</dt>
          <dd className="mt-1 flex flex-wrap items-start gap-2">
            <textarea
              className="min-w-0 flex-[1_1_20rem] resize-y rounded-4 border border-rule-strong bg-surface p-2 font-mono text-sm text-ink"
              readOnly
              rows={Math.min(4, Math.ceil(text.length / 70))}
              value={text}
              aria-labelledby={`snippet-${index}`}
              spellCheck={false}
            />
            <CopyButton text={text} label={embedJa.copy} done={embedJa.copied} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

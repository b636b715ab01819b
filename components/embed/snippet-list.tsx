import { embedJa } from "@/lib/texts/embed-ja";
import { CopyButton } from "./copy-button";

/** What can be copied, each with what it is good for. */
export function SnippetList({ snippets }: { snippets: readonly [label: string, text: string][] }) {
  return (
    <dl className="snippets">
      {snippets.map(([label, text], index) => (
        <div key={label}>
          <dt id={`snippet-${index}`}>{label}</dt>
          <dd>
            <textarea readOnly rows={Math.min(4, Math.ceil(text.length / 70))} value={text} aria-labelledby={`snippet-${index}`} spellCheck={false} />
            <CopyButton text={text} label={embedJa.copy} done={embedJa.copied} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

import type { FindingRow } from "@/lib/domain/rows";
import { ja } from "@/lib/texts/ja";
import { SourceLink } from "./narrative";

interface FindingListProps {
  findings: readonly FindingRow[];
  documentId: string;
  dataset: string | null;
}

/** Findings of a goal that are listed; of the rest it is said how many there are. */
const MOST_FINDINGS = 200;

/** What a planner wants to look at in a goal, each with its place in the source; nothing where there is none. */
export function FindingList({ findings, documentId, dataset }: FindingListProps) {
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby="findings" className="border-l-4 border-notice-edge bg-notice px-4 py-2">
      <h2 id="findings" className="mb-1 text-lg">
        {ja.field.findings}
      </h2>
      <ul>
        {findings.slice(0, MOST_FINDINGS).map((finding, index) => (
          <li key={index}>
            {finding.reason}{" "}
            <SourceLink label={ja.field.findings} documentId={documentId} spans={finding.span ? [finding.span] : undefined} dataset={dataset} />
          </li>
        ))}
      </ul>
      {findings.length > MOST_FINDINGS && <p>ほか{findings.length - MOST_FINDINGS}件</p>}
    </section>
  );
}

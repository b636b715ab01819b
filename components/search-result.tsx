import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { ExcerptPart, SearchExcerpt, SearchHit } from "@/lib/domain/search";
import { labelGoalField, labelPlanField } from "@/lib/texts/field-label";
import { ja } from "@/lib/texts/ja";
import { searchJa } from "@/lib/texts/search-ja";
import { documentHref, goalHref } from "@/lib/urls";
import { MarkedParts } from "./marked-parts";
import { SourceLink } from "./narrative";
import { RatingBadge } from "./rating-badge";

export interface SearchResultProps {
  hit: SearchHit;
  /** The title with what was found in it marked. */
  title: readonly ExcerptPart[];
  excerpts: readonly SearchExcerpt[];
  /** Pointers of further fields that hold what was looked for. */
  more: readonly string[];
  /** Says whose it is: results of several municipalities stand together. */
  named: boolean;
  dataset: string | null;
}

/** One goal, or one plan's basic policy, with where in it the words stand. */
export function SearchResult({ hit, title, excerpts, more, named, dataset }: SearchResultProps) {
  const { goalId, fiscalYear, department, number, policyArea, documentId, places } = hit;
  return (
    <article>
      <h2 className="text-lg">
        <a href={fieldHref(hit, goalId === null ? "/basicPolicy/0" : null, dataset)}>
          {goalId === null ? searchJa.policyOf(department) : <MarkedParts parts={title} />}
        </a>
      </h2>
      <p className="flex flex-wrap items-baseline gap-x-4 text-sm text-ink-soft">
        {named && <span>{hit.municipality}</span>}
        <span>{formatFiscalYear(fiscalYear)}</span>
        <span>{department}</span>
        {goalId !== null && (
          <>
            <span>
              {ja.field.goalTitle} {number}
            </span>
            {policyArea && <span>{policyArea}</span>}
            <span>
              <span className="sr-only">{ja.field.overallRating}：</span>
              <RatingBadge rating={hit.rating} labelled={hit.rating === null} />
            </span>
            <SourceLink label={ja.field.goalTitle} documentId={documentId} spans={places["/title"]} dataset={dataset} />
          </>
        )}
      </p>
      {excerpts.length > 0 && (
        <dl className="mt-1.5">
          {excerpts.map(({ pointer, parts, span }) => (
            <div key={pointer} className="items-baseline gap-x-4 py-0.5 @min-[44rem]/page:grid @min-[44rem]/page:grid-cols-[11em_minmax(0,46rem)]">
              <dt>
                <a href={fieldHref(hit, pointer, dataset)}>{labelField(hit, pointer)}</a>
              </dt>
              <dd>
                <MarkedParts parts={parts} />{" "}
                <SourceLink label={labelField(hit, pointer)} documentId={documentId} spans={span ? [span] : undefined} dataset={dataset} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {more.length > 0 && (
        <p className="mt-1 text-sm text-ink-soft">
          {searchJa.more}{" "}
          {more.map((pointer, index) => (
            <span key={pointer}>
              {index > 0 && "、"}
              <a href={fieldHref(hit, pointer, dataset)}>{labelField(hit, pointer)}</a>
            </span>
          ))}
        </p>
      )}
    </article>
  );
}

function labelField(hit: SearchHit, pointer: string): string {
  if (hit.goalId !== null) return labelGoalField(pointer);
  const position = Number(pointer.split("/")[2]) + 1;
  const isOnly = !hit.texts.some(({ pointer: other }) => other !== pointer);
  return isOnly ? labelPlanField(pointer) : `${labelPlanField(pointer)} ${position}`;
}

/** Where the site shows a field: on the goal's page, or, of a plan's basic policy, in the document. */
function fieldHref(hit: SearchHit, pointer: string | null, dataset: string | null): string {
  if (hit.goalId === null) return documentHref(hit.documentId, dataset, pointer ? hit.places[pointer]?.at(-1)?.start.line : undefined);
  return goalHref(hit.goalId, dataset, pointer === "/policyGoal/name" ? "/policyGoal" : (pointer ?? undefined));
}

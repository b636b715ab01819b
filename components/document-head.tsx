import { formatFiscalYearInFull } from "@/lib/domain/fiscal-year";
import { municipalityFilterOf } from "@/lib/domain/goal-filter";
import type { Message } from "@/lib/domain/message";
import type { DocumentDetail } from "@/lib/domain/rows";
import { ja } from "@/lib/texts/ja";
import { documentSourceHref, goalsHref, lineAnchor } from "@/lib/urls";

const JAPANESE_NUMBER = new Intl.NumberFormat("ja-JP");

/** What a document is, how it was read, and what a reader should know of the reading. */
export function DocumentHead({ document, dataset }: { document: DocumentDetail; dataset: string | null }) {
  const { coverage } = document;
  const messages = [...document.messages, ...document.findings].sort((a, b) => (a.span?.start.line ?? 0) - (b.span?.start.line ?? 0));
  return (
    <>
      <h1>{document.readings.map((reading) => reading.plan.title ?? reading.planId).join("、") || document.fileName}</h1>
      {document.plans.some((plan) => !plan.current) && (
        <p className="notice">この資料の運営方針には、新しい版の資料があります。サイトの数字は新しい版によります。</p>
      )}
      <dl className="facts">
        <dt>運営方針</dt>
        <dd>
          {document.plans.map((plan) => (
            <div key={plan.planId}>
              <a href={goalsHref({ filter: { ...municipalityFilterOf(plan.planId), fiscalYears: [plan.fiscalYear] }, dataset })}>
                {formatFiscalYearInFull(plan.fiscalYear)} {plan.department}
              </a>
              　{ja.stage[plan.stage]}
            </div>
          ))}
        </dd>
        <dt>ファイル</dt>
        <dd>
          <a href={documentSourceHref(document.id)}>{document.fileName}</a>（{JAPANESE_NUMBER.format(document.byteLength)}バイト、
          {ja.encoding[document.encoding]}、改行 {ja.newline[document.newline]}）
        </dd>
        <dt>SHA-256</dt>
        <dd className="hash small">{document.id}</dd>
        <dt>読み取り</dt>
        <dd>
          {coverage.lines}行のうち、読み取れなかった行 {coverage.notUnderstood}。
          <span className="soft">
            （{ja.line.field} {coverage.field}、{ja.line.heading} {coverage.heading}、{ja.line.separator} {coverage.separator}、
            {ja.line.decoration} {coverage.decoration}、{ja.line.blank} {coverage.blank}）
          </span>
        </dd>
      </dl>
      <section aria-labelledby="messages-title">
        <h2 id="messages-title">読み取りの知らせ</h2>
        {messages.length === 0 ? <p className="soft">ありません。</p> : <MessageList messages={messages} />}
      </section>
    </>
  );
}

function MessageList({ messages }: { messages: readonly Message[] }) {
  return (
    <ul className="finding-list">
      {messages.map((message, index) => (
        <li key={index}>
          {ja.severity[message.severity]}：{message.reason}{" "}
          {message.span && <a href={`#${lineAnchor(message.span.start.line)}`}>{message.span.start.line}行</a>}
        </li>
      ))}
    </ul>
  );
}

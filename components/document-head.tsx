import { formatFiscalYearInFull } from "@/lib/domain/fiscal-year";
import { municipalityFilterOf } from "@/lib/domain/goal-filter";
import type { Message } from "@/lib/domain/message";
import type { DocumentDetail } from "@/lib/domain/rows";
import { ja } from "@/lib/texts/ja";
import { documentHref, documentSourceHref, goalsHref } from "@/lib/urls";
import { Fact, Facts } from "./ui/facts";
import { Notice } from "./ui/notice";

/** Plans and messages that are listed; of the rest it is said how many there are. */
const MOST_PLANS = 200;
const MOST_MESSAGES = 500;

const JAPANESE_NUMBER = new Intl.NumberFormat("ja-JP");

/** What a document is, how it was read, and what a reader should know of the reading. */
export function DocumentHead({ document, dataset }: { document: DocumentDetail; dataset: string | null }) {
  const { coverage } = document;
  const messages = [...document.messages, ...document.findings].sort((a, b) => (a.span?.start.line ?? 0) - (b.span?.start.line ?? 0));
  return (
    <>
      <h1>
        {document.readings
          .slice(0, 20)
          .map((reading) => reading.plan.title ?? reading.planId)
          .join("、") || document.fileName}
        {document.readings.length > 20 && "ほか"}
      </h1>
      {document.withdrawnFor !== null && (
        <Notice>この資料は取り下げられました（理由：{document.withdrawnFor}）。サイトの数字やグラフには数えていません。</Notice>
      )}
      {document.withdrawnFor === null && document.plans.some((plan) => !plan.current) && (
        <Notice>この資料の運営方針には、新しい版の資料があります。サイトの数字は新しい版によります。</Notice>
      )}
      <Facts>
        <Fact name="運営方針">
          {document.plans.slice(0, MOST_PLANS).map((plan) => (
            <div key={plan.planId}>
              <a href={goalsHref({ filter: { ...municipalityFilterOf(plan.planId), fiscalYears: [plan.fiscalYear] }, dataset })}>
                {formatFiscalYearInFull(plan.fiscalYear)} {plan.department}
              </a>
              　{ja.stage[plan.stage]}
            </div>
          ))}
          <More count={document.plans.length - MOST_PLANS} />
        </Fact>
        <Fact name="ファイル">
          <a href={documentSourceHref(document.id)}>{document.fileName}</a>（{JAPANESE_NUMBER.format(document.byteLength)}バイト、
          {document.format === "text" ? `${ja.encoding[document.encoding]}、改行 ${ja.newline[document.newline]}` : ja.format[document.format]}）
        </Fact>
        <Fact name="SHA-256">
          <span className="font-mono text-sm text-ink-soft">{document.id}</span>
        </Fact>
        <Fact name="読み取り">
          {coverage.lines}行中{coverage.lines - coverage.notUnderstood}行を読み取り。
          <span className="text-ink-soft">
            （{ja.line.field} {coverage.field}、{ja.line.heading} {coverage.heading}、{ja.line.separator} {coverage.separator}、{ja.line.decoration}{" "}
            {coverage.decoration}、{ja.line.blank} {coverage.blank}）
          </span>
        </Fact>
      </Facts>
      <section aria-labelledby="messages-title">
        <h2 id="messages-title">読み取り結果</h2>
        {messages.length === 0 ? <p className="text-ink-soft">ありません。</p> : <MessageList messages={messages} document={document} dataset={dataset} />}
      </section>
    </>
  );
}

function More({ count }: { count: number }) {
  return count > 0 ? <p className="text-ink-soft">ほか{JAPANESE_NUMBER.format(count)}件</p> : null;
}

function MessageList({ messages, document, dataset }: { messages: readonly Message[]; document: DocumentDetail; dataset: string | null }) {
  return (
    <>
      <ul className="space-y-2">
        {messages.slice(0, MOST_MESSAGES).map((message, index) => (
          <li key={index} className="border-l-4 border-notice-edge py-0.5 pl-3">
            {ja.severity[message.severity]}：{message.reason}{" "}
            {message.span && (
              <a href={documentHref(document.id, dataset, message.span.start.line)}>
                {document.linePlaces?.[message.span.start.line - 1] ?? `${message.span.start.line}行`}
              </a>
            )}
          </li>
        ))}
      </ul>
      <More count={document.messageCount - Math.min(MOST_MESSAGES, messages.length)} />
    </>
  );
}

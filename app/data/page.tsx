import type { Metadata } from "next";
import { readDataFacts } from "@/app/_read/data-facts";
import { openPage } from "@/app/_read/open-site";
import { pageMetadata } from "@/app/_read/page-metadata";
import { countTableRows } from "@/app/_read/table-totals";
import { Dictionary } from "@/components/data/dictionary";
import { ParameterList } from "@/components/data/parameter-list";
import { TableList } from "@/components/data/table-list";
import { EmptySite } from "@/components/empty-site";
import { SiteFrame } from "@/components/site-frame";
import { Bullets } from "@/components/ui/bullets";
import { Fact, Facts } from "@/components/ui/facts";
import { licence, licenceUrl, siteUrl } from "@/db/config";
import { listPlans } from "@/db/queries/plans";
import { CHARTS } from "@/lib/charts/registry";
import { printJsonLd } from "@/lib/discovery/data-facts";
import { describeDataset } from "@/lib/discovery/dataset-json-ld";
import { formatFiscalYears } from "@/lib/domain/fiscal-year";
import { citeChart } from "@/lib/files/citation";
import { exampleUrl, listExamples, printCommand } from "@/lib/files/examples";
import { COMMON_PARAMETERS, TABLE_PARAMETERS } from "@/lib/files/table-parameters";
import { TABLE_DESCRIPTIONS } from "@/lib/files/tables";
import { FOUND } from "@/lib/parameters/found";
import { PAGES } from "@/lib/parameters/pages";
import { placeHref } from "@/lib/parameters/place";
import type { SearchParameters } from "@/lib/query-parameters";
import { foundJa } from "@/lib/texts/found-ja";
import { ja } from "@/lib/texts/ja";

export async function generateMetadata({ searchParams }: { searchParams: Promise<SearchParameters> }): Promise<Metadata> {
  const page = await openPage(PAGES.data, await searchParams);
  if (!page) return {};
  const years = formatFiscalYears((await listPlans(page.database, page.dataset)).map(({ fiscalYear }) => fiscalYear));
  return pageMetadata(page, {
    title: foundJa.data.title(page.municipality),
    description: foundJa.data.description(page.municipality, TABLE_DESCRIPTIONS.length, years),
    chart: { definition: CHARTS["rating-distribution"], view: { filter: page.chosen } },
  });
}

const SECTIONS = [
  ["tables-title", "表"],
  ["terms-title", "利用条件と引用のしかた"],
  ["reading-title", "読むときの決まり"],
  ["examples-title", "例"],
  ["parameters-title", "絞り込みと続き"],
  ["api-title", "プログラムから使うとき"],
  ["columns-title", "列の説明"],
] as const;

export default async function DataPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const site = await openPage(PAGES.data, await searchParams);
  if (!site) return <EmptySite />;
  const plans = await listPlans(site.database, site.dataset);
  const url = siteUrl();
  const frozen = url + placeHref(PAGES.data, { ...site.view, dataset: site.dataset.id });
  const citation = citeChart("運営方針のデータ", plans, site.municipality, site.dataset.id, frozen);
  return (
    <SiteFrame current="data" {...site} still>
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: printJsonLd(describeDataset(await readDataFacts(site))) }} />
      <h1>{ja.site.data}</h1>
      <p className="max-w-prose">
        このサイトの数字と文章は、すべて次の表から成ります。登録なしに、CSV・Excel・JSONでダウンロードできます。元の資料そのものは「資料」の各ページから、または
        <span className="font-mono whitespace-nowrap">/api/documents/資料の識別子</span> でダウンロードできます。
      </p>
      <nav aria-label="このページの内容" className="print:hidden">
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {SECTIONS.map(([id, name]) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <section className="space-y-3" aria-labelledby="tables-title">
        <h2 id="tables-title">表</h2>
        <TableList tables={TABLE_DESCRIPTIONS} totals={await countTableRows(site)} dataset={site.view.dataset} chosen={site.chosen} />
      </section>
      <div className="grid grid-cols-1 gap-x-16 gap-y-4.5 @min-[90rem]/page:grid-cols-2">
        <section className="max-w-prose space-y-3" aria-labelledby="terms-title">
          <h2 id="terms-title">利用条件と引用のしかた</h2>
          <p>
            {licence()}
            {licenceUrl() && (
              <>
                {" "}
                <a href={licenceUrl()!}>利用条件の全文</a>
              </>
            )}
          </p>
          <p>引用するときは、データ版の入った次の形を勧めます。この版へのリンクは、資料が追加されても同じ内容を表示します。</p>
          <Facts>
            <Fact name="和暦">{citation.wareki}</Fact>
            <Fact name="西暦">{citation.seireki}</Fact>
          </Facts>
        </section>
        <section className="max-w-prose space-y-3" aria-labelledby="reading-title">
          <h2 id="reading-title">読むときの決まり</h2>
          <Bullets>
            <li>一行が一つの事がら、一つの欄が一つの値です。列の名前は英字で、意味は下の「列の説明」にあります。</li>
            <li>空欄（JSONではnull）は、値がないことを示し、0とは異なります。理由が一つに決まらない列には、理由の列（名前に reason が付く）があります。</li>
            <li>達成度は順序のある区分で、点数ではありません。平均せず、件数と割合で比べてください。</li>
            <li>年度には、西暦と和暦の列があります。令和7年度は2025です。</li>
            <li>表どうしは、識別子の列で結び付きます。</li>
            <li>
              CSVはUTF-8（BOM付き）、改行はCRLFで、Excelでそのまま開けます。式と見なされる文字（= + - @ など）で始まる文には、先頭に '
              を付けています。日付や番号に見える文をExcelが書き換えるのを避けるには、Excelのファイルを使ってください。
            </li>
            <li>Excelのファイルには、表のほかに、列の説明（columns）、符号の意味（codes）、出典（source）のシートがあります。</li>
          </Bullets>
        </section>
      </div>
      <section className="space-y-3" aria-labelledby="examples-title">
        <h2 id="examples-title">例</h2>
        <ol className="space-y-3">
          {listExamples(site.dataset.id, plans.at(-1)?.id ?? null).map((example) => (
            <li key={example.title}>
              <a href={exampleUrl(example, "")}>{example.title}</a>
              <pre className="mt-1 border-l-4 border-rule bg-surface px-3 py-2 text-sm whitespace-pre-wrap print:break-inside-avoid">
                <code>{printCommand(example, url)}</code>
              </pre>
            </li>
          ))}
        </ol>
      </section>
      <section className="space-y-3" aria-labelledby="parameters-title">
        <h2 id="parameters-title">絞り込みと続き</h2>
        <p className="max-w-prose">
          アドレスの ? の後に指定します。繰り返した値はどれかに、異なる指定はすべてに当てはまるものになります。データにない名前を指定すると、0行になります。
        </p>
        <ParameterList parameters={TABLE_PARAMETERS} common={COMMON_PARAMETERS} tables={TABLE_DESCRIPTIONS} />
      </section>
      <section className="max-w-prose space-y-3" aria-labelledby="api-title">
        <h2 id="api-title">プログラムから使うとき</h2>
        <Bullets>
          <li>
            すべてのアドレスと答えの形は、<a href="/api/openapi.json">OpenAPI 3.1の説明</a>にあります。
          </li>
          <li>
            表の一覧は<a href={placeHref(FOUND.catalogue, site.view)}>DCATのカタログ</a>（JSON-LD）に、データ版の知らせは
            <a href={placeHref(FOUND.feed, site.view)}>Atomのフィード</a>にあります。
          </li>
          <li>
            条件に合う行の総数は、JSONでは total、ほかでは X-Total-Count ヘッダーにあります。続きのアドレスは next と Link
            ヘッダー（rel="next"）にあり、最後まで同じデータ版の行が得られます。
          </li>
          <li>dataset を指定した答えは変わりません。指定しない答えは新しい資料が加わると変わり、ETag で確かめられます。</li>
          <li>
            読めない指定には、400番台の状態と <span className="font-mono">{'{"error": {"code", "message", "parameter"}}'}</span>{" "}
            の形で答えます。無視して答えることはありません。
          </li>
          <li>ほかのサイトのページからも読めます（CORS）。Excelの作成が混み合うと503で答えるので、Retry-After の秒数の後にもう一度お試しください。</li>
        </Bullets>
      </section>
      <section className="space-y-3" aria-labelledby="columns-title">
        <h2 id="columns-title">列の説明</h2>
        {TABLE_DESCRIPTIONS.map((table) => (
          <Dictionary key={table.name} table={table} />
        ))}
      </section>
    </SiteFrame>
  );
}

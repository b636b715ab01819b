import { nameFlow, nameNode } from "@/lib/charts/continuation-name";
import type { ContinuationRibbon, RibbonLineage } from "@/lib/charts/continuation-ribbon";
import type { PlacedFlow, PlacedNode, RibbonLayout } from "@/lib/charts/continuation-ribbon-place";
import { NodeBars, HatchPattern } from "./bars";
import { CHART, ChartSvg } from "../chart-svg";
import { MarkAnchor } from "../mark-anchor";
import type { RibbonHrefs } from "./hrefs";
import { drawArea, drawEdges } from "./path";

interface StaticRibbonProps extends RibbonHrefs {
  ribbon: ContinuationRibbon;
  layout: RibbonLayout;
  /** Names the drawing's parts in the page; different for each drawing on it. */
  id: string;
  title: string;
}

/**
 * The ribbon of continuations as SVG, drawn on the server. Each node and each ribbon is a link; those of one lineage
 * are one group, so that style sheets alone bring it out, and the keyboard follows it from year to year.
 */
export function StaticRibbon({ ribbon, layout, id, title, ...hrefs }: StaticRibbonProps) {
  return (
    <ChartSvg layout={layout} title={title} className={`${CHART} max-w-none @min-[84rem]:w-[84rem]!`}>
      <RibbonMarks ribbon={ribbon} layout={layout} id={id} hrefs={hrefs} />
    </ChartSvg>
  );
}

/** All that the drawing holds; `hrefs` is `null` where it stands in a file of its own, which has no page to lead to. */
export function RibbonMarks({ ribbon, layout, id, hrefs, newTab }: Pick<StaticRibbonProps, "ribbon" | "layout" | "id"> & { hrefs: RibbonHrefs | null; newTab?: boolean | undefined }) {
  const nodes = new Map(layout.nodes.map((placed) => [placed.node, placed]));
  const flows = new Map(layout.flows.map((placed) => [placed.flow, placed]));
  const drawLineage = (lineage: RibbonLineage, index: number) => (
    <g key={index} className="lineage">
      {lineage.nodes.flatMap((node) => [
        <NodeLink key={node.key} placed={nodes.get(node)!} id={id} href={hrefs?.hrefOfItem(node.key) ?? null} newTab={newTab} />,
        ...lineage.flows
          .filter((flow) => flow.predecessor === node)
          .map((flow) => (
            <FlowLink
              key={`${node.key}/${flow.successor.key}`}
              placed={flows.get(flow)!}
              href={hrefs?.hrefOfLink(node.key, flow.successor.key) ?? null}
              newTab={newTab}
            />
          )),
      ])}
    </g>
  );
  return (
    <>
      <HatchPattern id={id} />
      {layout.rules.map((y) => (
        <line key={y} className="chart-rule" x1={0} x2={layout.width} y1={y} y2={y} />
      ))}
      {layout.headings.map((heading) => (
        <text key={`${heading.x} ${heading.y}`} className={`ribbon-${heading.what}`} x={heading.x} y={heading.y} textAnchor={heading.anchor}>
          {heading.text}
        </text>
      ))}
      {ribbon.lineages.map(drawLineage)}
    </>
  );
}

function NodeLink({ placed, id, href, newTab }: { placed: PlacedNode; id: string; href: string | null; newTab: boolean | undefined }) {
  const { area, label, node, arrival, departure } = placed;
  return (
    <MarkAnchor href={href} className="ribbon-node" mark={node.key} newTab={newTab}>
      <title>{nameNode(node)}</title>
      <rect className="ribbon-area" x={area.x - 3} y={area.y - 2} width={area.width + 6} height={area.height + 4} rx={3} />
      {arrival && departure && <rect className="ribbon-body" {...area} />}
      <NodeBars placed={placed} id={id} />
      {label.lines.map((line, index) => (
        <text key={index} className={`ribbon-${line.what}`} x={label.x} y={line.y} textAnchor={label.anchor} aria-hidden="true">
          {line.text}
        </text>
      ))}
    </MarkAnchor>
  );
}

function FlowLink({ placed, href, newTab }: { placed: PlacedFlow; href: string | null; newTab: boolean | undefined }) {
  const { link, predecessor, successor } = placed.flow;
  return (
    <MarkAnchor href={href} className={`ribbon-flow kind-${link.kind} status-${link.status}`} mark={`${predecessor.key}/${successor.key}`} newTab={newTab}>
      <title>{nameFlow(placed.flow)}</title>
      <path className="ribbon-fill" d={drawArea(placed)} />
      <path className="ribbon-edge" d={drawEdges(placed)} />
    </MarkAnchor>
  );
}

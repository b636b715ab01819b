import type { DecisionFinding } from "@/lib/domain/decision-finding";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";

/** A finding about a planner's decision as a Japanese sentence; items by their keys. */
export function describeDecisionFinding(finding: DecisionFinding): string {
  switch (finding.rule) {
    case "decision-without-item": {
      const [missing] = finding.args;
      return `「${missing}」は取り込まれた運営方針にないため、この判断は使いません。`;
    }
    case "decision-without-comparison": {
      const [predecessor, successor] = finding.args;
      return `「${predecessor}」と「${successor}」は比べる年度の組ではないため、この判断は使いません。`;
    }
    case "decision-without-link": {
      const [predecessor, successor] = finding.args;
      return `「${predecessor}」から「${successor}」への継続は見つかっていないため、この判断は使いません（加えるなら add とします）。`;
    }
    case "undo-without-decision": {
      const [predecessor, successor] = finding.args;
      return `「${predecessor}」${successor === null ? "の終了" : `から「${successor}」への継続`}についての判断はないため、取り消すものがありません。`;
    }
    case "decision-not-in-chain": {
      const [predecessor, successor, reached, until] = finding.args;
      const chain = reached.length > 0 ? `${reached.map((key) => `「${key}」`).join("")}に続きます` : `${formatFiscalYear(until)}で途切れます`;
      return `職員は「${predecessor}」から「${successor}」に続くと判断しましたが、間の年度をたどると${chain}。`;
    }
    case "rejection-in-chain": {
      const [predecessor, successor, through] = finding.args;
      return `職員は「${predecessor}」から「${successor}」には続かないと判断しましたが、間の年度をたどると${through.map((key) => `「${key}」`).join("")}を経て続きます。`;
    }
  }
}

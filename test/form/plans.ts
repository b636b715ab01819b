import { readFileSync } from "node:fs";
import { readDocument } from "@/lib/document/read";
import type { DepartmentPlan } from "@/lib/domain/plan";

/** The plan of one of the two real documents. */
export function readRealPlan(name: "2021-policy-promotion" | "2025-policy-promotion"): DepartmentPlan {
  return readDocument(readFileSync(`db/documents/${name}.txt`), { municipality: "柏原市" }).plans[0]!.plan;
}

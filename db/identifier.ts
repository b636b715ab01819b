import { departmentId, planId } from "@/lib/domain/identifier";

/** A name that no municipality has: ids made for it always carry the municipality. */
const NOWHERE = "";

/** `m` and a hash: the prefix of a municipality's ids on a site of another. */
export function municipalityId(municipality: string): string {
  return planId({ municipality, department: "", fiscalYear: 0 }, NOWHERE).split("-")[0]!;
}

/** A plan's id within its municipality: `2025-policy-promotion`. The store keeps ids so, free of whose site shows them. */
export function planLocalId(plan: { department: string; fiscalYear: number }): string {
  return `${plan.fiscalYear}-${departmentId(plan.department)}`;
}

/** A stored id as the site of `home` shows it. */
export function publicId(localId: string, municipality: string, home: string): string {
  return municipality === home ? localId : `${municipalityId(municipality)}-${localId}`;
}

/** A public id taken apart into municipality and stored id. */
export function parsePublicId(id: string, home: string): { municipalityId: string; localId: string } {
  const match = /^(m[0-9a-z]{8})-(\d.*)$/.exec(id);
  return match ? { municipalityId: match[1]!, localId: match[2]! } : { municipalityId: municipalityId(home), localId: id };
}

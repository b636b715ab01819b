import { departmentId, municipalityId, municipalityOf } from "@/lib/domain/identifier";

/** A plan's id within its municipality: `2025-policy-promotion`. The store keeps ids so, free of whose site shows them. */
export function planLocalId(plan: { department: string; fiscalYear: number }): string {
  return `${plan.fiscalYear}-${departmentId(plan.department)}`;
}

/** A stored id as the site of `home` shows it. */
export function publicId(localId: string, municipality: string, home: string): string {
  return municipality === home ? localId : `${municipalityId(municipality)}-${localId}`;
}

/** A public id taken apart into municipality and stored id, and the year that this begins with; 0 where it begins with none. */
export function parsePublicId(id: string, home: string): { municipalityId: string; localId: string; fiscalYear: number } {
  const named = municipalityOf(id);
  const localId = named ? id.slice(named.length + 1) : id;
  const fiscalYear = Number(/^\d{1,9}(?=-)/.exec(localId)?.[0] ?? 0);
  return { municipalityId: named ?? municipalityId(home), localId, fiscalYear };
}

/** A public id with its municipality in front, also where it is the site's own: the same whichever site shows it. */
export function fullId(id: string, home: string): string {
  const { municipalityId: of, localId } = parsePublicId(id, home);
  return `${of}-${localId}`;
}

/** A full id as the site of `home` shows it. */
export function shownId(full: string, home: string): string {
  const own = `${municipalityId(home)}-`;
  return full.startsWith(own) ? full.slice(own.length) : full;
}

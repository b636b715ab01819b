/** 「政策推進部」, with 「（旧：市長公室）」 where what is shown also holds it under names that it had before. */
export function nameDepartment({ name, former }: { name: string; former: readonly string[] }): string {
  return former.length === 0 ? name : `${name}（旧：${former.join("、")}）`;
}

/** The former names, with their brackets, as one stretch of a text. */
export const FORMER_NAMES = /(（旧：[^）]*）)/;

/** A template that cannot be filled in; `message` is a Japanese sentence that names the tag. */
export class TemplateError extends Error {}

/** What docxtemplater says of a fault (https://docxtemplater.com/docs/errors/). */
interface Fault {
  properties?: { id?: string; xtag?: string; openingtag?: string; closingtag?: string; errors?: Fault[] };
}

const SENTENCES: Record<string, (tag: string) => string> = {
  unopened_tag: (tag) => `「${tag}」の } に対する { がありません`,
  unclosed_tag: (tag) => `「{${tag}」の { に対する } がありません`,
  duplicate_open_tag: (tag) => `「${tag}」で { が重なっています`,
  duplicate_close_tag: (tag) => `「${tag}」で } が重なっています`,
  unopened_loop: (tag) => `{/${tag}} に対する {#${tag}} がありません`,
  unclosed_loop: (tag) => `{#${tag}} に対する {/${tag}} がありません`,
  unbalanced_loop_tags: (tag) => `繰り返し {#${tag}} の始めと終わりが、表の同じ行か、表の外どうしにありません`,
  loop_position_invalid: (tag) => `繰り返し {#${tag}} は、この場所には置けません`,
};

/** A fault that docxtemplater throws as a sentence; `null` where it is none of a template's. */
export function describeFault(error: unknown): string | null {
  const { properties } = error as Fault;
  if (!properties?.id) return null;
  const faults = properties.errors ?? [error as Fault];
  return [...new Set(faults.map(describe))].join("。");
}

function describe({ properties = {} }: Fault): string {
  const { id = "", xtag, openingtag = "", closingtag = "" } = properties;
  if (id === "closing_tag_does_not_match_opening_tag") return `{#${openingtag}} が {/${closingtag}} で閉じられています`;
  return SENTENCES[id]?.(xtag ?? "") ?? `Wordのファイルとして読み取れないところがあります（${[id, xtag].filter(Boolean).join("：")}）`;
}

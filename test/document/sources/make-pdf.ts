/** A PDF of pages drawn by such content streams, in Helvetica (`/F1`), with further entries and objects (from number 4 + 2 a page on) where given. */
export function makePdf(pages: readonly string[], { page = "", objects = [] }: { page?: string; objects?: readonly string[] } = {}): Uint8Array {
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(" ");
  const all = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ...pages.flatMap((content, at) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + at * 2} 0 R${page}>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ]),
    ...objects,
  ];
  let text = "%PDF-1.7\n";
  const places = all.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${places.join("")}trailer<</Size ${all.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

/** Text of 10 points at a place; y grows upwards. */
export const put = (x: number, y: number, text: string) => `BT /F1 10 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET\n`;
/** The lines of a grid. */
export const rule = (xs: readonly number[], ys: readonly number[]) =>
  [
    ...xs.map((x) => `${x} ${Math.min(...ys)} m ${x} ${Math.max(...ys)} l S\n`),
    ...ys.map((y) => `${Math.min(...xs)} ${y} m ${Math.max(...xs)} ${y} l S\n`),
  ].join("");

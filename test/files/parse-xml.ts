import { SaxesParser } from "saxes";

/** The texts of an XML document, attributes' too, in their order. Throws where it is not well-formed XML 1.0. */
export function parseXml(document: string): string[] {
  const texts: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("text", (text) => texts.push(text));
  parser.on("opentag", ({ attributes }) => texts.push(...Object.values(attributes).map(({ value }) => value)));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(document).close();
  return texts;
}

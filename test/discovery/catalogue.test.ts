import jsonld from "jsonld";
import { beforeAll, describe, expect, it } from "vitest";
import { describeCatalogue } from "@/lib/discovery/catalogue";
import { FACTS } from "./data-facts";

const DCAT = "http://www.w3.org/ns/dcat#";
const DCT = "http://purl.org/dc/terms/";
const FOAF = "http://xmlns.com/foaf/0.1/";
const PROFILE = "https://semiceu.github.io/DCAT-AP/releases/3.0.0/";

type Value = { "@id"?: string; "@type"?: string; "@value"?: string; "@language"?: string };
type Node = Record<string, Value[]> & { "@id": string; "@type"?: string[] };

/** What DCAT-AP 3.0.0 makes mandatory (minimum 1, in its SHACL shapes too) for the classes that the catalogue has, each with its clause. */
const MANDATORY = [
  [`${DCAT}Catalog`, `${DCT}title`, "#Catalogue.title", "text"],
  [`${DCAT}Catalog`, `${DCT}description`, "#Catalogue.description", "text"],
  [`${DCAT}Catalog`, `${DCT}publisher`, "#Catalogue.publisher", `${FOAF}Agent`],
  [`${DCAT}Dataset`, `${DCT}title`, "#Dataset.title", "text"],
  [`${DCAT}Dataset`, `${DCT}description`, "#Dataset.description", "text"],
  [`${DCAT}Distribution`, `${DCAT}accessURL`, "#Distribution.accessURL", "address"],
  [`${DCAT}DataService`, `${DCT}title`, "#DataService.title", "text"],
  [`${DCAT}DataService`, `${DCAT}endpointURL`, "#DataService.endpointURL", "address"],
  [`${FOAF}Agent`, `${FOAF}name`, "#Agent.name", "text"],
] as const;

let nodes: Node[];
beforeAll(async () => {
  const refuse = async (url: string): Promise<never> => {
    throw new Error(`${url} is asked for`);
  };
  const expanded = await jsonld.expand(describeCatalogue(FACTS) as jsonld.JsonLdDocument, { documentLoader: refuse });
  nodes = (await jsonld.flatten(expanded, undefined, { documentLoader: refuse })) as unknown as Node[];
});

const ofType = (type: string) => nodes.filter((node) => node["@type"]?.includes(type));

describe("the catalogue", () => {
  it.each(MANDATORY)(`of each %s gives %s (${PROFILE}%s)`, (type, property, _, kind) => {
    const found = ofType(type);
    expect(found.length).toBeGreaterThan(0);
    for (const node of found) {
      const values = node[property] ?? [];
      expect(values.length, node["@id"]).toBeGreaterThan(0);
      if (kind === "text") expect(values[0]!["@language"]).toBe("ja");
      for (const value of values) {
        if (kind === "text") expect(value).toEqual({ "@value": expect.stringMatching(/./), "@language": expect.stringMatching(/^(?:ja|en)$/) });
        else if (kind === "address") expect(value["@id"]).toMatch(/^https:\/\//);
        else expect(ofType(kind).map((each) => each["@id"])).toContain(value["@id"]);
      }
    }
  });

  it(`names all datasets and files, as ${PROFILE}#Catalogue.dataset and #Dataset.datasetdistribution recommend`, () => {
    const [catalogue] = ofType(`${DCAT}Catalog`);
    expect(new Set(catalogue![`${DCAT}dataset`]!.map((each) => each["@id"]))).toEqual(new Set(ofType(`${DCAT}Dataset`).map((each) => each["@id"])));
    expect(ofType(`${DCAT}Dataset`)).toHaveLength(2);
    for (const dataset of ofType(`${DCAT}Dataset`)) expect(dataset[`${DCAT}distribution`]).toHaveLength(2);
  });

  it("offers a file as a download where it holds all rows, and else by the service that has the rest", () => {
    const [service] = ofType(`${DCAT}DataService`);
    const distributions = ofType(`${DCAT}Distribution`);
    const downloads = distributions.flatMap((each) => each[`${DCAT}downloadURL`] ?? []).map((each) => each["@id"]);
    expect(downloads.sort()).toEqual(["goals.csv", "plans.csv", "plans.json"].map((file) => `https://ayumi.example/api/${file}`));
    const parts = distributions.filter((each) => !each[`${DCAT}downloadURL`]);
    expect(parts.map((each) => each[`${DCAT}accessService`])).toEqual([[{ "@id": service!["@id"] }]]);
  });

  it("calls a dataset by the same identifier when a newer version comes, and says which version it is", () => {
    const identify = (facts: typeof FACTS) =>
      (describeCatalogue(facts) as Record<string, Record<string, unknown>[]>)["dcat:dataset"]!.map((each) => [each["@id"], each["dct:identifier"]]);
    expect(identify({ ...FACTS, datasetId: "1".repeat(64) })).toEqual(identify(FACTS));
    for (const dataset of ofType(`${DCAT}Dataset`)) {
      expect(dataset[`${DCT}identifier`]).toEqual([{ "@value": dataset["@id"] }]);
      expect(dataset[`${DCAT}version`]).toEqual([{ "@value": FACTS.datasetId }]);
    }
  });

  it("names each dataset and the service in English too", () => {
    for (const node of [...ofType(`${DCAT}Catalog`), ...ofType(`${DCAT}Dataset`), ...ofType(`${DCAT}Distribution`), ...ofType(`${DCAT}DataService`)])
      expect(node[`${DCT}title`]!.map((each) => each["@language"])).toEqual(["ja", "en"]);
    for (const node of ofType(`${DCAT}Dataset`)) expect(node[`${DCAT}keyword`]!.map((each) => each["@language"])).toEqual(["ja", "en"]);
  });

  it("has no record of its own, which would need a date and a topic, and terms as an address only where they have one", async () => {
    expect(ofType(`${DCAT}CatalogRecord`)).toEqual([]);
    expect(ofType(`${DCAT}Distribution`)[0]![`${DCT}license`]).toEqual([{ "@id": FACTS.licence.url }]);
    expect(JSON.stringify(describeCatalogue({ ...FACTS, licence: { text: "出典：架空市。", url: null } }))).not.toContain('"dct:license":{"@id":');
  });

  it("loses nothing by its context: every name in it means something", () => {
    for (const node of nodes) for (const name of Object.keys(node)) expect(name).toMatch(/^(?:@(?:id|type)$|http:\/\/)/);
    expect(nodes.flatMap((node) => node[`${DCT}temporal`] ?? []).length).toBe(4);
  });
});

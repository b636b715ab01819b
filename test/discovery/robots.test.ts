import robotsParser from "robots-parser";
import { describe, expect, it } from "vitest";
import { bakedHref } from "@/db/bake/address";
import { printRobots } from "@/lib/discovery/robots";

const ORIGIN = "https://ayumi.example";
const robots = robotsParser(`${ORIGIN}/robots.txt`, printRobots(ORIGIN));
const isAllowed = (address: string, by = "Googlebot") => robots.isAllowed(ORIGIN + address, by);

const ID = "0".repeat(64);
const OPEN = [
  "/",
  "/goals",
  "/goals/2025-policy-promotion-4",
  "/goals/m12345678-2025-industry-4",
  "/continuations/2021-policy-promotion-5/2025-policy-promotion-4",
  "/continuations/2021-industry-1/2025-industry-1",
  `/documents/${ID}`,
  "/embed",
  "/embed/headline",
  "/embed/v1.js",
  "/embed/headline.png?size=og",
  "/embed/headline.png?year=2025&department=x&size=og",
  "/sitemap.xml",
  "/_next/static/chunks/a.js",
];
/** With what they ask for, as a static copy has them too. */
const PAGED = [
  ["/", "municipality=m12345678"],
  ["/goals", "municipality=m12345678"],
  ["/documents", "page=2"],
  ["/documents", "municipality=m12345678&page=2"],
  [`/documents/${ID}`, "page=2"],
  ["/municipalities", "page=2"],
] as const;
const CLOSED = [
  ["/", "year=2021"],
  ["/", "of=targets&measure=share"],
  ["/", "goal=2025-policy-promotion-4"],
  ["/", "municipality=m12345678&year=2021"],
  ["/goals", "sort=rating"],
  ["/goals", "municipality=m12345678&area=a"],
  ["/documents", "municipality=m12345678&page=2&x=y"],
  ["/carried-on", "fate=ended"],
  ["/search", "q=a"],
  ["/search", "municipality=m12345678"],
  ["/search", "page=2"],
  ["/embed", "chart=headline"],
  ["/embed/headline", "year=2025"],
  ["/embed/headline", "municipality=m12345678"],
] as const;

describe("robots.txt", () => {
  it("lets a crawler have what the site is about", () => {
    expect(OPEN.filter((address) => !isAllowed(address))).toEqual([]);
    expect(PAGED.filter(([path, query]) => !isAllowed(`${path}?${query}`))).toEqual([]);
  });

  it("keeps out views, quoted datasets, single initiatives and files", () => {
    const files = ["/api/goals.csv", "/embed/headline.csv", "/embed/headline.png", "/embed/headline.png?size=og&theme=dark", `/documents/${ID}/source`];
    const initiatives = ["/continuations/2021-policy-promotion-6-i1/2025-policy-promotion-4-i1", "/continuations/2021-a-1-i12/2025-a-2"];
    const frozen = ["/", "/goals/2025-policy-promotion-4", "/embed/headline"].map((path) => `${path}?dataset=${ID}`);
    expect([...files, ...initiatives, ...frozen].filter((address) => isAllowed(address))).toEqual([]);
    expect(CLOSED.filter(([path, query]) => isAllowed(`${path}?${query}`))).toEqual([]);
  });

  it("says the same of a static copy, where queries are folders", () => {
    expect(PAGED.filter(([path, query]) => !isAllowed(bakedHref({ path, query })))).toEqual([]);
    expect(CLOSED.filter(([path, query]) => isAllowed(bakedHref({ path, query })))).toEqual([]);
    expect(isAllowed(bakedHref({ path: "/embed/headline.png", query: "year=2025&size=og" }))).toBe(true);
  });

  it("lets those see any view who show a preview of what a person shares", () => {
    for (const by of ["Twitterbot", "facebookexternalhit"]) expect(isAllowed("/?year=2021", by)).toBe(true);
  });

  it("names the sitemap by its whole address", () => expect(robots.getSitemaps()).toEqual([`${ORIGIN}/sitemap.xml`]));
});

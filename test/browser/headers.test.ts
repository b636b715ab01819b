import fc from "fast-check";
import { expect, inject, it } from "vitest";
import { headerSet } from "../app/_server/header-arbitrary";
import { fetchRaw } from "./fetch-raw";

const site = inject("siteUrl");

/** Pages whose bytes do not depend on a parameter that they do not know. */
const PAGES = ["/", "/about", "/goals", "/goals/2025-policy-promotion-4", "/search"];
const SETS = 60;

it.each(PAGES)("%s is the same page, and a kept one, for whoever comes after a visitor with other headers", async (page) => {
  const clean = await fetchRaw(`${site}${page}?visit=0`);
  expect(clean.status).toBe(200);
  for (const [index, headers] of fc.sample(headerSet, { numRuns: SETS, seed: PAGES.indexOf(page) }).entries()) {
    const url = `${site}${page}?visit=${index + 1}`;
    const first = await fetchRaw(url, headers);
    const second = await fetchRaw(url);
    const shown = JSON.stringify(headers).slice(0, 2000);
    expect([second.status, second.body.equals(clean.body), second.headers["cache-status"]], shown).toEqual([200, true, "ayumi; hit"]);
    const { "x-request-id": own, date: _, connection: __, "cache-status": ___, ...rest } = second.headers;
    expect(rest).toEqual(Object.fromEntries(Object.keys(rest).map((name) => [name, clean.headers[name]])));
    expect([first.headers["set-cookie"], rest["set-cookie"], own === first.headers["x-request-id"]], shown).toEqual([undefined, undefined, false]);
  }
});

it("is a page also for who asks for a part of it, or without a User-Agent", async () => {
  for (const headers of [{ rsc: "1" }, { rsc: "1", "next-router-prefetch": "1" }, { "user-agent": "" }]) {
    const { headers: given, body } = await fetchRaw(`${site}/about`, headers);
    expect([given["content-type"], body.subarray(0, 15).toString()]).toEqual(["text/html; charset=utf-8", "<!DOCTYPE html>"]);
  }
});

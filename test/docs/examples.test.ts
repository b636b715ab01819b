import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { NGINX_FILE, printNginx } from "@/db/bake/nginx";
import { listBlocks, readDocument } from "./documents";

const OPERATIONS = readDocument("docs/operations.md");
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

const only = (blocks: string[]) => {
  expect(blocks).toHaveLength(1);
  return blocks[0]!;
};

it("the container and the unit start what npm start does, with a Node that is kept up", () => {
  const unit = only(listBlocks(OPERATIONS, "ini"));
  expect(/^ExecStart=\/usr\/bin\/(.*)$/m.exec(unit)![1]).toBe(scripts.start);
  const image = only(listBlocks(OPERATIONS, "dockerfile"));
  expect((JSON.parse(/^CMD (.*)$/m.exec(image)![1]!) as string[]).join(" ")).toBe(scripts.start);
  const nodes = [...OPERATIONS.matchAll(/\bFROM node:(\d+)|with Node (\d+) and the project/g)].map(([, base, own]) => base ?? own);
  expect(new Set(nodes)).toEqual(new Set(["24"]));
});

it("the proxy's example has as many processes as the text says, and no upgrade", () => {
  const proxy = only(listBlocks(OPERATIONS, "nginx"));
  expect(proxy.match(/server 127\.0\.0\.1:(\d+)/g)).toHaveLength(2);
  expect(proxy).toContain('proxy_set_header Connection "";');
});

it("the copy's example includes the configuration that the bake writes", () => {
  const server = only(listBlocks(readDocument("docs/static-copy.md"), "nginx"));
  const [, root] = /^ {2}root (.*);$/m.exec(server)!;
  expect(server).toContain(`include ${root}/${NGINX_FILE};`);
  const printed = printNginx("0".repeat(64));
  for (const directive of ["gzip_static", "try_files", "brotli_static on;", "add_header"]) expect(printed).toContain(directive);
});

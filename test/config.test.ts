import { afterEach, describe, expect, it, vi } from "vitest";
import { assertNoPath, checkVariables, readVariable, setVariables, VARIABLES, type VariableName } from "@/lib/config";

afterEach(() => vi.unstubAllEnvs());

/** Values that each variable has, with what is read of them, and values that it cannot have. */
const VALUES: Record<VariableName, { read: readonly (readonly [text: string, value: unknown])[]; refused: readonly string[] }> = {
  PORT: {
    read: [
      ["8080", 8080],
      ["0", 0],
      ["65535", 65535],
    ],
    refused: ["abc", "70000", "-1", "3000.5", "0x10", "３０００", "1e3"],
  },
  HOST: {
    read: [
      ["127.0.0.1", "127.0.0.1"],
      ["::", "::"],
      ["fe80::1%eth0", "fe80::1%eth0"],
      ["localhost", "localhost"],
    ],
    refused: ["http://localhost", "a b", "[::1]", "localhost/"],
  },
  DATABASE_URL: {
    read: [
      ["file:a.db", "file:a.db"],
      ["libsql://x.turso.io", "libsql://x.turso.io"],
      ["http://127.0.0.1:8080", "http://127.0.0.1:8080"],
    ],
    refused: ["nowhere", "ayumi.db", ":memory:", "postgres://x", "file:"],
  },
  DATABASE_AUTH_TOKEN: {
    read: [
      ["eyJ.a-b_c=", "eyJ.a-b_c="],
      ["x\n", "x"],
    ],
    refused: ["a b", "a\nb", "ひみつ"],
  },
  DATABASE_REPLICA: { read: [["file:/var/lib/r.db", "file:/var/lib/r.db"]], refused: ["replica.db", "http://x"] },
  AYUMI_DATA: { read: [["/srv/data", "/srv/data"]], refused: [] },
  AYUMI_MUNICIPALITY: { read: [["架空市", "架空市"]], refused: ["架空\n市", "市".repeat(101)] },
  AYUMI_DATASET: {
    read: [
      ["0123abcd", "0123abcd"],
      ["a".repeat(64), "a".repeat(64)],
    ],
    refused: ["0123abc", "newest", "0123ABCD", "a".repeat(65)],
  },
  AYUMI_URL: {
    read: [
      ["https://ayumi.example.jp/", "https://ayumi.example.jp"],
      ["http://127.0.0.1:3000", "http://127.0.0.1:3000"],
      ["https://city.example.jp/ayumi/", "https://city.example.jp/ayumi"],
    ],
    refused: [
      "ayumi.example.jp",
      "//ayumi.example.jp",
      "https://",
      "ftp://ayumi.example.jp",
      "https://ayumi.example.jp/?a",
      "https://a@ayumi.example.jp",
      "https://ayumi.example.jp/#a",
      "https://ayumi example.jp",
      "javascript:alert(1)",
    ],
  },
  AYUMI_LICENSE: { read: [["架空の利用規約による。", "架空の利用規約による。"]], refused: [] },
  AYUMI_LICENSE_EN: { read: [["Free to quote.", "Free to quote."]], refused: [] },
  AYUMI_LICENSE_URL: {
    read: [["https://example.invalid/terms", "https://example.invalid/terms"]],
    refused: ["javascript:alert(1)", "terms.html", "https://example.invalid/a b"],
  },
  AYUMI_SECURITY_CONTACT: {
    read: [
      ["mailto:security@city.example", "mailto:security@city.example"],
      ["https://city.example/report", "https://city.example/report"],
      ["tel:+81-72-000-0000", "tel:+81-72-000-0000"],
    ],
    refused: ["security@city.example", "http://city.example", "mailto:x", "https://", "mailto:a@b\nExpires: x"],
  },
  LOG_LEVEL: { read: [["info", "info"]], refused: ["verbose", "INFO"] },
  METRICS_PORT: { read: [["9464", 9464]], refused: ["9464/tcp"] },
  METRICS_HOST: { read: [["::1", "::1"]], refused: ["127.0.0.1:9464/"] },
};

const NAMES = Object.keys(VARIABLES) as VariableName[];

describe.each(NAMES)("%s", (name) => {
  it("is read when it is asked for, blank as unset", () => {
    vi.stubEnv(name, undefined);
    const usual = readVariable(name);
    for (const blank of ["", " ", "\n"]) {
      vi.stubEnv(name, blank);
      expect(readVariable(name)).toEqual(usual);
    }
    for (const [text, value] of VALUES[name].read) {
      vi.stubEnv(name, ` ${text}\n`);
      expect(readVariable(name), text).toEqual(value);
    }
  });

  it("is refused in one sentence that names it and its value, unless that is secret", () => {
    for (const text of VALUES[name].refused) {
      vi.stubEnv(name, text);
      expect(checkVariables, text).toThrow(
        name === "DATABASE_AUTH_TOKEN" ? "DATABASE_AUTH_TOKEN の値は使えません。" : `${name}「${text.replace("\n", " ").slice(0, 100)}」は使えません。`,
      );
      expect(checkVariables, text).toThrow(/は使えません。[^。]+してください。$/);
    }
  });
});

it("an address with a path is none of a server's", () => {
  vi.stubEnv("AYUMI_URL", "https://city.example.jp/");
  expect(assertNoPath).not.toThrow();
  vi.stubEnv("AYUMI_URL", "https://city.example.jp/ayumi");
  expect(checkVariables).not.toThrow();
  expect(assertNoPath).toThrow(
    "AYUMI_URL「https://city.example.jp/ayumi」は使えません。サイトはパスの下では動かないので、https://city.example.jp のように指定してください",
  );
});

it("variables are set and taken away for this process", () => {
  vi.stubEnv("AYUMI_DATASET", "0123abcd");
  setVariables({ AYUMI_DATASET: undefined, LOG_LEVEL: "error" });
  expect([readVariable("AYUMI_DATASET"), readVariable("LOG_LEVEL")]).toEqual([undefined, "error"]);
  setVariables({ LOG_LEVEL: undefined });
});

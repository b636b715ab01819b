import { z } from "zod";

/** A variable has a value that it cannot have; `message` is one Japanese sentence that names both. */
export class ConfigurationError extends Error {}

/** A variable of the environment. */
interface Variable {
  /** Reads its text; what is unset or blank comes as `undefined`. */
  check: z.ZodType<unknown, string | undefined>;
  /** What to give instead, as a Japanese sentence; any text will do without. */
  wanted?: string;
  /** What it says, for the table of docs/operations.md. */
  meaning: string;
  /** What holds where it is unset, for the same table; without it, the default of `check`. */
  usual?: string;
  /** Its value is never shown. */
  secret?: boolean;
}

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((number) => number <= 65535);
const host = z.string().regex(/^[\w.:%-]{1,255}$/);
const name = z.string().regex(/^[^\p{Cc}]{1,100}$/u);

/** The address of a site: a host, perhaps with a path, without a final slash. */
const site = z
  .url({ protocol: /^https?$/ })
  .refine((text) => !/[?#@\s]/.test(text))
  .transform((text) => new URL(text).href.replace(/\/+$/, ""));

const PORT = { check: port.prefault("3000"), wanted: "0 から 65535 までの整数を指定してください。" };
const HOST = "IP アドレスかホスト名を指定してください。";

/** Every variable that Ayumi reads. */
export const VARIABLES = {
  PORT: { ...PORT, meaning: "the port where the site listens; with 0 the system chooses one" },
  HOST: { check: host.optional(), wanted: HOST, meaning: "the address where it listens", usual: "every interface" },
  DATABASE_URL: {
    check: z
      .string()
      .regex(/^(?:file|libsql|https?|wss?):./i)
      .optional(),
    wanted: "file:、libsql:、https:、http:、wss:、ws: のいずれかで始まる URL を指定してください。",
    meaning: "the libSQL database (in `file:`, `%`, `?` and `#` of a name are `%25`, `%3F`, `%23`)",
    usual: "`data/ayumi.db` in the data folder",
  },
  // What no header can carry would end up in an error's message.
  DATABASE_AUTH_TOKEN: {
    check: z
      .string()
      .regex(/^[\x21-\x7e]+$/)
      .optional(),
    wanted: "空白のない英数字と記号で指定してください。",
    meaning: "what a database's server is shown",
    usual: "nothing",
    secret: true,
  },
  DATABASE_REPLICA: {
    check: z
      .string()
      .regex(/^file:./i)
      .optional(),
    wanted: "file: で始まる場所を指定してください。",
    meaning: "where web processes copy a server's database to, as a `file:` URL",
    usual: "nowhere",
  },
  AYUMI_DATA: {
    check: z.string().prefault("db"),
    meaning: "the [data folder](data-folder.md): `ayumi.json` (municipality, order of departments and areas, reorganisations), `documents/`, `decisions/`",
  },
  AYUMI_MUNICIPALITY: {
    check: name.optional(),
    wanted: "100文字以内の自治体名を指定してください。",
    meaning: "the municipality of documents that name none; another than the data folder's, nothing of that folder is taken in",
    usual: "the data folder's (柏原市)",
  },
  AYUMI_DATASET: {
    check: z
      .string()
      .regex(/^[0-9a-f]{8,64}$/)
      .optional(),
    wanted: "データ版の識別子か、そのはじめの8文字以上を、0 から 9 と a から f で指定してください。",
    meaning: "the dataset that addresses without `?dataset` show; eight or more letters of its id will do, as in `?dataset`",
    usual: "the newest",
  },
  AYUMI_URL: {
    check: site.optional(),
    wanted: "https://ayumi.example.jp のような、http:// か https:// で始まる、? や # のないアドレスを指定してください。",
    meaning: "the site's public address, for embeds, oEmbed and pictures on other sites; never taken from a request; with a path for `npm run bake` alone",
    usual: "where it listens, for this machine only",
  },
  AYUMI_LICENSE: {
    check: z.string().optional(),
    meaning: "the terms of re-use, as /data, workbooks, charts' metadata and the API's description state them",
    usual: "出典：柏原市, and that the terms are the city's",
  },
  AYUMI_LICENSE_EN: {
    check: z.string().optional(),
    meaning: "the same in English, for the metadata of charts in English",
    usual: "AYUMI_LICENSE as it is; where that is not set, its default in English",
  },
  AYUMI_LICENSE_URL: {
    check: z
      .url({ protocol: /^https?$/ })
      .regex(/^\S+$/)
      .optional(),
    wanted: "http:// か https:// で始まるアドレスを指定してください。",
    meaning: "where those terms stand whole",
    usual: "nowhere",
  },
  AYUMI_SECURITY_CONTACT: {
    check: z
      .string()
      .regex(/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/[^\s/]\S*|tel:\+[\d-]+)$/)
      .optional(),
    wanted: "mailto:、https://、tel:+ のいずれかで始まる連絡先を指定してください。",
    meaning: "where weaknesses are reported, for `/.well-known/security.txt` (RFC 9116)",
    usual: "nowhere, and there is no such file",
  },
  LOG_LEVEL: {
    check: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).prefault("warn"),
    wanted: "trace、debug、info、warn、error、fatal、silent のいずれかを指定してください。",
    meaning: "the log: `info` has each request, `debug` errors with all they say",
  },
  METRICS_PORT: { ...PORT, check: port.optional(), meaning: "a port of their own for Prometheus metrics; with 0 the system chooses one", usual: "off" },
  METRICS_HOST: { check: host.prefault("127.0.0.1"), wanted: HOST, meaning: "the address where metrics are served" },
} as const satisfies Record<string, Variable>;

export type VariableName = keyof typeof VARIABLES;
type Value<Name extends VariableName> = z.output<(typeof VARIABLES)[Name]["check"]>;

/** Most letters of a wrong value that are shown. */
const SHOWN = 100;

/** Says that a variable's value is none, on one line. */
export function refuseVariable(name: VariableName, text: string, wanted = ""): ConfigurationError {
  const variable: Variable = VARIABLES[name];
  return new ConfigurationError(`${name}${variable.secret ? " の値" : `「${text.replace(/\s+/g, " ").slice(0, SHOWN)}」`}は使えません。${wanted}`);
}

/** What a variable says now, without the blanks around it: `npm run bake` sets some. Throws `ConfigurationError`. */
export function readVariable<Name extends VariableName>(name: Name): Value<Name> {
  const variable: Variable = VARIABLES[name];
  const text = process.env[name]?.trim() || undefined;
  const read = variable.check.safeParse(text);
  if (read.success) return read.data as Value<Name>;
  throw refuseVariable(name, text!, variable.wanted);
}

/** Throws `ConfigurationError` for the first variable whose value is none. */
export function checkVariables(): void {
  for (const name of Object.keys(VARIABLES)) readVariable(name as VariableName);
}

/** Throws `ConfigurationError` where `AYUMI_URL` has a path: the server answers at the top of its host alone. */
export function assertNoPath(): void {
  const url = readVariable("AYUMI_URL");
  if (url === undefined || new URL(url).pathname === "/") return;
  throw refuseVariable(
    "AYUMI_URL",
    url,
    `サイトはパスの下では動かないので、${new URL(url).origin} のように指定してください（パスの下に置けるのは npm run bake の写しです）。`,
  );
}

/** Sets variables of this process, or takes them away with `undefined`. */
export function setVariables(values: Partial<Record<VariableName, string | undefined>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

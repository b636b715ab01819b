import { connect } from "node:net";

/** What a server answered, its body as it came. */
export interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Asks for an address letter by letter as it is given, which no client library does. Latin-1 letters stand for bytes. */
export function askRaw(port: number, target: string, headers: readonly string[] = []): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    const chunks: Buffer[] = [];
    socket.setTimeout(10_000, () => socket.destroy(new Error(`no answer to ${JSON.stringify(target)}`)));
    socket.on("error", reject);
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("end", () => resolve(parseAnswer(Buffer.concat(chunks).toString("latin1"))));
    socket.write(Buffer.from([`GET ${target} HTTP/1.1`, "Host: ayumi.example", "Connection: close", ...headers, "", ""].join("\r\n"), "latin1"));
  });
}

function parseAnswer(text: string): RawAnswer {
  const [head, ...rest] = text.split("\r\n\r\n");
  const [line, ...fields] = head!.split("\r\n");
  const headers = Object.fromEntries(fields.map((field) => [field.split(":")[0]!.toLowerCase(), field.slice(field.indexOf(":") + 1).trim()]));
  return { status: Number(line!.split(" ")[1]), headers, body: rest.join("\r\n\r\n") };
}

import { createServer } from "node:net";
import { CommandError } from "@/db/command";

/** Where the site is to listen; without `host`, on every interface. */
export interface ListenAddress {
  port: number;
  host: string | undefined;
}

/** `PORT` (3000; 0 lets the system choose) and `HOST`. Throws `CommandError` for a port that is none. */
export function readListenAddress(env: Record<string, string | undefined>): ListenAddress {
  return { port: readPort("PORT", env.PORT?.trim() || "3000"), host: env.HOST?.trim() || undefined };
}

/** The port that a variable gives. Throws `CommandError` for one that is none. */
export function readPort(name: string, value: string): number {
  const text = value.trim();
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535) {
    throw new CommandError(`${name}「${text}」は使えません。0 から 65535 までの整数を指定してください。`);
  }
  return port;
}

/** Throws `CommandError` where the address cannot be listened on now. */
export async function assertFree(address: ListenAddress): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", (error) => reject(listenFailure(error, address)));
    probe.listen({ ...address, exclusive: true }, () => probe.close(() => resolve()));
  });
}

/** An error of `listen` in words. */
export function listenFailure(error: NodeJS.ErrnoException, { port, host }: ListenAddress): CommandError {
  switch (error.code) {
    case "EADDRINUSE":
      return new CommandError(`ポート ${port} はほかのプログラムが使っています。PORT=${port === 65535 ? 3000 : port + 1} npm start のように、別のポートを指定してください。`);
    case "EACCES":
      return new CommandError(`ポート ${port} を使う権限がありません。1024 以上のポートを PORT で指定してください。`);
    default:
      return new CommandError(`${host ?? ""}:${port} で待ち受けられません（${error.code ?? error.message}）。HOST と PORT を確かめてください。`);
  }
}

import { createServer } from "node:net";
import { CommandError } from "@/db/command";
import { readVariable } from "@/lib/config";

/** Where the site is to listen; without `host`, on every interface. */
export interface ListenAddress {
  port: number;
  host: string | undefined;
}

/** `PORT` and `HOST`. Throws `ConfigurationError`. */
export function readListenAddress(): ListenAddress {
  return { port: readVariable("PORT"), host: readVariable("HOST") };
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
      return new CommandError(
        `ポート ${port} はほかのプログラムが使っています。PORT=${port === 65535 ? 3000 : port + 1} npm start のように、別のポートを指定してください。`,
      );
    case "EACCES":
      return new CommandError(`ポート ${port} を使う権限がありません。1024 以上のポートを PORT で指定してください。`);
    default:
      return new CommandError(`${host ?? ""}:${port} で待ち受けられません（${error.code ?? error.message}）。HOST と PORT を確かめてください。`);
  }
}

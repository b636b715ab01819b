import { connect, type Socket } from "node:net";

/** An answer as it came over a connection of its own, until the server closed that. */
export interface RawAnswer {
  /** 0 where nothing came. */
  status: number;
  head: string;
  body: string;
}

/** Sends bytes as they are, and waits until the server has closed the connection; it closes none itself. */
export function sendRaw(port: number, text: string): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true }, () => socket.write(text, "latin1"));
    const finish = () => {
      socket.destroy();
      const [head = "", ...body] = Buffer.concat(chunks).toString("latin1").split("\r\n\r\n");
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), head, body: body.join("\r\n\r\n") });
    };
    socket
      .on("data", (chunk: Buffer) => chunks.push(chunk))
      .on("end", finish)
      .on("error", finish)
      .on("close", finish);
  });
}

/** Opens a connection, sends bytes and does nothing more: it reads nothing, and closes nothing. */
export function holdOpen(port: number, text: string): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true }, () => socket.write(text, "latin1", () => resolve(socket)));
    socket.pause();
    socket.on("error", () => {});
  });
}

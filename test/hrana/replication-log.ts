import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Refusal } from "./tokens";

/** Bytes of a page, which replication fixes. */
const PAGE = 4096;

/** What an embedded replica is answered. */
export interface ReplicationAnswer {
  status: number;
  type: string;
  headers?: Record<string, string>;
  body: Buffer | string;
}

/**
 * How replicas copy: `rpc` as libSQL's own server speaks it (`wal_log.ReplicationLog` over gRPC-Web), `http` as Turso's
 * (`/info`, `/export`, `/sync`). A replica asks for `/info` first, and takes a success for the latter.
 */
export type ReplicationProtocol = "rpc" | "http";

/** A page as it came to be. `size` is that of the whole database in pages where a transaction ends with it, else 0. */
interface Frame {
  page: number;
  size: number;
  bytes: Buffer;
}

/**
 * The log that an embedded replica copies a server's database by (github.com/tursodatabase/libsql,
 * `libsql-replication/proto/replication_log.proto`, `libsql-replication/src/frame.rs`, `libsql/src/sync.rs`). Each
 * question appends the pages that differ from those sent before, the last of them as the end of a transaction.
 */
export class ReplicationLog {
  private readonly id = randomUUID();
  private readonly session = randomUUID();
  private readonly pages: Buffer[] = [];
  private readonly frames: Frame[] = [];
  /** The database as it was first asked for, over HTTP, and how many frames that was. */
  private base: { bytes: Buffer; frames: number } | null = null;

  constructor(
    private readonly file: string,
    private readonly protocol: ReplicationProtocol,
  ) {}

  /** Answers a request, or refuses it; `null` where it is not about replication, or in the other protocol. */
  answer(url: string, request: Buffer, refusal: Refusal | null = null): ReplicationAnswer | null {
    const method = /^\/wal_log\.ReplicationLog\/(Hello|BatchLogEntries)$/.exec(url)?.[1];
    if (this.protocol === "rpc") return method ? (refusal ? refuseCall(refusal) : this.answerCall(method, request)) : null;
    if (!/^\/(?:info|export|sync)\b/.test(url)) return null;
    return refusal ? { status: refusal.status, type: "application/json", body: JSON.stringify({ error: refusal.message }) } : this.answerHttp(url);
  }

  private answerCall(method: string, request: Buffer): ReplicationAnswer {
    this.append();
    const last = this.frames.length - 1;
    const message =
      method === "Hello"
        ? [field(1, this.id), number(2, 0), field(3, this.id), field(4, this.session), ...(last < 0 ? [] : [number(5, last)])]
        : this.frames
            .map(printLogFrame)
            .slice(readOffset(request))
            .map((frame) => field(1, field(1, frame)));
    return { status: 200, type: "application/grpc-web+proto", body: frameAnswer(Buffer.concat(message)) };
  }

  private answerHttp(url: string): ReplicationAnswer {
    this.append();
    this.base ??= { bytes: Buffer.concat(this.pages), frames: this.frames.length };
    if (url === "/info") return { status: 200, type: "application/json", body: '{"current_generation":1}' };
    if (url === "/export/1") return { status: 200, type: "application/octet-stream", body: this.base.bytes };
    const [from = 1, to = 1] = (/^\/sync\/1\/(\d+)\/(\d+)$/.exec(url) ?? []).slice(1).map(Number);
    const wanted = this.frames.slice(this.base.frames).slice(from - 1, to - 1);
    if (wanted.length === 0) return { status: 400, type: "application/json", body: '{"generation":1}' };
    return { status: 200, type: "application/octet-stream", body: Buffer.concat(wanted.map(printWalFrame)) };
  }

  private append(): void {
    const bytes = readFileSync(this.file);
    if (bytes.readUInt16BE(16) !== PAGE) throw new Error(`replication copies pages of ${PAGE} bytes, not of ${bytes.readUInt16BE(16)}`);
    const count = bytes.length / PAGE;
    const changed = Array.from({ length: count }, (_, at) => at).filter((at) => !this.pages[at]?.equals(bytes.subarray(at * PAGE, (at + 1) * PAGE)));
    for (const at of changed) {
      const own = Buffer.from(bytes.subarray(at * PAGE, (at + 1) * PAGE));
      this.pages[at] = own;
      this.frames.push({ page: at + 1, size: at === changed.at(-1) ? count : 0, bytes: own });
    }
  }
}

/** A call's status is among its trailers, which stand in the head where nothing else is answered; 16 is UNAUTHENTICATED. */
function refuseCall({ message }: Refusal): ReplicationAnswer {
  return { status: 200, type: "application/grpc-web+proto", headers: { "grpc-status": "16", "grpc-message": encodeURIComponent(message) }, body: "" };
}

/** Number, checksum (not looked at), page and size, little-endian. */
function printLogFrame({ page, size, bytes }: Frame, index: number): Buffer {
  const header = Buffer.alloc(24);
  header.writeBigUInt64LE(BigInt(index), 0);
  header.writeUInt32LE(page, 16);
  header.writeUInt32LE(size, 20);
  return Buffer.concat([header, bytes]);
}

/** As in SQLite's write-ahead log (https://sqlite.org/fileformat2.html, 4.1): page and size, big-endian; its checks are not looked at. */
function printWalFrame({ page, size, bytes }: Frame): Buffer {
  const header = Buffer.alloc(24);
  header.writeUInt32BE(page, 0);
  header.writeUInt32BE(size, 4);
  return Buffer.concat([header, bytes]);
}

/** A message and the trailers that end a call well, as gRPC-Web sends them. */
function frameAnswer(message: Buffer): Buffer {
  return Buffer.concat([prefix(0, message.length), message, prefix(0x80, TRAILERS.length), TRAILERS]);
}

const TRAILERS = Buffer.from("grpc-status:0\r\n");

function prefix(flag: number, length: number): Buffer {
  const bytes = Buffer.from([flag, 0, 0, 0, 0]);
  bytes.writeUInt32BE(length, 1);
  return bytes;
}

/** `next_offset`, the first field of a `LogOffset` behind the message's prefix; 0 where it is left out. */
function readOffset(request: Buffer): number {
  const message = request.subarray(5);
  if (message[0] !== 0x08) return 0;
  let value = 0;
  for (let at = 1, shift = 1; ; at += 1, shift *= 128) {
    value += (message[at]! & 0x7f) * shift;
    if (message[at]! < 0x80) return value;
  }
}

/** A protobuf field of bytes or text. */
function field(id: number, value: Buffer | string): Buffer {
  const bytes = typeof value === "string" ? Buffer.from(value) : value;
  return Buffer.concat([varint(id * 8 + 2), varint(bytes.length), bytes]);
}

/** A protobuf field of an unsigned number. */
function number(id: number, value: number): Buffer {
  return Buffer.concat([varint(id * 8), varint(value)]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return Buffer.from([...bytes, left]);
    bytes.push((left % 128) | 0x80);
  }
}

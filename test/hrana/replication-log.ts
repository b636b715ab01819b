import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import Database from "libsql";

/** Bytes of a page, which replication fixes, and of what comes before it in a frame. */
const PAGE = 4096;
const HEADER = 24;

/** A method of the service and its whole answer, framed; `null` where the service has no such method. */
export type Answer = Buffer | null;

/**
 * The log that an embedded replica copies a server's database by: libSQL's service `wal_log.ReplicationLog`, of which
 * a replica calls `Hello` and `BatchLogEntries`, over gRPC-Web (github.com/tursodatabase/libsql,
 * `libsql-replication/proto/replication_log.proto` and `src/frame.rs`). Each call appends to the log the pages that
 * differ from those sent before, the last of them as the end of a transaction.
 */
export class ReplicationLog {
  private readonly id = randomUUID();
  private readonly session = randomUUID();
  private readonly pages: Buffer[] = [];
  private readonly frames: Buffer[] = [];

  constructor(private readonly file: string) {}

  /** Answers a call of the method of that name, whose request is a gRPC message with its prefix. */
  answer(method: string, request: Buffer): Answer {
    if (method !== "Hello" && method !== "BatchLogEntries") return null;
    this.append();
    if (method === "BatchLogEntries") return frameAnswer(Buffer.concat(this.frames.slice(readOffset(request)).map((frame) => field(1, field(1, frame)))));
    const last = this.frames.length - 1;
    return frameAnswer(Buffer.concat([field(1, this.id), number(2, 0), field(3, this.id), field(4, this.session), ...(last < 0 ? [] : [number(5, last)])]));
  }

  private append(): void {
    const database = new Database(this.file);
    database.exec("pragma wal_checkpoint(truncate)");
    database.close();
    const bytes = readFileSync(this.file);
    const count = bytes.length / PAGE;
    const changed = Array.from({ length: count }, (_, at) => at).filter((at) => !this.pages[at]?.equals(page(bytes, at)));
    for (const at of changed) {
      const header = Buffer.alloc(HEADER);
      header.writeBigUInt64LE(BigInt(this.frames.length), 0);
      header.writeUInt32LE(at + 1, 16);
      header.writeUInt32LE(at === changed.at(-1) ? count : 0, 20);
      this.pages[at] = Buffer.from(page(bytes, at));
      this.frames.push(Buffer.concat([header, this.pages[at]]));
    }
  }
}

function page(bytes: Buffer, at: number): Buffer {
  return bytes.subarray(at * PAGE, (at + 1) * PAGE);
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

/** `next_offset`, the first field of a `LogOffset`; 0 where it is left out. */
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
  const bytes = Buffer.from(value as string);
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

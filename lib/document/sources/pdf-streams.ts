import { constants, inflateSync } from "node:zlib";
import { LIMITS } from "@/lib/domain/limits";
import { refuseSource } from "./source-rows";

/** What a stream that cannot be unpacked counts for: nobody knows how far it came. */
const BROKEN = 1024 * 1024;

/**
 * Refuses a PDF of which the packed streams unpack to more than there may be, before it is read. Those within each other
 * are unpacked so, too; of other ways to pack, none makes a thousand bytes of one.
 */
export function weighStreams(bytes: Uint8Array): void {
  const text = new TextDecoder("latin1").decode(bytes);
  let left: number = LIMITS.unpackedBytes;
  for (const { index, 0: start } of text.matchAll(/(?<!end)stream(?:\r\n|\r|\n)/g)) {
    let packed = bytes.subarray(index + start.length);
    while (isPacked(packed)) {
      packed = unpack(packed, left);
      left -= packed.length || BROKEN;
      if (left <= 0) refuseSource("unpacks-too-large", LIMITS.unpackedBytes - left, LIMITS.unpackedBytes);
    }
  }
}

/** Whether bytes begin as zlib's do. */
function isPacked(bytes: Uint8Array): boolean {
  return bytes.length > 2 && (bytes[0]! & 15) === 8 && (bytes[0]! * 256 + bytes[1]!) % 31 === 0;
}

function unpack(bytes: Uint8Array, most: number): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE"
      ? refuseSource("unpacks-too-large", most + 1, LIMITS.unpackedBytes)
      : new Uint8Array();
  }
}

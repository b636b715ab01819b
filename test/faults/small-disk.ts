import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";

const mounted: string[] = [];

/** A memory disk of so many KiB at this folder; `false` where this user may not mount one. */
export function mountDisk(folder: string, kibibytes: number): boolean {
  mkdirSync(folder, { recursive: true });
  if (!run("mount", ["-t", "tmpfs", "-o", `size=${kibibytes}k`, "ayumi-test", folder])) return false;
  mounted.push(folder);
  return true;
}

/** Makes such a disk read-only, or writable again. */
export function remountDisk(folder: string, mode: "ro" | "rw"): void {
  execFileSync("mount", ["-o", `remount,${mode}`, folder]);
}

/** Takes all of them away. */
export function unmountDisks(): void {
  for (const folder of mounted.splice(0)) run("umount", ["-l", folder]);
}

function run(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, [...args], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

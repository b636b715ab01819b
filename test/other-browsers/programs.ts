import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import type { StartedBrowser } from "./driver";
import { startFirefox } from "./firefox";
import { startWebkit } from "./webkit";

const run = promisify(execFile);

/** A browser that is installed, and how it is started with a folder for what it keeps. */
export interface InstalledBrowser {
  name: "firefox" | "webkit";
  start(folder: string, looks: { dark: boolean }): Promise<StartedBrowser>;
}

/** What is looked for, and what Debian calls its packages. */
const PACKAGES = { firefox: "firefox-esr", webkit: "webkit2gtk-driver gir1.2-webkit2-4.1 python3-gi xvfb" } as const;

/** Both browsers. Throws, saying what to install, where a part of one is missing. */
export async function findBrowsers(): Promise<InstalledBrowser[]> {
  const firefox = findCommand("firefox-esr") ?? findCommand("firefox");
  const webkit = findCommand("WebKitWebDriver");
  const hasWindow = await run("/usr/bin/python3", ["-c", 'import gi; gi.require_version("WebKit2", "4.1"); gi.require_version("Gtk", "3.0")']).then(
    () => findCommand("Xvfb") !== null,
    () => false,
  );
  const missing = [!firefox && PACKAGES.firefox, !(webkit && hasWindow) && PACKAGES.webkit].filter(Boolean);
  if (missing.length > 0)
    throw new Error(`Firefox or WebKitGTK is missing. Install on Debian: apt-get install -y --no-install-recommends ${missing.join(" ")}`);
  return [
    { name: "firefox", start: (folder, looks) => startFirefox(firefox!, folder, looks) },
    { name: "webkit", start: (folder, looks) => startWebkit(webkit!, folder, looks) },
  ];
}

function findCommand(name: string): string | null {
  for (const folder of (process.env.PATH ?? "").split(path.delimiter).filter(Boolean)) {
    try {
      const file = path.join(folder, name);
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // not in this folder
    }
  }
  return null;
}

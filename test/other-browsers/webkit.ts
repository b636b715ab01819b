import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { findPort } from "../free-port";
import { awaitTrue, type Command, endProcess, type StartedBrowser } from "./driver";

const WINDOW = path.join(import.meta.dirname, "webkit-window.py");

/** Method and path of each command, below the session's. */
const PATHS: Record<Command, [method: "GET" | "POST" | "DELETE", path: string]> = {
  Navigate: ["POST", "/url"],
  SetWindowRect: ["POST", "/window/rect"],
  ExecuteScript: ["POST", "/execute/sync"],
  SwitchToFrame: ["POST", "/frame"],
  SwitchToWindow: ["POST", "/window"],
  GetWindowHandles: ["GET", "/window/handles"],
  CloseWindow: ["DELETE", "/window"],
  ElementClick: ["POST", "/element/{id}/click"],
  PerformActions: ["POST", "/actions"],
  TakeScreenshot: ["GET", "/screenshot"],
};

/** WebKitGTK by its WebKitWebDriver, on a screen that nobody sees. */
export async function startWebkit(command: string, folder: string, { dark }: { dark: boolean }): Promise<StartedBrowser> {
  const data = mkdtempSync(path.join(folder, "webkit-"));
  const log = path.join(data, "console.txt");
  writeFileSync(log, "");
  const { screen, display } = await startScreen();
  const port = await findPort();
  const env = { ...process.env, DISPLAY: display, GTK_THEME: dark ? "Adwaita:dark" : "Adwaita", GDK_BACKEND: "x11", NO_AT_BRIDGE: "1" };
  const driver = spawn(command, [`--port=${port}`], { env, stdio: "ignore" });
  const ask = async (method: string, at: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${at}`, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = (await answer.json()) as { value: { error?: string; message?: string } | null };
    if (!answer.ok) throw new Error(`${value?.error}: ${value?.message}`);
    return value;
  };
  await awaitTrue("WebKitWebDriver starts", () => ask("GET", "/status").then(Boolean, () => false));
  const options = { binary: WINDOW, args: [data, log] };
  const { sessionId } = (await ask("POST", "/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } } })) as { sessionId: string };
  let read = 0;
  return {
    name: "WebKitGTK",
    send(name, parameters = {}) {
      const [method, at] = PATHS[name];
      const { id } = parameters as { id?: string };
      return ask(method, `/session/${sessionId}${at.replace("{id}", String(id))}`, method === "POST" ? parameters : undefined);
    },
    async takeConsole() {
      const text = readFileSync(log, "utf8").slice(read);
      read += text.length;
      return text.split("\n").filter((line) => /\bCONSOLE\b/.test(line));
    },
    async stop() {
      await ask("DELETE", `/session/${sessionId}`).catch(() => {});
      await endProcess(driver);
      await endProcess(screen);
    },
  };
}

async function startScreen(): Promise<{ screen: ChildProcess; display: string }> {
  const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = (await once(screen.stdio[3]!, "data")) as [Buffer];
  return { screen, display: `:${number.toString().trim()}` };
}

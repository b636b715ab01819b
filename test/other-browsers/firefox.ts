import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { awaitTrue, endProcess, type StartedBrowser } from "./driver";
import { connectMarionette } from "./marionette";

/** A page's own complaints, not the browser's about itself nor those about being measured while it loads. */
const TAKE_CONSOLE = `
const storage = Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage);
const ofPage = (address) => /^(?:https?|data|blob):/.test(address);
const errors = Services.console.getMessageArray()
  .filter((message) => message instanceof Ci.nsIScriptError && message.category !== "Layout" && ofPage(message.sourceName) && !(message.flags & Ci.nsIScriptError.infoFlag))
  .map(({ category, errorMessage, sourceName, lineNumber }) => category + " " + sourceName + ":" + lineNumber + " " + errorMessage);
const said = storage.getEvents()
  .filter(({ filename }) => ofPage(filename))
  .map(({ level, filename, arguments: values }) => level + " " + filename + " " + values.map(String).join(" "));
Services.console.reset();
storage.clearEvents();
return [...errors, ...said];`;

/** The browser's own window is never below 450 px wide. */
const NARROW_WINDOW = `document.documentElement.style.minWidth = "0"`;

/** Asks nothing of anybody, and takes commands on any port. */
const PREFERENCES = {
  "marionette.port": 0,
  "remote.active-protocols": 0,
  "browser.shell.checkDefaultBrowser": false,
  // It would complain of the icon of a host that a sandbox makes a stranger to itself.
  "browser.chrome.site_icons": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "app.normandy.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
};

/** Firefox with an empty profile and no screen. Dark where the reader's system is to be so. */
export async function startFirefox(command: string, folder: string, { dark }: { dark: boolean }): Promise<StartedBrowser> {
  const profile = mkdtempSync(path.join(folder, "firefox-"));
  const preferences = Object.entries({ ...PREFERENCES, "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1 });
  writeFileSync(path.join(profile, "user.js"), preferences.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${value});\n`).join(""));
  const child = spawn(command, ["--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile", profile], { stdio: "ignore" });
  const portFile = path.join(profile, "MarionetteActivePort");
  await awaitTrue("Firefox starts", async () => existsSync(portFile) && readFileSync(portFile, "utf8") !== "");
  const { send, close } = await connectMarionette(Number(readFileSync(portFile, "utf8")));
  const inWindow = async (script: string): Promise<unknown> => {
    await send("Marionette:SetContext", { value: "chrome" });
    const { value } = await send("WebDriver:ExecuteScript", { script, args: [] });
    await send("Marionette:SetContext", { value: "content" });
    return value;
  };
  await send("WebDriver:NewSession", { capabilities: {} });
  await inWindow(NARROW_WINDOW);
  return {
    name: "Firefox",
    async send(command_, parameters = {}) {
      const result = await send(`WebDriver:${command_}`, parameters);
      return result !== null && "value" in result ? result.value : result;
    },
    takeConsole: async () => (await inWindow(TAKE_CONSOLE)) as string[],
    async stop() {
      await send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => {});
      close();
      await endProcess(child);
    },
  };
}

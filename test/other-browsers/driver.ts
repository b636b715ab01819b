import type { ChildProcess } from "node:child_process";

/** Commands of W3C WebDriver (https://www.w3.org/TR/webdriver2/), by the names that Firefox's Marionette has for them. */
export type Command =
  | "Navigate"
  | "SetWindowRect"
  | "ExecuteScript"
  | "SwitchToFrame"
  | "SwitchToWindow"
  | "GetWindowHandles"
  | "CloseWindow"
  | "ElementClick"
  | "PerformActions"
  | "TakeScreenshot";

/** A started browser, and how it takes commands. */
export interface StartedBrowser {
  name: string;
  /** Answers the command's value; rejects with the browser's own message. */
  send(command: Command, parameters?: object): Promise<unknown>;
  /** What the pages' consoles have said since it was last asked, violated policies included, a line each. */
  takeConsole(): Promise<string[]>;
  stop(): Promise<void>;
}

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const HEIGHT = 900;
const PATIENCE = 15_000;

/** An element of a page, as WebDriver refers to it. */
export type ElementReference = { [ELEMENT]: string };

/** A browser's window, driven as both browsers can be. Scripts run in the frame that was last switched to. */
export interface Driver extends Pick<StartedBrowser, "name" | "takeConsole" | "stop"> {
  /** Makes the window's page so wide, 900 px high, and goes to the address. */
  open(url: string, width: number): Promise<void>;
  run<Value>(script: string, ...values: unknown[]): Promise<Value>;
  /** Goes on in the frame at a place of the page, from 0; `null` for the page itself. */
  enter(frame: number | null): Promise<void>;
  click(element: ElementReference): Promise<void>;
  /** Scrolls to an element and rests the pointer on its middle. */
  point(element: ElementReference): Promise<void>;
  pressEnter(): Promise<void>;
  /** The address and heading of the tab that an act opens, which is closed again; `null` where it opens none. Goes on in the page. */
  follow(act: () => Promise<void>): Promise<{ url: string; headings: number } | null>;
  /** Leaves page and frame for nothing, so that the next starts afresh. */
  leave(): Promise<void>;
  screenshot(): Promise<Buffer>;
}

export function drive({ name, send, takeConsole, stop }: StartedBrowser): Driver {
  const run = async <Value>(script: string, ...args: unknown[]) => (await send("ExecuteScript", { script, args })) as Value;
  const handles = async () => (await send("GetWindowHandles")) as string[];
  const goTo = (handle: string) => send("SwitchToWindow", { handle });
  const press = (type: "keyDown" | "keyUp") => ({ type, value: "\uE007" });
  return {
    name,
    takeConsole,
    stop,
    run,
    async open(url, width) {
      await send("SetWindowRect", { width, height: HEIGHT });
      await send("Navigate", { url });
      await awaitTrue(`${name} makes its window ${width} px wide`, () => run<boolean>("return innerWidth === arguments[0]", width));
    },
    enter: async (id) => void (await send("SwitchToFrame", { id })),
    click: async (element) => void (await send("ElementClick", { id: element[ELEMENT] })),
    async point(element) {
      await run("arguments[0].scrollIntoView({ block: 'center' })", element);
      const move = (origin: ElementReference | "viewport") => ({ type: "pointerMove", x: 0, y: 0, duration: 0, origin });
      await send("PerformActions", {
        actions: [{ type: "pointer", id: "pointer", parameters: { pointerType: "mouse" }, actions: [move("viewport"), move(element)] }],
      });
    },
    pressEnter: async () => void (await send("PerformActions", { actions: [{ type: "key", id: "keys", actions: [press("keyDown"), press("keyUp")] }] })),
    async follow(act) {
      const before = await handles();
      await act();
      let opened: string | undefined;
      const came = async () => {
        opened = (await handles()).find((handle) => !before.includes(handle));
        return opened !== undefined;
      };
      if (!(await isSoonTrue(came, PATIENCE))) return null;
      await goTo(opened!);
      await isSoonTrue(() => run<boolean>("return document.readyState === 'complete' && location.href !== 'about:blank'"), PATIENCE);
      const found = await run<{ url: string; headings: number }>("return { url: location.href, headings: document.querySelectorAll('h1').length }");
      await send("CloseWindow");
      await goTo(before[0]!);
      return found;
    },
    async leave() {
      await send("SwitchToFrame", { id: null });
      await send("Navigate", { url: "about:blank" });
    },
    screenshot: async () => Buffer.from((await send("TakeScreenshot", { full: false })) as string, "base64"),
  };
}

/** Whether something becomes true within some milliseconds. */
export async function isSoonTrue(check: () => Promise<boolean>, patience = PATIENCE): Promise<boolean> {
  for (const until = Date.now() + patience; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 50))) if (await check()) return true;
  return false;
}

/** Waits until something is true. Rejects, saying what is not, where it does not become so. */
export async function awaitTrue(what: string, check: () => Promise<boolean>): Promise<void> {
  if (!(await isSoonTrue(check))) throw new Error(`not within ${PATIENCE / 1000} s: ${what}`);
}

/** Throws where a page's console has said something. */
export function assertQuiet(complaints: readonly string[]): void {
  if (complaints.length > 0) throw new Error(`the console says ${complaints.join("\n")}`);
}

/** Ends a process and waits until it has. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGTERM");
  await ended;
}

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { WHOLE, WHOLE_ONLY } from "./whole";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");
const setupFiles = ["test/seed.ts"];
const common = { esbuild: { jsx: "automatic" as const }, resolve: { alias: { "@": root } } };

export default defineConfig({
  root,
  test: {
    // Half of the work is waiting: for a browser, for another process. By itself Vitest takes one worker less than cores.
    maxWorkers: 2,
    projects: [
      {
        ...common,
        root,
        test: {
          name: "rules",
          setupFiles,
          globalSetup: ["test/db/bundle-commands.ts"],
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/browser/**", "test/faults/**"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...common,
        root,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          exclude: WHOLE ? [] : WHOLE_ONLY,
          setupFiles,
          globalSetup: ["test/browser/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // A shared machine may starve a browser for seconds. The report says which test was tried again: look into it.
          retry: 1,
          // After the rules, so that the browser has the machine to itself.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

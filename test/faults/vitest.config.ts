import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

export default defineConfig({
  root,
  esbuild: { jsx: "automatic" },
  resolve: { alias: { "@": root } },
  test: {
    include: ["test/faults/**/*.test.ts"],
    globalSetup: ["test/faults/build-site.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    retry: 1,
  },
});

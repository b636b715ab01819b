import { defineConfig } from "drizzle-kit";

// A new table's SQL is edited after `npm run db:generate`: STRICT, and the two append-only triggers (test/db/schema.test.ts).
export default defineConfig({ dialect: "sqlite", schema: ["./db/schema.ts", "./db/dataset-schema.ts", "./db/decision-schema.ts"], out: "./db/migrations" });

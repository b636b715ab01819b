import { defineConfig } from "drizzle-kit";

// A new table's SQL is edited after `npm run db:generate`: STRICT, and the two append-only triggers (test/db/schema/schema.test.ts).
export default defineConfig({
  dialect: "sqlite",
  schema: ["./db/schema/readings.ts", "./db/schema/plans.ts", "./db/schema/datasets.ts", "./db/schema/decisions.ts", "./db/schema/intake.ts"],
  out: "./db/migrations",
});

import { failureCode } from "./failure";

/** Attempts before a conflict with another writer is given up. */
const ATTEMPTS = 8;

/**
 * Runs `work` again where another process wrote at the same moment: the store was busy, or that process took the
 * same key. `work` must start from what the store then holds. Other errors pass, and so does the last conflict.
 */
export async function retryOnConflict<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * 2 ** attempt));
    }
  }
}

function isConflict(error: unknown): boolean {
  const { code, message } = failureCode(error);
  if (code === "SQLITE_BUSY" || code === "SQLITE_LOCKED") return true;
  return /UNIQUE constraint failed|already exists|duplicate column/i.test(message);
}

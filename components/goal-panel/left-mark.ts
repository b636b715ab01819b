/** Where a page that closes a panel leaves word for the page that follows. */
const KEY = "ayumi-left";

/** Notes the goal whose panel is closed. A browser that keeps nothing gives no focus back. */
export function keepLeft(goal: string): void {
  try {
    sessionStorage.setItem(KEY, goal);
  } catch {
    // Kept nowhere.
  }
}

/** The goal whose panel was closed just now, told once. */
export function takeLeft(): string | null {
  try {
    const goal = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return goal;
  } catch {
    return null;
  }
}

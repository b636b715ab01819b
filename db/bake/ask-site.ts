import { setTimeout as wait } from "node:timers/promises";
import { CommandError } from "../command";
import { failureCode } from "../connection/failure";

/** How often the site is asked for an address, and how long it is waited before the second time, in milliseconds; each wait doubles. */
const TIMES = 5;
const FIRST_WAIT = 250;

/**
 * Asks the site that is baked for an address. A busy machine may close a connection, or put a request off, that a later
 * one answers: it is asked again. Throws `CommandError` where no answer comes.
 */
export async function askSite(site: string, href: string, firstWait = FIRST_WAIT): Promise<Response> {
  for (let time = 1; ; time++) {
    const last = time === TIMES;
    try {
      const answer = await fetch(site + href, { redirect: "manual", headers: { "accept-encoding": "identity" } });
      if (answer.status !== 503 || last) return answer;
      await answer.body?.cancel();
    } catch (error) {
      if (last) throw new CommandError(`サイトの ${href} から応答がないため、書き出せません（${failureCode(error).cause.slice(0, 200)}）。`);
    }
    await wait(firstWait * 2 ** (time - 1));
  }
}

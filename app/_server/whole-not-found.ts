import { type Captured, type CaptureRequest, captureAnswer, type Handler } from "./capture";

/** An address of no page, which Next.js answers with all of app/not-found.tsx. */
const NOWHERE = "/_not-found";

/** How Next.js begins the page of a `notFound()` that a page throws: without language or content, for scripts to fill. */
const SHELL = '<html id="__next_error__"';

/** As `captureAnswer`; the whole page of what is not there takes the place of the shell that Next.js answers for it, so that it can be read without scripts. */
export async function captureWholeAnswer(handle: Handler, asked: CaptureRequest): Promise<Captured> {
  const captured = await captureAnswer(handle, asked);
  const isShell = captured.status === 404 && captured.body.subarray(0, 200).includes(SHELL);
  return isShell ? captureAnswer(handle, { ...asked, url: NOWHERE }) : captured;
}

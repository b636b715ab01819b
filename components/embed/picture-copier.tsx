"use client";

import { useEffect } from "react";
import { embedJa } from "@/lib/texts/embed-ja";

const { copying, copied, notCopied } = embedJa.picture;

/** Lets each button of a page's charts (`data-picture`, its PNG's address) copy the picture. They stand in markup that React leaves alone. */
export function PictureCopier() {
  useEffect(() => {
    function press({ target }: MouseEvent) {
      const button = target instanceof Element ? target.closest<HTMLElement>("button[data-picture]") : null;
      if (button) void copy(button);
    }
    document.addEventListener("click", press);
    return () => document.removeEventListener("click", press);
  }, []);
  return null;
}

/** Copies a button's picture and says how it went: a page without https has no clipboard, and a browser may forbid it. */
async function copy(button: HTMLElement): Promise<void> {
  const said = button.firstElementChild!;
  if (said.textContent === copying) return;
  said.textContent = copying;
  try {
    // The picture is promised, as Safari lets nobody write who has waited since the press.
    await navigator.clipboard.write([new ClipboardItem({ "image/png": fetchPicture(button.dataset.picture!) })]);
    said.textContent = copied;
  } catch {
    said.textContent = notCopied;
  }
}

async function fetchPicture(href: string): Promise<Blob> {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`${href} answers ${answer.status}`);
  return answer.blob();
}

"use client";

import { useState } from "react";
import { Button } from "../ui/button";

/** Copies a text; there only where scripts run, since the text beside it can be selected without. */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  }
  return (
    <Button type="button" scripted onClick={() => void copy()}>
      <span aria-live="polite">{copied ? done : label}</span>
    </Button>
  );
}

"use client";

import { useState } from "react";
import { Button } from "../ui/button";

interface CopyButtonProps {
  text: string;
  /** Id of the field that holds the text, in which it is selected where it cannot be copied. */
  field: string;
  label: string;
  done: string;
  selected: string;
}

/** Copies a text; there only where scripts run, since the text beside it can be selected without. */
export function CopyButton({ text, field, label, done, selected }: CopyButtonProps) {
  const [said, setSaid] = useState(label);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(done);
    } catch {
      // A page without https has no clipboard, and a browser may forbid it.
      document.querySelector<HTMLTextAreaElement>(`#${CSS.escape(field)}`)?.select();
      setSaid(document.execCommand("copy") ? done : selected);
    }
  }
  return (
    <Button type="button" scripted onClick={() => void copy()}>
      <span aria-live="polite">{said}</span>
    </Button>
  );
}

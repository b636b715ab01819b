"use client";

import { createElement, type HTMLAttributes, useState } from "react";
import { findMarkup } from "./markup-store";

interface StillMarkupProps extends HTMLAttributes<HTMLElement> {
  as: string;
  name: string;
}

/** The element of a `Still`: on the server with its markup, in a browser with what stands in the page already. */
export function StillMarkup({ as, name, ...attributes }: StillMarkupProps) {
  const [markup] = useState(() => (typeof window === "undefined" ? findMarkup(name) : (document.querySelector(`[data-still="${name}"]`)?.innerHTML ?? "")));
  return createElement(as, { ...attributes, "data-still": name, suppressHydrationWarning: true, dangerouslySetInnerHTML: { __html: markup } });
}

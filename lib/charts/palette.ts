/** Colours of drawings that stand outside the site's pages. The same as the tokens in app/globals.css; a test holds them together. */
export interface Palette {
  paper: string;
  surface: string;
  ink: string;
  "ink-soft": string;
  rule: string;
  "rule-strong": string;
  link: string;
  focus: string;
  "rating-a": string;
  "rating-b": string;
  "rating-c": string;
  "rating-d": string;
  "rating-e": string;
  "rating-ink": string;
  "fate-on": string;
  "fate-off": string;
  flow: string;
}

export const LIGHT: Palette = {
  paper: "#ffffff",
  surface: "#f5f6f8",
  ink: "#1a1a1c",
  "ink-soft": "#4c4f56",
  rule: "#d3d6db",
  "rule-strong": "#767b85",
  link: "#0017c1",
  focus: "#000000",
  "rating-a": "#00316a",
  "rating-b": "#0066be",
  "rating-c": "#a85600",
  "rating-d": "#a8112f",
  "rating-e": "#5f646d",
  "rating-ink": "#ffffff",
  "fate-on": "#00695c",
  "fate-off": "#5f646d",
  flow: "#00695c",
};

export const DARK: Palette = {
  paper: "#14161a",
  surface: "#1e2127",
  ink: "#ededf0",
  "ink-soft": "#b9bec8",
  rule: "#3b4049",
  "rule-strong": "#8b919c",
  link: "#9db7f9",
  focus: "#ffffff",
  "rating-a": "#b3d4ff",
  "rating-b": "#62a3f5",
  "rating-c": "#f2aa4c",
  "rating-d": "#ff8095",
  "rating-e": "#a5abb6",
  "rating-ink": "#101216",
  "fate-on": "#57c7b3",
  "fate-off": "#a5abb6",
  flow: "#57c7b3",
};

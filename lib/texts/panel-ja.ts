/** Texts of the panel that tells of a goal beside a chart, in Japanese. */
export const panelJa = {
  open: "この目標を開く",
  close: "閉じる",
  before: (year: string) => `${year}の記載`,
} as const;

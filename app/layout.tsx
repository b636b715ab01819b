import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "./globals.css";
import { ja } from "@/lib/texts/ja";

export const metadata: Metadata = {
  title: { default: `${ja.site.name}　${ja.site.tagline}`, template: `%s｜${ja.site.name}` },
  description: ja.site.description,
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = { colorScheme: "light dark" };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="ja">
      <body>{children}</body>
    </html>
  );
}

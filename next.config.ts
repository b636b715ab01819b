import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Metadata in <head> for every reader: streamed metadata needs JavaScript to reach it.
  htmlLimitedBots: /.*/,
  // `npm test` checks types; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Pages hold no pictures but drawings; the server in front refuses /_next/image too.
  images: { unoptimized: true },
  serverExternalPackages: ["@libsql/client", "libsql", "@resvg/resvg-js", "fflate", "write-excel-file"],
};

export default config;

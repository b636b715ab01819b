import { spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import { NGINX_FILE } from "@/db/bake/nginx";

const PLACES = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx"];

/** Serves a baked folder by an installed nginx with the configuration in it, on a free loopback port; `null` where there is none. */
export async function startNginx(folder: string, scratch: string): Promise<{ origin: string; stop(): Promise<void> } | null> {
  const program = PLACES.find((place) => existsSync(place));
  if (!program) return null;
  const port = await findFreePort();
  const home = path.join(scratch, "nginx");
  mkdirSync(path.join(home, "temp"), { recursive: true });
  const temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${home}/temp/${name};`).join(" ");
  const file = path.join(home, "nginx.conf");
  writeFileSync(
    file,
    // Started by root, its workers would be another user, who cannot read temporary folders.
    `${process.getuid?.() === 0 ? "user root; " : ""}daemon off; pid ${home}/nginx.pid; worker_processes 1; error_log stderr; events { worker_connections 512; }
http { access_log off; sendfile on; keepalive_requests 1000000; ${temp}
  server { listen 127.0.0.1:${port}; root ${folder}; include ${folder}/${NGINX_FILE}; } }
`,
  );
  const child = spawn(program, ["-c", file, "-p", home, "-e", "stderr"], { stdio: ["ignore", "ignore", "pipe"] });
  let output = "";
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; ; attempt += 1) {
    const up = await fetch(origin, { method: "HEAD" }).then(
      () => true,
      () => false,
    );
    if (up) break;
    if (attempt > 50 || child.exitCode !== null) throw new Error(`nginx did not start:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    origin,
    stop: async () => {
      child.kill("SIGQUIT");
      await ended;
    },
  };
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

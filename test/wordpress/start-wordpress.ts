import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findPort } from "../free-port";

/** Where Debian's packages put WordPress and MariaDB's server. */
const WORDPRESS = "/usr/share/wordpress";
const MARIADB = "/usr/sbin/mariadbd";

export interface WordPress {
  origin: string;
  /** Publishes a post for each of some addresses, as an author pastes it, and answers the posts' own. */
  publish(addresses: readonly string[]): string[];
  stop(): Promise<void>;
}

/** A real WordPress on a free port of this machine, over a database in the folder; `null` where it is not installed. */
export async function startWordPress(folder: string): Promise<WordPress | null> {
  if (!existsSync(WORDPRESS) || !existsSync(MARIADB)) return null;
  const port = await findPort();
  const origin = `http://127.0.0.1:${port}`;
  const socket = path.join(folder, "db.sock");
  const database = await startDatabase(folder, socket);
  const root = path.join(folder, "wordpress");
  cpSync(WORDPRESS, root, { recursive: true, dereference: true });
  writeFileSync(path.join(root, "wp-config.php"), printConfig(socket, origin));
  mkdirSync(path.join(root, "wp-content", "mu-plugins"), { recursive: true });
  writeFileSync(path.join(root, "wp-content", "mu-plugins", "loopback.php"), LOOPBACK);
  const php = (script: string) =>
    execFileSync("php", ["-d", "sendmail_path=/bin/true", "-r", script], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  php(
    `define('WP_INSTALLING', true); require 'wp-load.php'; require 'wp-admin/includes/upgrade.php'; wp_install('架空の新聞', 'admin', 'admin@example.jp', true, '', 'trial');`,
  );
  const server = spawn("php", ["-S", `127.0.0.1:${port}`, "-t", root], { stdio: "ignore" });
  await awaitAnswer(origin, server);
  return {
    origin,
    publish(addresses) {
      const list = JSON.stringify(addresses).replaceAll("\\", "\\\\").replaceAll("'", "\\'");
      const ids = php(`require 'wp-load.php'; $ids = [];
        foreach (json_decode('${list}') as $url) $ids[] = wp_insert_post(['post_title' => '記事', 'post_status' => 'publish', 'post_author' => 1,
          'post_content' => '<!-- wp:embed ' . json_encode(['url' => $url]) . ' --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">' . "\\n$url\\n" . '</div></figure><!-- /wp:embed -->']);
        echo json_encode($ids);`);
      return (JSON.parse(ids) as number[]).map((id) => `${origin}/?p=${id}`);
    },
    async stop() {
      for (const child of [server, database]) {
        const ended = new Promise((resolve) => child.once("close", resolve));
        child.kill("SIGTERM");
        await ended;
      }
    },
  };
}

async function startDatabase(folder: string, socket: string): Promise<ChildProcess> {
  const data = path.join(folder, "db");
  const user = `--user=${execFileSync("id", ["-un"], { encoding: "utf8" }).trim()}`;
  execFileSync("mariadb-install-db", ["--no-defaults", user, `--datadir=${data}`, "--auth-root-authentication-method=normal", "--skip-test-db"], {
    stdio: "ignore",
  });
  const child = spawn(MARIADB, ["--no-defaults", user, `--datadir=${data}`, `--socket=${socket}`, "--skip-networking", `--pid-file=${data}/pid`], {
    stdio: "ignore",
  });
  for (let tries = 0; !existsSync(socket); tries++) {
    if (tries > 150 || child.exitCode !== null) throw new Error("MariaDB does not start");
    await sleep(200);
  }
  execFileSync("mariadb", ["--no-defaults", `--socket=${socket}`, "-u", "root", "-e", "create database wordpress character set utf8mb4"], { stdio: "ignore" });
  return child;
}

/** A WordPress asks no address of its own machine, which is where the site under trial is. */
const LOOPBACK = `<?php
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', fn($ports, $host, $url) => [...$ports, (int) parse_url($url, PHP_URL_PORT)], 10, 3);
`;

function printConfig(socket: string, origin: string): string {
  return `<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_HOST', 'localhost:${socket}'); define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', '${origin}'); define('WP_SITEURL', '${origin}'); define('DISABLE_WP_CRON', true); define('WP_HTTP_BLOCK_EXTERNAL', false); define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;
}

async function awaitAnswer(origin: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (server.exitCode !== null) throw new Error("PHP's server does not start");
    const answer = await fetch(origin, { redirect: "manual" }).catch(() => null);
    if (answer && answer.status < 500) return;
    await sleep(200);
  }
  throw new Error("WordPress does not answer");
}

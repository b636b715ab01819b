import { HASHED_NAME, ICONS, VIEW_NAME } from "./address";

/** Name of the configuration in the baked folder. */
export const NGINX_FILE = "ayumi-nginx.conf";

/**
 * What leads out of a folder, or ends a file's name, written as it is or by its code, however often that is encoded. A
 * backslash is \x5c, since nginx takes one of two in a row away.
 */
const WAY_OUT = String.raw`\.\.|[/\x5c]|%(?:25)*(?:2e|2f|5c|00)`;

/** A folder that no bake has: no query is named so. */
const NOWHERE = "/q/?";

/**
 * What nginx needs inside a `server` block, besides `listen` and `root`: the site's own addresses with their queries, the
 * compressed forms, and the headers that files cannot carry.
 */
export function printNginx(dataset: string): string {
  return `# Baked by Ayumi. In a server block: root DIR; include DIR/${NGINX_FILE};
server_tokens off;
gzip_static on;
# brotli_static on;   # where nginx has that module

# Files are looked for once in 5 s at most.
open_file_cache max=20000 inactive=60s;
open_file_cache_valid 5s;
open_file_cache_errors on;

# What a query asks for lies under /q/; the baked dataset needs no naming.
set $view /q/$args;
if ($args = "") { set $view ""; }
if ($args = "dataset=${dataset}") { set $view ""; }
if ($args ~ "^dataset=${dataset}&(.+)$") { set $view /q/$1; }
if ($args ~ "^(.+)&dataset=${dataset}(&.+)?$") { set $view /q/$1$2; }
# Addresses under /q/ and icons are whole without their queries.
if ($uri ~ "^/(q/|${ICONS.map((icon) => `${icon.slice(1).replace(".", "\\.")}$`).join("|")})") { set $view ""; }
# A query is no path: what names no folder under /q/, or could lead out of it, finds nothing. These stand last, since each
# rule above sets $view anew.
if ($view !~ "^(?:/q/(?!${HASHED_NAME}|\\.+$)${VIEW_NAME})?$") { set $view ${NOWHERE}; }
if ($args ~* "${WAY_OUT}") { set $view ${NOWHERE}; }

# Pages carry their own policy; who may frame them is told here. Of an embed it is left unsaid: by * no page from disk, of
# an app or in a sandbox could.
set $policy "frame-ancestors 'none'";
set $origin "";
set $embedder "";
set $resource "";
if ($uri ~ "^(/q/[^/]+)?/embed/.") { set $policy ""; set $origin "*"; set $embedder require-corp; set $resource cross-origin; }
if ($uri ~ "^(/q/[^/]+)?/(api/|embed/[^.]+\\.)") { set $policy "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"; set $origin "*"; set $embedder ""; set $resource cross-origin; }
add_header Content-Security-Policy $policy always;
add_header Access-Control-Allow-Origin $origin always;
add_header Cross-Origin-Embedder-Policy $embedder always;
add_header Cross-Origin-Resource-Policy $resource always;
add_header X-Content-Type-Options nosniff always;
add_header Referrer-Policy strict-origin-when-cross-origin always;
add_header Cache-Control "public, max-age=60, stale-while-revalidate=600";
add_header Vary Accept-Encoding;

charset utf-8;
charset_types text/html text/css text/csv text/plain application/xml application/atom+xml application/json application/javascript image/svg+xml;
types {
  text/html html;
  text/csv csv;
  text/plain txt;
  application/xml xml;
  application/atom+xml atom;
  application/ld+json jsonld;
  application/json json;
  application/javascript js;
  image/svg+xml svg;
  image/png png;
  image/x-icon ico;
  application/zip zip;
  application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx;
  application/vnd.openxmlformats-officedocument.wordprocessingml.document docx;
}
default_type application/octet-stream;

error_page 404 /404.html;
location / { try_files $view$uri $view$uri/index.html =404; }
location = /404.html { internal; }
# What is no address of the site: the bake's own files, compressed forms by their names, and anything put in by others.
location ~* "^/ayumi-(?:bake\\.json|nginx\\.conf)|\\.(?:gz|br)$|/\\.(?!well-known/)" { return 404; }
`;
}

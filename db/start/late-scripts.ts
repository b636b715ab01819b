const SCRIPT = /<script src="(\/_next\/static\/[\w./~-]+\.js)"[^>]* async=""[^>]*><\/script>/g;
const PRELOAD = /<link rel="preload" as="script"[^>]*\/?>/g;

/** Adds scripts once the browser has painted. React finds them by these two attributes, and adds none again. */
const LOADER = `requestAnimationFrame(()=>setTimeout(()=>{for(const src of SOURCES){const script=document.createElement("script");script.setAttribute("async","");script.setAttribute("src",src);document.head.append(script)}}))`;

/**
 * Has a page's scripts fetched and run after its first paint: everything can be read and followed without them, and
 * they would keep the processor from painting.
 */
export function delayScripts(html: string): string {
  const sources = [...html.matchAll(SCRIPT)].map(([, source]) => source!);
  const end = html.lastIndexOf("</body>");
  if (sources.length === 0 || end === -1) return html;
  const loader = `<script>${LOADER.replace("SOURCES", JSON.stringify([...new Set(sources)]))}</script>`;
  return `${html.slice(0, end)}${loader}${html.slice(end)}`.replace(SCRIPT, "").replace(PRELOAD, "");
}

import { FIT } from "@/lib/parameters/looks";
import { HEIGHT_MESSAGE } from "./height-message";

/** Milliseconds after which the height is told again, should the frame not have been drawn meanwhile: what is not drawn is not observed. */
const LATER = [300, 2000] as const;

/** Pixels above which WordPress lets no frame grow: there a higher page goes on fitting into it. */
const WORDPRESS_MOST = 1000;

/**
 * Runs in an embedded page that was asked for by `resize=1`. Once the page that holds it asks, it is laid out at its own
 * height, which it tells then and whenever that changes. The height is the body's, which shrinks, too; the document's
 * never gets below the frame's. WordPress frames a page with `#?secret=…` and lets its links lead nowhere: there it
 * tells its height and the links that are followed in WordPress's messages (wp-includes/js/wp-embed.js: `message`,
 * `value`, `secret`).
 */
export const RESIZE_SCRIPT = `(()=>{const secret=(/secret=(\\w+)/.exec(location.hash)||[])[1],root=document.documentElement;let last=0,watch;const say=data=>parent.postMessage(data,"*"),tell=()=>{root.className="";const height=Math.ceil(document.body.getBoundingClientRect().height);if(secret&&height>${WORDPRESS_MOST})root.className="${FIT.name}";if(height!==last)say(secret?{message:"height",value:height,secret}:{type:"${HEIGHT_MESSAGE.type}",version:${HEIGHT_MESSAGE.version},height});last=height},start=()=>{last=0;tell();for(const wait of ${JSON.stringify(LATER)})setTimeout(tell,wait);if(!watch)(watch=new ResizeObserver(tell)).observe(document.body)};addEventListener("message",({data,source})=>{if(source===parent&&data&&(data.type==="${HEIGHT_MESSAGE.asking}"||data.message==="ready"))start()});if(secret){start();addEventListener("click",event=>{const link=event.target.closest("a:not([target=_self])");if(link){event.preventDefault();say({message:"link",value:new URL(link.getAttribute("href"),location).href,secret})}})}})()`;

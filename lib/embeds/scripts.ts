import { hostParameters, ownParameters } from "@/lib/parameters/charts";
import { FIT, HEIGHT } from "@/lib/parameters/looks";

/** Type and version of the message in which an embedded page tells its height, and of the one that asks for it. */
const HEIGHT_MESSAGE = { type: "ayumi:height", asking: "ayumi:ask", version: 1 } as const;

/** Least and greatest height in pixels that the host's script gives a frame. */
const HEIGHT_RANGE = { least: 80, most: 20000 } as const;

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

/**
 * `/embed/v1.js`: lets every frame of the site's charts that stands on the page, or comes later, follow its content's
 * height, and makes such a frame of each `<ayumi-chart chart="…">` and each `<script data-chart="…">` of its own.
 * Attributes besides `chart` become the chart's parameters, but `title`, which is the frame's name unless it is 0, and
 * `height`, which is the frame's until the chart has told its own unless `fit` is 1, in the order in which the site's own links have them; several values of one are parted by commas, and a backslash leads a comma that is
 * part of a value. A message counts only from such a frame's own window and this script's origin (from a sandboxed frame,
 * which has none, by its window alone), and only as a number within bounds.
 */
export const HOST_SCRIPT = `(()=>{
const own=document.currentScript,found=own||document.querySelector('script[src*="/embed/v1.js"]');
if(!found)return;
const base=new URL(found.src).origin,frames=new Set();
const names=${JSON.stringify(hostParameters())},only=${JSON.stringify(ownParameters())};
const ask=frame=>frame.contentWindow&&frame.contentWindow.postMessage({type:"${HEIGHT_MESSAGE.asking}",version:${HEIGHT_MESSAGE.version}},"*");
const adopt=frame=>{
if(frames.has(frame))return;
frames.add(frame);
frame.addEventListener("load",()=>ask(frame));
const url=new URL(frame.src);
if(url.searchParams.get("resize")==="1")return ask(frame);
url.searchParams.set("resize","1");
frame.src=url.href};
const isChart=frame=>frame.src.startsWith(base+"/")&&/\\/embed\\/[a-z-]+(?:[?#]|$)/.test(frame.src);
const look=root=>{if(root.querySelectorAll)for(const frame of root.matches&&root.matches("iframe")?[root]:root.querySelectorAll("iframe"))if(isChart(frame))adopt(frame)};
const address=read=>{
const query=new URLSearchParams();
for(const name of names)if(!only[name]||only[name].includes(read("chart")))for(const value of(name==="title"&&read(name)!=="0"||name==="${HEIGHT.name}"&&read("${FIT.name}")!=="1"?"":read(name)||"").match(/(?:\\\\[^]|[^,\\\\])+/g)||[])query.append(name,value.replace(/\\\\([^])/g,"$1"));
query.set("resize","1");
return base+"/embed/"+read("chart")+"?"+query};
const nameOf=read=>{const title=read("title");return title&&title!=="0"?title:read("lang")==="en"?"Chart by Ayumi":"あゆみの図"};
const make=read=>{
if(!/^[a-z-]+$/.test(read("chart")||""))return null;
const frame=document.createElement("iframe");
frame.src=address(read);
frame.title=nameOf(read);
frame.loading="lazy";
frame.style.cssText="width:100%;border:0;display:block;height:"+(parseInt(read("height"),10)||480)+"px";
adopt(frame);
return frame};
addEventListener("message",({data,origin,source})=>{
if(!data||data.type!=="${HEIGHT_MESSAGE.type}"||data.version!==${HEIGHT_MESSAGE.version})return;
const {height}=data;
if(typeof height!=="number"||!(height>=${HEIGHT_RANGE.least}&&height<=${HEIGHT_RANGE.most}))return;
for(const frame of frames)if(!frame.isConnected)frames.delete(frame);else if(frame.contentWindow===source&&(origin===base||origin==="null"&&frame.hasAttribute("sandbox")))frame.style.height=Math.ceil(height)+"px"});
if(own&&own.dataset.chart){const frame=make(name=>own.getAttribute("data-"+name));if(frame)own.replaceWith(frame)}
look(document);
new MutationObserver(changes=>{for(const {addedNodes,target,type} of changes)type==="attributes"?look(target):addedNodes.forEach(look)}).observe(document.documentElement,{childList:true,subtree:true,attributeFilter:["src"]});
if(!customElements.get("ayumi-chart"))customElements.define("ayumi-chart",class extends HTMLElement{
static observedAttributes=["chart","${FIT.name}",...names];
connectedCallback(){this.draw()}
attributeChangedCallback(name,before,after){if(this.isConnected&&before!==after)this.draw()}
draw(){
const read=name=>this.getAttribute(name);
if(this.frame&&this.contains(this.frame)&&/^[a-z-]+$/.test(read("chart")||"")){
const src=address(read);
if(this.frame.src!==src)this.frame.src=src;
this.frame.title=nameOf(read);
return}
this.frame=make(read);
if(this.frame){this.style.display="block";this.replaceChildren(this.frame)}}})
})()`;

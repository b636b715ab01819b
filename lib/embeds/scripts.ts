import { hostParameters } from "@/lib/parameters/charts";

/** Type and version of the message in which an embedded page tells its height. */
const HEIGHT_MESSAGE = { type: "ayumi:height", version: 1 } as const;

/** Least and greatest height in pixels that the host's script gives a frame. */
const HEIGHT_RANGE = { least: 80, most: 20000 } as const;

/**
 * Runs in an embedded page that `/embed/v1.js` asked for: tells the page that holds it how high its content is, and
 * again whenever that changes. The height is the body's, which shrinks, too; the document's never gets below the frame's.
 */
export const RESIZE_SCRIPT = `(()=>{let last=0;const tell=()=>{const height=Math.ceil(document.body.getBoundingClientRect().height);if(height!==last)parent.postMessage({type:"${HEIGHT_MESSAGE.type}",version:${HEIGHT_MESSAGE.version},height:last=height},"*")};new ResizeObserver(tell).observe(document.body);tell()})()`;

/**
 * `/embed/v1.js`: replaces each `<ayumi-chart chart="…">` and each `<script data-chart="…">` of its own by a frame that
 * follows its content's height. Attributes besides `chart`, `title` and `height` become the chart's parameters, in the order
 * in which the site's own links have them; several values of one are parted by commas, and a backslash leads a comma that is
 * part of a value. A message counts only from the frame's own window and this script's origin, and
 * only as a number within bounds.
 */
export const HOST_SCRIPT = `(()=>{
const own=document.currentScript,base=new URL(own.src).origin,frames=new Map();
const names=${JSON.stringify(hostParameters())};
const make=(read,instead)=>{
const chart=read("chart");
if(!/^[a-z-]+$/.test(chart||""))return;
const query=new URLSearchParams();
for(const name of names)for(const value of(read(name)||"").match(/(?:\\\\[^]|[^,\\\\])+/g)||[])query.append(name,value.replace(/\\\\([^])/g,"$1"));
query.set("resize","1");
const frame=document.createElement("iframe");
frame.src=base+"/embed/"+chart+"?"+query;
frame.title=read("title")||"あゆみの図";
frame.loading="lazy";
frame.style.cssText="width:100%;border:0;display:block;height:"+(parseInt(read("height"),10)||480)+"px";
if(instead)instead.replaceWith(frame);
return frame};
addEventListener("message",({data,origin,source})=>{
if(origin!==base||!data||data.type!=="${HEIGHT_MESSAGE.type}"||data.version!==${HEIGHT_MESSAGE.version})return;
const {height}=data;
if(typeof height!=="number"||!(height>=${HEIGHT_RANGE.least}&&height<=${HEIGHT_RANGE.most}))return;
for(const frame of document.querySelectorAll("iframe"))if(frames.has(frame)&&frame.contentWindow===source)frame.style.height=Math.ceil(height)+"px"});
const keep=frame=>{if(frame)frames.set(frame,1);return frame};
if(own.dataset.chart)keep(make(name=>own.dataset[name],own));
if(!customElements.get("ayumi-chart"))customElements.define("ayumi-chart",class extends HTMLElement{connectedCallback(){if(this.firstElementChild)return;const frame=keep(make(name=>this.getAttribute(name)));if(frame){this.style.display="block";this.replaceChildren(frame)}}})
})()`;

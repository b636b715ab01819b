import { hostParameters, ownParameters } from "@/lib/parameters/charts";
import { FIT, HEIGHT, HEIGHT_RANGE, TITLE } from "@/lib/parameters/looks";
import { HEIGHT_MESSAGE } from "./height-message";

/** Least and greatest height in pixels that a frame may tell the host's script. */
const HEIGHT_TOLD = { least: 80, most: 20000 } as const;

/**
 * `/embed/v1.js`: lets every frame of the site's charts that stands on the page, comes later, or is led to another chart,
 * follow its content's height, and makes such a frame of each `<ayumi-chart chart="…">` and each `<script data-chart="…">`
 * of its own. A module does not know by which script it came: it serves the sites of all such scripts of the page. A
 * frame that shows something is led on in its place, so that a reader's way back is no longer for it.
 *
 * Attributes besides `chart` become the chart's parameters, in the order in which the site's own links have them; several
 * values of one are parted by commas, and a backslash leads a comma that is part of a value. `title` is the frame's name
 * unless it is 0, and `height` the frame's until the chart has told its own, unless `fit` is 1. A message counts only from
 * such a frame's own window and its origin (by its window alone where a sandbox, its own or its page's, leaves it none), and
 * only as a number within bounds.
 */
export const HOST_SCRIPT = `(()=>{
const own=document.currentScript,sites=(own?[own]:[...document.querySelectorAll('script[src*="/embed/v1.js"]')]).map(({src})=>new URL("..",src).href.slice(0,-1)),[base]=sites;
if(!base)return;
const frames=new Set();
const names=${JSON.stringify(hostParameters())},only=${JSON.stringify(ownParameters())};
const isName=chart=>/^[a-z-]+$/.test(chart||"");
const ask=frame=>frame.contentWindow&&frame.contentWindow.postMessage({type:"${HEIGHT_MESSAGE.asking}",version:${HEIGHT_MESSAGE.version}},"*");
const loaded=({target})=>ask(target);
const isEmpty=({contentWindow})=>{try{return !contentWindow||contentWindow.location.href==="about:blank"}catch{return false}};
const lead=(frame,href)=>{if(isEmpty(frame))frame.src=href;else frame.contentWindow.location.replace(href)};
const adopt=frame=>{
frames.add(frame);
frame.addEventListener("load",loaded);
const url=new URL(frame.src);
if(url.searchParams.get("resize")==="1")return ask(frame);
url.searchParams.set("resize","1");
lead(frame,url.href)};
const isChart=({src})=>sites.some(site=>src.startsWith(site+"/"))&&/\\/embed\\/[a-z-]+(?:[?#]|$)/.test(src);
const look=root=>{if(root.querySelectorAll)for(const frame of root.matches&&root.matches("iframe")?[root]:root.querySelectorAll("iframe"))if(isChart(frame))adopt(frame)};
const pixels=read=>parseInt((/^\\s*(\\d+)(\\.\\d+)?\\s*(px)?\\s*$/.exec(read("${HEIGHT.name}"))||[])[1],10)||0;
const passed=(read,name)=>{
if(name==="${TITLE.name}"&&read(name)!=="0")return"";
if(name!=="${HEIGHT.name}")return read(name)||"";
const height=pixels(read);
return height&&read("${FIT.name}")==="1"?""+Math.min(Math.max(height,${HEIGHT_RANGE.least}),${HEIGHT_RANGE.most}):""};
const address=read=>{
const query=new URLSearchParams();
for(const name of names)if(!only[name]||only[name].includes(read("chart")))for(const value of passed(read,name).match(/(?:\\\\[^]|[^,\\\\])+/g)||[])query.append(name,value.replace(/\\\\([^])/g,"$1"));
query.set("resize","1");
return base+"/embed/"+read("chart")+"?"+query};
const nameOf=read=>{const title=read("title");return title&&title!=="0"?title:read("lang")==="en"?"Chart by Ayumi":"あゆみの図"};
const make=read=>{
if(!isName(read("chart")))return null;
const frame=document.createElement("iframe");
frame.src=address(read);
frame.title=nameOf(read);
frame.loading="lazy";
frame.style.cssText="width:100%;border:0;display:block;height:"+(pixels(read)||480)+"px";
adopt(frame);
return frame};
const edges=frame=>{const style=getComputedStyle(frame);return style.boxSizing==="border-box"?frame.offsetHeight-frame.clientHeight+parseFloat(style.paddingTop)+parseFloat(style.paddingBottom):0};
addEventListener("message",({data,origin,source})=>{
if(!data||data.type!=="${HEIGHT_MESSAGE.type}"||data.version!==${HEIGHT_MESSAGE.version})return;
const {height}=data;
if(typeof height!=="number"||!(height>=${HEIGHT_TOLD.least}&&height<=${HEIGHT_TOLD.most}))return;
for(const frame of frames)if(!frame.isConnected)frames.delete(frame);else if(frame.contentWindow===source&&isChart(frame)&&(origin===new URL(frame.src).origin||origin==="null"&&(self.origin===origin||frame.hasAttribute("sandbox"))))frame.style.height=Math.ceil(height+edges(frame))+"px"});
if(own&&own.dataset.chart){const frame=make(name=>own.getAttribute("data-"+name));if(frame)own.replaceWith(frame)}
look(document);
new MutationObserver(changes=>{for(const {addedNodes,target,type} of changes)type==="attributes"?look(target):addedNodes.forEach(look)}).observe(document.documentElement,{childList:true,subtree:true,attributeFilter:["src"]});
if(!customElements.get("ayumi-chart"))customElements.define("ayumi-chart",class extends HTMLElement{
static observedAttributes=["chart","${FIT.name}",...names];
connectedCallback(){this.draw()}
attributeChangedCallback(name,before,after){if(this.isConnected&&before!==after)this.draw()}
draw(){
const read=name=>this.getAttribute(name);
let {frame}=this;
if(!isName(read("chart"))){if(frame)frame.remove();this.frame=null;return}
if(!frame||!this.contains(frame)){
this.frame=frame=make(read);
this.style.display="block";
this.replaceChildren(frame)}
const src=address(read);
if(isEmpty(frame)?frame.src!==src:this.shown!==src)lead(frame,src);
this.shown=src;
frame.title=nameOf(read);
adopt(frame)}})
})()`;

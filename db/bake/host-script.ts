/** What differs between the script of other sites' pages on the live site (lib/embeds/scripts.ts) and on baked files. */
const CHANGES: readonly (readonly [string, (dataset: string) => string])[] = [
  // The copy may lie under a path.
  [`base=new URL(own.src).origin`, () => `home=new URL(own.src).origin,base=new URL("..",own.src).href.slice(0,-1)`],
  [`origin!==base`, () => `origin!==home`],
  [`query.set("resize","1");`, (dataset) => `if(query.get("dataset")==="${dataset}")query.delete("dataset");query.set("resize","1");`],
  [`base+"/embed/"+chart+"?"+query`, () => `base+"/q/"+encodeURIComponent(query)+"/embed/"+chart`],
];

/** `/embed/v1.js` for baked files of a dataset. Throws where the live script no longer has what is changed. */
export function bakeHostScript(script: string, dataset: string): string {
  return CHANGES.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`/embed/v1.js holds no single ${from}`);
    return text.replace(from, () => to(dataset));
  }, script);
}

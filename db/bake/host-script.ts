/** What differs between the script of other sites' pages on the live site (lib/embeds/scripts.ts) and on baked files. */
const CHANGES: readonly (readonly [string, (dataset: string) => string])[] = [
  // What is not baked as a form that tells its height has none.
  [`url.searchParams.set("resize","1");\nlead(frame,url.href)`, () => `if(/resize(=|%3D)1/i.test(url.pathname))ask(frame)`],
  [`query.set("resize","1");\nreturn`, (dataset) => `if(query.get("dataset")==="${dataset}")query.delete("dataset");\nquery.set("resize","1");\nreturn`],
  [`base+"/embed/"+read("chart")+"?"+query`, () => `base+"/q/"+encodeURIComponent(query)+"/embed/"+read("chart")`],
];

/** `/embed/v1.js` for baked files of a dataset. Throws where the live script no longer has what is changed. */
export function bakeHostScript(script: string, dataset: string): string {
  return CHANGES.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`/embed/v1.js holds no single ${from}`);
    return text.replace(from, () => to(dataset));
  }, script);
}

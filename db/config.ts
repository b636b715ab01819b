import path from "node:path";
import { pathToFileURL } from "node:url";
import { readVariable } from "@/lib/config";
import type { Language } from "@/lib/texts/language";
import { readCityFile } from "./city-file";
import type { City } from "./city-schema";

/** Folder that commands and the web process run in: the project's top. */
const ROOT = process.cwd();

/** The store's migrations, as drizzle-kit writes them. */
export const MIGRATIONS_FOLDER = path.join(ROOT, "db", "migrations");

/** The folder that holds what is a city's own: `ayumi.json`, its documents, its decisions (`AYUMI_DATA`, from the project's top; `db` there). */
export function dataFolder(): string {
  return path.resolve(ROOT, readVariable("AYUMI_DATA"));
}

/** Where `ingest` looks when no path is named. */
export function documentsFolder(): string {
  return path.join(dataFolder(), "documents");
}

/** The planners' decisions about continuations, which `ingest` takes in when no path is named. */
export function decisionsFile(): string {
  return path.join(dataFolder(), "decisions", "continuations.json");
}

/** On globalThis, because Next.js loads this module once for pages and once for files. */
const store = globalThis as typeof globalThis & { ayumiCities?: Map<string, City>; ayumiListens?: string };

/** What the data folder's `ayumi.json` says, read once by each process. Throws `DataFolderError` where it cannot be used. */
export function dataCity(): City {
  const cities = (store.ayumiCities ??= new Map());
  const file = path.join(dataFolder(), "ayumi.json");
  let city = cities.get(file);
  if (!city) cities.set(file, (city = readCityFile(file)));
  return city;
}

/** What differs where order or reorganisations do: what is made of rows depends on it besides the dataset. */
export function dataCityKey(): string {
  const { departments, policyAreas, reorganisations } = dataCity();
  return JSON.stringify([departments, policyAreas, reorganisations]);
}

/** Whether documents are of the data folder's own municipality. */
export function isHomeOfData(): boolean {
  return (readVariable("AYUMI_MUNICIPALITY") ?? null) === null;
}

/**
 * Municipality of documents that name none, and the one whose ids stand without a prefix: the data folder's, or another
 * (`AYUMI_MUNICIPALITY`), for which nothing is taken from the data folder.
 */
export function homeMunicipality(): string {
  return readVariable("AYUMI_MUNICIPALITY") ?? dataCity().municipality;
}

/** `DATABASE_URL`, or a file below the data folder. */
export function databaseUrl(): string {
  return readVariable("DATABASE_URL") ?? pathToFileURL(path.join(dataFolder(), "data", "ayumi.db")).href;
}

/** What a server is shown (`DATABASE_AUTH_TOKEN`), without the line break that a file of secrets ends with; `null` where there is none. */
export function authToken(): string | null {
  return readVariable("DATABASE_AUTH_TOKEN") ?? null;
}

/** Where web processes keep an embedded replica of the server at `url`, a `file:` URL (`DATABASE_REPLICA`); `null` where there is to be none. */
export function replicaUrl(url: string): string | null {
  return (!url.startsWith("file:") && readVariable("DATABASE_REPLICA")) || null;
}

/**
 * The site's own address for links that leave it (embeds, oEmbed, images for other sites), without a final slash:
 * `AYUMI_URL`, else where it listens. Never taken from a request's headers, which anyone can forge.
 */
export function siteUrl(): string {
  return readVariable("AYUMI_URL") ?? store.ayumiListens ?? "http://localhost:3000";
}

/** Whether that address holds on other machines, as far as it is known: `AYUMI_URL` names it. */
export function hasPublicUrl(): boolean {
  return readVariable("AYUMI_URL") !== undefined;
}

/** Notes where this process listens, or what is to be said in that place: the first word holds. */
export function noteListening(url: string): void {
  store.ayumiListens ??= url;
}

/** Terms of re-use (`AYUMI_LICENSE`), as the data page, workbooks, charts' metadata and the API's description state them; of charts in English `AYUMI_LICENSE_EN`. The default claims nothing that the city has not granted. */
export function licence(language: Language = "ja"): string {
  const [home, stated] = [homeMunicipality(), readVariable("AYUMI_LICENSE")];
  if (language === "en") return readVariable("AYUMI_LICENSE_EN") ?? stated ?? `Source: ${home}. The terms of re-use are those of ${home}.`;
  return stated ?? `出典：${home}。再利用の条件は${home}の定めによります。`;
}

/** Where those terms can be read whole (`AYUMI_LICENSE_URL`); `null` where none is set. */
export function licenceUrl(): string | null {
  return readVariable("AYUMI_LICENSE_URL") ?? null;
}

/** Where weaknesses are reported (`AYUMI_SECURITY_CONTACT`); `null` where nobody has said. */
export function securityContact(): string | null {
  return readVariable("AYUMI_SECURITY_CONTACT") ?? null;
}

/**
 * Id of the dataset that addresses without one show (`AYUMI_DATASET`); `undefined` where that is the newest. `npm run
 * bake` sets it, so that what is taken in meanwhile does not mix into its files.
 */
export function shownDataset(): string | undefined {
  return readVariable("AYUMI_DATASET");
}

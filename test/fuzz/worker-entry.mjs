// Worker threads do not take tsx over from `node --import`.
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");

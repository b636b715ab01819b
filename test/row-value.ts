/**
 * A row value before IN (`(a, b) in …`). SQLite 3.47.0, which libSQL's server holds, answers it with nothing where two
 * indices serve it (https://sqlite.org/releaselog/3_47_1.html). Of a function's arguments the name tells.
 */
export const ROW_VALUE_IN = /(?<![\w"])\((?:[^()]|\([^()]*\))*,(?:[^()]|\([^()]*\))*\)\s*(?:not\s+)?in\b/i;

/**
 * What a document may hold. One list for texts, plan JSON and its JSON Schema: generous for what cities publish, and such
 * that what passes can be read in a moment and shown on one page. The two real documents have 203 and 192 lines
 * and six and four goals; a city's edition of all departments has some hundreds of goals, and a department's list of all
 * its projects (事務事業) 300 to 500.
 *
 * Measured with two years of what counts the most (two plans of 500 goals, 2,000 targets and 2,000 initiatives a year,
 * alike in their words, so that much is linked): ingest takes 17 s of processor time and 540 MB, the continuations 2.6 s
 * (of initiatives 3.3 s) on a busy machine, every other page under 1 s. With 3,000 initiatives ingest takes 740 MB, with 5,000 1.5 GB.
 */
export const LIMITS = {
  /** Bytes of a file. A city's edition of all departments has under 1 MB; five years of it as plan JSON, 3 MB. */
  bytes: 8 * 1024 * 1024,
  /** Lines of a document: as many as plan JSON with the most goals and initiatives takes. */
  lines: 100_000,
  /** Characters of a line, in UTF-16 code units: a whole plan as JSON on one line passes. */
  lineLength: 200_000,
  /** Cells of a row. Excel's widest sheets of indicators have under a hundred. */
  cells: 500,
  /** Values, keys and brackets of plan JSON: parsed, each takes about 150 bytes. */
  tokens: 1_000_000,
  /** Brackets within each other. Plan JSON has seven. */
  depth: 50,
  /** Bytes that an office file unpacks to, as far as it is read. Of the two real documents' as Word files, 0.1 MB. */
  unpackedBytes: 64 * 1024 * 1024,
  /** Elements within each other in an office file or a web page: tables within tables take ten each. */
  xmlDepth: 200,
  /** Pages of a PDF. A city's edition of all departments has some sixty. */
  pages: 300,
  /** Signs and ruled lines of a PDF: 3,000 a page are many. */
  marks: 1_000_000,
  /** Ruled lines of a page, their pieces put together: a sheet of Excel's that is ruled all over has some hundreds. */
  rules: 5_000,
  /** Dots of a picture in a PDF: of A3 at 600 dots an inch, 70 million. */
  dots: 100_000_000,
  /** Seconds of the processor that the drawing of a page may be followed, which takes under one: forms within forms can be without end. */
  pageSeconds: 10,
  /** Plans of a document: 20 departments over five years. */
  plans: 100,
  officers: 50,
  paragraphs: 200,
  scaleEntries: 20,
  /** Goals of a plan, and of a document. */
  goals: 500,
  documentGoals: 1_000,
  /** Targets and initiatives of a goal, and of a document. */
  targets: 100,
  documentTargets: 2_000,
  initiatives: 100,
  documentInitiatives: 2_000,
  /** Ratings of the same thing, of several occasions. */
  assessments: 10,
  /** Messages and findings about a document; more of them, and it is no such document. */
  messages: 5_000,
} as const;

/** Longest values, in UTF-16 code units, as JSON Schema nearly counts them. */
export const LENGTHS = {
  municipality: 100,
  department: 200,
  /** A rating as a scale prints it. The store holds no longer one. */
  rating: 100,
  /** A post, a name, a duty, an area, a number, a label. */
  name: 200,
  /** Titles of plans and goals, and units, which may be several: no chart and no row of a table grows without bound. */
  title: 1_000,
  /** A narrative: thirty pages. */
  narrative: 20_000,
} as const;

/**
 * Number of the way documents are read. A stored reading with a lower number may differ from what this
 * reader would give for the same bytes; raise it whenever a reading changes on purpose.
 */
export const READER_VERSION = 2;

/** The first 12 characters of a hash: enough to tell datasets and documents apart on screen and by a file's name. */
export function shortHash(id: string): string {
  return id.slice(0, 12);
}

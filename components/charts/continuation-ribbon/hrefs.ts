/** Where the ribbon's marks and its table's rows lead; the page knows the dataset and the rest of the URL. */
export interface RibbonHrefs {
  /** Page of a goal, or of an initiative's goal. */
  hrefOfItem(key: string): string;
  /** Page of a link with its evidence. */
  hrefOfLink(predecessorKey: string, successorKey: string): string;
}

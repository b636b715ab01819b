/** Makes a layout's choices one after the other, from a list of numbers used round and round. */
export class Layout {
  private next = 0;

  constructor(private readonly choices: readonly number[]) {}

  /** One of the options. */
  pick<T>(...options: readonly [T, ...T[]]): T {
    const choice = this.choices[this.next++ % this.choices.length] ?? 0;
    // The list is shorter than a document has choices: later rounds must not repeat the first.
    const round = Math.floor(this.next / this.choices.length);
    return options[(choice + round * 7) % options.length] ?? options[0];
  }

  /** True once in so many times. */
  chance(times: number): boolean {
    return this.pick(...(Array.from({ length: times }, (_, index) => index === times - 1) as [boolean, ...boolean[]]));
  }
}

/** What an index of tokens can say of a text. */
export interface TermTokens {
  /** All of them stand in every goal that holds it. */
  tokens: string[];
  /** Every goal with all of the tokens holds it; else its texts have to be looked into. */
  exact: boolean;
}

/**
 * The tokens of texts in search form, each once: every character, and every two letters or digits that follow one
 * another within a text.
 */
export function listTokens(forms: readonly string[]): Set<string> {
  const tokens = new Set<string>();
  for (const form of forms) {
    let previous = "";
    for (const character of form) {
      if (character === " ") {
        previous = "";
        continue;
      }
      tokens.add(spell(character));
      const isPart = isLetter(character);
      if (isPart && previous !== "") tokens.add(previous + character);
      previous = isPart ? character : "";
    }
  }
  return tokens;
}

/** The tokens by which a term is looked up: for each of its ways of writing, but for those that hold another. */
export function findTermTokens({ spellings }: { spellings: readonly string[] }): TermTokens[] {
  const least = spellings.filter((spelling) => !spellings.some((other) => other !== spelling && spelling.includes(other)));
  return least.map(findFormTokens);
}

/** Pairs where a text in search form has them, else characters. */
function findFormTokens(form: string): TermTokens {
  const characters = [...form];
  const tokens = new Set<string>();
  let covered = false;
  for (const [index, character] of characters.entries()) {
    const next = characters[index + 1];
    const pairs = next !== undefined && isLetter(character) && isLetter(next);
    if (pairs) tokens.add(character + next);
    else if (!covered && character !== " ") tokens.add(spell(character));
    covered = pairs;
  }
  const isPair = characters.length === 2 && characters.every(isLetter);
  return { tokens: [...tokens], exact: characters.length === 1 || isPair };
}

const LETTERS = new Map<string, boolean>();

function isLetter(character: string): boolean {
  const known = LETTERS.get(character);
  if (known !== undefined) return known;
  const letter = /^[\p{L}\p{N}]$/u.test(character);
  if (LETTERS.size < 40_000) LETTERS.set(character, letter);
  return letter;
}

/** Characters that stand for something in the tokenizer's own settings, spelled by ones that no search form has. */
const SPELLED = new Map([
  ['"', "”"],
  ["'", "’"],
  ["\\", "＼"],
]);

function spell(character: string): string {
  return SPELLED.get(character) ?? character;
}

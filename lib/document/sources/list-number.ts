/** A number of a list as Word and web pages count, by the name of Word's format; `null` for a bullet and for none. */
export function printListNumber(value: number, format: string): string | null {
  switch (format) {
    case "bullet":
    case "none":
      return null;
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return pickFrom(value, 1, 20, 0x2460) ?? pickFrom(value, 21, 35, 0x3251) ?? String(value);
    case "decimalEnclosedParen":
      return pickFrom(value, 1, 20, 0x2474) ?? `(${value})`;
    case "decimalEnclosedFullstop":
      return pickFrom(value, 1, 20, 0x2488) ?? `${value}.`;
    case "decimalFullWidth":
    case "decimalFullWidth2":
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "upperRoman":
      return printRoman(value);
    case "lowerRoman":
      return printRoman(value).toLowerCase();
    case "upperLetter":
      return printLetter(value, 26, (index) => String.fromCharCode(0x41 + index));
    case "lowerLetter":
      return printLetter(value, 26, (index) => String.fromCharCode(0x61 + index));
    case "aiueoFullWidth":
      return printLetter(value, AIUEO.length, (index) => AIUEO[index]!);
    case "aiueo":
      return printLetter(value, AIUEO.length, (index) => NARROW_AIUEO[index]!);
    case "irohaFullWidth":
    case "iroha":
      return printLetter(value, IROHA.length, (index) => IROHA[index]!);
    case "japaneseCounting":
    case "japaneseDigitalTenThousand":
    case "ideographDigital":
    case "chineseCounting":
    case "chineseCountingThousand":
    case "taiwaneseCountingThousand":
      return printKanji(value);
    default:
      return String(value);
  }
}

const AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
const NARROW_AIUEO = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";
const IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン";
const ROMAN: [number, string][] = [
  ...([
    [1000, "M"],
    [900, "CM"],
    [500, "D"],
    [400, "CD"],
    [100, "C"],
    [90, "XC"],
  ] as [number, string][]),
  ...([
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ] as [number, string][]),
];

function pickFrom(value: number, first: number, last: number, code: number): string | null {
  return value >= first && value <= last ? String.fromCharCode(code + value - first) : null;
}

function printRoman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = "";
  for (const [worth, letters] of ROMAN) for (; rest >= worth; rest -= worth) text += letters;
  return text;
}

/** Word goes on with the same letter twice, three times. */
function printLetter(value: number, count: number, letter: (index: number) => string): string {
  return value < 1 || value > count * 5 ? String(value) : letter((value - 1) % count).repeat(Math.ceil(value / count));
}

function printKanji(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return (tens > 1 ? "一二三四五六七八九"[tens - 1]! : "") + (tens > 0 ? "十" : "") + (ones > 0 ? "一二三四五六七八九"[ones - 1]! : "");
}

/**
 * Radicals that PDF fonts give in place of ideographs, and which NFKC leaves alone (CJK Radicals Supplement), each before
 * its ideograph; after Unicode's EquivalentUnifiedIdeograph.txt. Kangxi radicals (⽅) are NFKC's.
 */
const PAIRS =
  "⺁厂⺅亻⺆冂⺉刂⺊卜⺋㔾⺎兀⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺦丬⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糹⺱罓⺲罒⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹" +
  "⻁虎⻂衤⻃覀⻄西⻅見⻆角⻇角⻉貝⻊足⻋車⻌辶⻍辶⻎辶⻏阝⻑長⻒長⻓長⻔門⻖阝⻗雨⻘青⻙韋⻚頁⻛風⻜飛⻝食⻞食⻟飠⻠食⻡首⻢馬⻣骨⻤鬼⻥魚⻦鳥⻧鹵⻨麦⻩黄⻫斉⻬斉⻭歯⻮歯⻯竜⻰竜⻱亀⻲亀⻳亀";

const IDEOGRAPHS = new Map(Array.from({ length: PAIRS.length / 2 }, (_, at) => [PAIRS[2 * at]!, PAIRS[2 * at + 1]!]));

/** A radical of the supplement as its ideograph; any other character as it is. */
export function unfoldRadical(character: string): string {
  return IDEOGRAPHS.get(character) ?? character;
}

import { FICTITIOUS_MARK } from "@/lib/domain/fictitious";

const HEADS = [
  "青",
  "霞",
  "星",
  "雲",
  "月",
  "茜",
  "鈴",
  "萌",
  "汐",
  "楓",
  "藍",
  "涼",
  "蛍",
  "葵",
  "暁",
  "椿",
  "霧",
  "雫",
  "麻",
  "柚",
  "桐",
  "榎",
  "翠",
  "瑠璃",
  "琥珀",
  "珊瑚",
  "胡桃",
  "若菜",
  "千歳",
  "八重",
] as const;
const TAILS = ["ヶ浜", "ヶ原", "見台", "乃里", "渡", "結", "待", "映", "守", "紡", "灯", "織", "巡", "澄", "眺"] as const;
const KINDS = ["市", "市", "市", "町", "町", "村"] as const;
const DIRECTIONS = ["", "東", "西", "南", "北"] as const;

/** How many names there are. */
export const MUNICIPALITY_NAMES = HEADS.length * TAILS.length * DIRECTIONS.length;

/** An invented municipality's name, marked as such: `霞ヶ浜市（架空）`. Different for each index below `MUNICIPALITY_NAMES`. */
export function nameMunicipality(index: number): string {
  const head = HEADS[index % HEADS.length]!;
  const tail = TAILS[Math.floor(index / HEADS.length) % TAILS.length]!;
  const direction = DIRECTIONS[Math.floor(index / (HEADS.length * TAILS.length))]!;
  return `${direction}${head}${tail}${KINDS[index % KINDS.length]}${FICTITIOUS_MARK}`;
}

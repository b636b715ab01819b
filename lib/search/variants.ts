/**
 * Variant kanji, each group led by the character that search takes the others for. From the old forms that 常用漢字表
 * (Cabinet notification no. 2 of 2010) prints in brackets, and, for names and places, from variants that Unicode's Unihan
 * database gives as kZVariant or kSemanticVariant. Compatibility ideographs are not here: NFKC replaces them already.
 */
const VARIANTS = `
高髙 崎﨑碕嵜 辺邊邉 斎齋齊斉 沢澤 浜濱濵 広廣 国國圀 吉𠮷 島嶋嶌 関關 桜櫻 栄榮 塩鹽 円圓 応應 横橫 学學 楽樂 寛寬 巻卷
観觀 顔顏 気氣 亀龜 旧舊 挙擧 峡峽 狭狹 暁曉 勲勳 薫薰 恵惠 渓溪 経經 継繼 県縣 倹儉 剣劍劔 検檢 権權 献獻 顕顯 験驗 厳嚴
効效 恒恆 黄黃 黒黑 済濟 剤劑 雑雜 参參 桟棧 蚕蠶 賛贊 残殘 糸絲 歯齒 児兒 辞辭 湿濕 実實 写寫 釈釋 寿壽 収收 従從 渋澁
獣獸 縦縱 粛肅 処處 緒緖 叙敍 将將 渉涉 焼燒 奨獎 条條 状狀 乗乘 浄淨 剰剩 畳疊 縄繩 壌壤 嬢孃 譲讓 醸釀 触觸 嘱囑 真眞
寝寢 慎愼 尽盡 図圖 粋粹 酔醉 穂穗 随隨 髄髓 枢樞 数數 瀬瀨 声聲 静靜 窃竊 摂攝 専專 浅淺 戦戰 践踐 銭錢 潜潛 繊纖 禅禪
双雙 壮壯 争爭 荘莊 捜搜 挿插 巣巢 曽曾 装裝 総總 騒騷 増增 蔵藏 臓臟 属屬 続續 堕墮 対對 体體 帯帶 滞滯 台臺 滝瀧 択擇
担擔 単單 胆膽 団團 弾彈 断斷 遅遲 痴癡 虫蟲 昼晝 鋳鑄 庁廳 聴聽 鎮鎭 逓遞 鉄鐵鐡 点點 転轉 伝傳 党黨 盗盜 灯燈 当當 闘鬪
徳德悳 独獨 読讀 届屆 弐貳 悩惱 脳腦 覇霸 拝拜 廃廢 売賣 麦麥 発發 髪髮 抜拔 蛮蠻 秘祕 仏佛 払拂 併倂 並竝 弁辨瓣辯 変變
宝寶 豊豐 褒襃 翻飜 毎每 万萬 満滿 黙默 弥彌 訳譯 薬藥 与與 予豫 余餘 誉譽 揺搖 様樣 謡謠 来來 頼賴 乱亂 覧覽 竜龍 両兩
猟獵 緑綠 塁壘 涙淚 礼禮 励勵 戻戾 霊靈 齢齡 暦曆 歴歷 恋戀 錬鍊 炉爐 労勞 楼樓 録錄 湾灣 亜亞 悪惡 圧壓 囲圍 医醫 為爲
壱壹 隠隱 営營 衛衞 駅驛 艶艷 奥奧 温溫 穏穩 仮假 価價 会會 絵繪 壊壞 懐懷 拡擴 殻殼 覚覺 缶罐 巌巖 帰歸 犠犧 拠據 虚虛
駆驅 径徑 茎莖 蛍螢 軽輕 鶏鷄 芸藝 欠缺 圏圈 険險 鉱鑛 号號 砕碎 冊册 桑桒 柳栁 槙槇 遥遙 瑶瑤 尭堯 翠翆 館舘 峰峯 富冨
梅楳 松枩 淵渊渕 野埜 船舩 隣鄰 裏裡 群羣 略畧 秋穐 昇曻 昂昻 間閒 郷鄉鄕 郎郞 芦蘆 蝉蟬 頬頰 剥剝 填塡 掴摑 繋繫
箪簞 噛嚙 鴎鷗 麹麴 屏屛 桧檜 侠俠 倶俱 畑畠 舎舍 青靑 清淸 教敎 産產 彦彥 即卽 既旣 概槪 徴徵 戸戶 税稅 説說 鋭銳 脱脫
閲閱 悦悅 呉吳 娯娛 強强 晩晚 歩步 絶絕 姫姬 研硏 瓶甁 餅餠 尚尙 内內 縁緣
`;

/** Of each variant, the character that search takes it for. */
export const VARIANT_KANJI: ReadonlyMap<string, string> = new Map(
  VARIANTS.trim()
    .split(/\s+/)
    .flatMap((group) => {
      const [usual, ...variants] = [...group];
      return variants.filter((variant) => variant !== usual).map((variant): [string, string] => [variant, usual!]);
    }),
);

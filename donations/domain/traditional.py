"""Traditional characters of the words by which papers are read: 捐款金額 is 捐款金额; names stay as they are written."""

import re

_TRADITIONAL = (
    "萬與專業兩個爲為舉書買產畝親億倉價衆眾優會體餘黨關養內冊寫衝況凍準減幾憑劃創別劑辦務勞區醫協單賣廠釐縣參雙發變疊"
    "號噸聽員諮團國圖圓場塊壇聲壺處備復頭獎學寶實審對屬幣帳賬幫幹並庫應廢開張歸當錄徑態總願戶託掃護報擬撥掛據數無時術"
    "機條來構櫃標欄樣歡歐氣匯彙沒災點熱愛狀獻現電療盞監盤碼種積稱稅筆籤簡簍籃類紅約級納紙線組細織終經結給絡絕統續維編"
    "繳網羣職聯節範薦藥營補裝規視計訂認記許設證識詞話詢詳語說説請諾調謝負財責敗貨質購貼貸費資贖賞贊讚贈車轉輛輸達過運"
    "還進遞採針鈔錢銀鋪銷門閉問間際陸險頁頂項頓預領顆額註後隻佈連週從於圍臺贓撫卹債濟賑摺長隨樂義複懷鄉鎮誤錯緣簽衛檢驗課樓棟訊"
    "繫係傳郵棄禮農曆歷載滿擔誠緊淨僅層剛鎊韓盧"
)
_SIMPLIFIED = (
    "万与专业两个为为举书买产亩亲亿仓价众众优会体余党关养内册写冲况冻准减几凭划创别剂办务劳区医协单卖厂厘县参双发变叠"
    "号吨听员咨团国图圆场块坛声壶处备复头奖学宝实审对属币账账帮干并库应废开张归当录径态总愿户托扫护报拟拨挂据数无时术"
    "机条来构柜标栏样欢欧气汇汇没灾点热爱状献现电疗盏监盘码种积称税笔签简篓篮类红约级纳纸线组细织终经结给络绝统续维编"
    "缴网群职联节范荐药营补装规视计订认记许设证识词话询详语说说请诺调谢负财责败货质购贴贷费资赎赏赞赞赠车转辆输达过运"
    "还进递采针钞钱银铺销门闭问间际陆险页顶项顿预领颗额注后只布连周从于围台赃抚恤债济赈折长随乐义复怀乡镇误错缘签卫检验课楼栋讯"
    "系系传邮弃礼农历历载满担诚紧净仅层刚镑韩卢"
)
GOODS = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
"""The table of those by which goods are read. It stays as it is: units that no table knows are kept as it leaves them, and told apart by it."""
_TRADITIONAL += (
    "隊動貳叄籌屆兒牀園東貧兌馬輪題暫師殘衞燈暱畢議婦難執龍損選賀陽閃溫紀糧歲們齡勸儀齋導館檔飯將蘭華賠償駁刪慶廟亞黃孫莊顏勵"
    "灣鳴爭榮蓋蓮儲鮮橋爾訖風齊顧權虧測試決離頻環褲換競訓擇帶銅虛該僑礦賴訪見譽紹陰講揮舊溝宮島覽鉑誕誰顯牽誼這絲羅諸飲響搶嗎"
    "錦崗貫聞夢讀貝診艙賽賃寬雞堅紐聖丟階賢壓脫貴獨肅軍順廈陳吳鄭楊趙蔣魯韋鳳湯鄔蕭譚饒叢聶鄺閻喬駱賈鄧馮呂嚴竇鄒劉滾潤緩訴異"
    "橫祿廳襪傘饋觀竈讓釋雜茲萊擊繕譜壞驛唄儷燒談樹緬滅濃勢論戲諱獄筍棗蔥嶺貿緯譯滄獲確適遊戰勝雲葉鐘寧蘇啟啓築佔徵須鏈鑽証餵"
    "製併廣沖毀麼壩夥侖銖騰輕賒喪馳"
)
_SIMPLIFIED += (
    "队动贰叁筹届儿床园东贫兑马轮题暂师残卫灯昵毕议妇难执龙损选贺阳闪温纪粮岁们龄劝仪斋导馆档饭将兰华赔偿驳删庆庙亚黄孙庄颜励"
    "湾鸣争荣盖莲储鲜桥尔讫风齐顾权亏测试决离频环裤换竞训择带铜虚该侨矿赖访见誉绍阴讲挥旧沟宫岛览铂诞谁显牵谊这丝罗诸饮响抢吗"
    "锦岗贯闻梦读贝诊舱赛赁宽鸡坚纽圣丢阶贤压脱贵独肃军顺厦陈吴郑杨赵蒋鲁韦凤汤邬萧谭饶丛聂邝阎乔骆贾邓冯吕严窦邹刘滚润缓诉异"
    "横禄厅袜伞馈观灶让释杂兹莱击缮谱坏驿呗俪烧谈树缅灭浓势论戏讳狱笋枣葱岭贸纬译沧获确适游战胜云叶钟宁苏启启筑占征须链钻证喂"
    "制并广冲毁么坝伙仑铢腾轻赊丧驰"
)
_TABLE = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
find_traditional = re.compile(f"[{_TRADITIONAL}]").search
"""Finds the first of those characters in a text; None where there is none."""


def simplified(text: str) -> str:
    """`text` with the characters of those words written as in mainland China, one for one."""
    return text if text.isascii() else text.translate(_TABLE)


VARIANTS: dict[str, str] = {}
for _from, _to in zip(_TRADITIONAL, _SIMPLIFIED, strict=True):
    VARIANTS[_to] = VARIANTS.get(_to, "") + _from


def in_both(pattern: str) -> str:
    """A pattern of words in simplified characters that matches them in traditional ones too: 会费, 會費."""
    found, inside, at = [], False, 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            found.append(pattern[at : at + 2])
            at += 2
            continue
        if inside:
            inside = sign != "]"
        elif sign == "[":
            inside = True
        others = VARIANTS.get(sign, "")
        if not others:
            found.append(sign)
        elif inside:
            found.append(sign + others if pattern[at - 1] != "-" and pattern[at + 1] != "-" else sign)
        else:
            found.append(f"[{sign}{others}]")
        at += 1
    return "".join(found)

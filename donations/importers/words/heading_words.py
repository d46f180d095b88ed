"""What a heading's words mean: 捐赠单位及个人, 金额（万元）, 规 格, Qty; from a heading to a field, or to what it may be."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from donations.domain.amount import MONEY
from donations.domain.paper_fields import PASSED
from donations.domain.text import INVISIBLE, LONGEST_NAME
from donations.domain.traditional import simplified
from donations.domain.units import spellings
from donations.importers.patterns import pattern_of
from donations.importers.words.asked import without_question
from donations.importers.words.english_headings import ENGLISH, english_unit
from donations.importers.words.heading_measures import (
    BRACKETED,
    LONGEST_HEADING,
    goods_counted,
    measure_named,
    measure_stated,
)
from donations.importers.words.japanese_headings import JAPANESE, in_chinese
from donations.importers.words.korean_headings import KOREAN
from donations.importers.words.money_measures import OTHER, is_other_money, said_later
from donations.importers.words.promise_words import promises, without_promise
from donations.importers.words.purpose_words import GIVEN_ALONE, KIND_OF_GIFT, part_named, purpose_called
from donations.importers.words.within import is_day_of_another, reading_of


class Heading(NamedTuple):
    """A heading as it is understood.

    `sense` is a field, or what only its neighbours can tell: `party`, `group`, `unit_or_party`, `name`, `amount`, `total`,
    `content`, `category`, `item_or_quantity`, `project`, `statistic`, `level`. None: nobody understands it.
    """

    sense: str | None
    factor: int = 1
    currency: str | None = None
    unit: str | None = None
    of_table: bool = False  # its unit is said above the table, for what says none itself


_GIVE = r"(?:捐赠|捐款|捐献|捐助|捐资|捐物|赠送|奉献|乐捐|善长|功德|随喜|供养|布施|助善|助款|捐|赠与|赠予|赞助|投喂|资助|募捐|认捐|募集|打赏|赞赏|爱心|社会|热心|来款|献爱心|义捐|善心)"
_ACT = rf"(?:{_GIVE}|接收|接受|收到|发放|采购|购买|购置|入库|出库|领用|领取|支援|使用|分配|调拨|分发|下发|配发|配送|拨付|救援|救灾|防疫|防控|防汛|抗洪|防护|抗疫|医疗|医用|慰问|帮扶|生活|应急|受赠|受捐|实物|本次|实际|拟|已|定向|到货|签收|请领|申领|援助|调运|首批|第[一二三四五六七八九十0-9]+批)"
_WHO = r"(?:单位|企业|机构|组织|公司|个人|团体|集体|人员|人|者|方|户|主体|代表|姓名|名称|名单|芳名|昵称|网名|名字|学校|班级|部门|群众|党员|校友|人士|家庭|用户|微信名|微信昵称|户名|账户名|账户|对方|医院|全称|商[家户铺]|农户|市民|乡[亲贤]|侨胞|协会|爱心)"
_GOODS = r"(?:物资|物品|品名|商品|货物|货品|产品|药品|药械|器械|器材|图书|书籍|设备|用品|实物|货名|物料|食[品物]|材料|装备|耗材)"
SORT_OF_GOODS = r"(?:衣物|衣服|服装|被服|蔬菜|水果|果蔬|粮油|粮食|农产品|药物|文具|玩具|家具|家电|电器|仪器|日用品|防护品|被褥|书刊|教具|食材|乐器|苗木|树苗|菜|药)"
_NAME = r"(?:品名|名称|名目|种类|品种|品目|品项|品类|类别|内容|清单|明细|信息|情况|详情|通用名|名)"
_COUNT = r"(?:数量|[件个箱只瓶套份盒袋包台辆张床条副双支把顶本册桶卷捆提罐架吨斤片]数|总数|数目|总量|数)"
_OF_DAY = r"(?:[当本]日|当天|今日|[当本][期周])"
"""In the time since the list before: 本日, 本期."""
_SUM = r"(?:合计|总计|小计|总和|总额|总数)"
_TO = r"(?:接收|接受|受赠|受捐赠|受捐助|受捐|受助|受援|受资助|受灾|领取|领用|领物|领|收货|收件|收物|收|使用|发放|分配|调拨|配送|拨付|下拨|配发|转赠|捐往|发往|送往|拨往|送达|分发|下发|调往|投放|支援|援助|救助|慰问|帮扶|调入|定向|需求)"
_MONEY = r"(?:金额|钱款|款项|款额|数额|善款|资金|现金|款|金|额|总额|钱数|款数|额度|人民币|元)"
_PAID = r"(?:支出|花费|开支|费用|付款|支付|采购|购买|报销|使用|支用|拨付|下拨|发放|资助|救助|慰问|帮扶|补助|拨款|实付|应付|转出|支取|实支|捐出|付出|执行)"
BEING_SHOWN = "公开|公示|公布|署名|实名|具名"
PARTS_OF_A_SCHOOL = r"(?:二级)?学院|院系部?|[院系]部|[院科]?系所?|系别|专业|教研[室组]|年级|[届班]别"

_RULES = tuple(
    (sense, pattern_of(pattern))
    for sense, pattern in (
        ("currency", r"(?:交易|记账|账户|入账|结算)?(?:币种|货币|币别|货币种类)|(?:billing|transaction|account|trade)?(?:cur|ccy|currency)(?:code)?"),
        ("remark", r".*(?:折[合算]|约合|相当于)(?:成|为)?(?:营养|爱心)?[餐份顿人]+(?:数|次|数量)?|(?:市场|参考|原|标|指导|建议零售|吊牌|挂牌|出厂|专柜|京东|淘宝|网店|电商)(?:价格?|价钱)|(?:market|list|reference|regular|original)price|msrp|rrp|被?(?:纪念|缅怀|追思|悼念|致敬|感恩|祝贺)的?(?:对象|人|者|谁|逝者|亲人|姓名)?|(?:以|用)?(?:何人?|何种?|.{1,4})?的?名义(?:捐[赠款助])?|捐[赠款]名义|回向(?:对象|内容)?|祈[愿福](?:内容|对象)?|代谁捐[赠款]?|被代捐(?:人|者|单位)?|代捐|[\u3400-\u9fff]{0,6}(?:配捐|配比)(?:企业|单位|公司|机构|方|人|金额|款|资金|额)?|(?:公示|显示|对外)(?:名称?|姓名|署名)"),
        ("code", r"(?:会员|捐[赠款](?:人|者|方|单位)|志愿者|学员|学生|教职工|职工|员工|校友|家庭|客户)(?:编号|号码?|代码|编码|代号)|[学工]号|(?:donor|member(?:ship)?|constituent|supporter|contributor|giver|household|envelope)(?:id|no|nr|num|number|code)"),
        ("statistic", r"指标名?称?|统计指标|(?:交易|退款)订单总?笔数|收入笔数|支出笔数|资金流水总笔数|总交易单数"),
        ("figure", rf"(?:{_OF_DAY}|每日|日均|新增|截[至止].{{0,12}}|累计)(?:{_ACT}|资金|款物?|物资|拨|收入|支出)+(?:{_MONEY}|{_COUNT}|物资)*{_SUM}?|(?:(?:{_ACT}|资金|款物?|物资)+(?:{_MONEY}|{_COUNT})*)?{_OF_DAY}(?:{_MONEY}|{_COUNT})|(?:{_ACT}|资金|款物?|物资)+(?:{_MONEY}|{_COUNT})*(?!当[日天]){_OF_DAY}|[本上][月期](?:接收|收到|入库|发放|出库|领用|使用|消耗|结存|库存)(?:数量?|总?量)?"),
        ("direction", r"(?:交易|账务|记账|资金)?(?:收/?支|借/?贷|收/?付|收入/?支出|支出/?收入|借方/?贷方|收/?支/?其他|来/?往账?|进/?出账?)(?:类型|标[志记识示]|方向|类别|情况|性质|符号)?|(?:资金|交易|账务)?(?:方向|流向标志)|(?:incomes?|in|receipts?)/(?:expenses?|expenditures?|outgoings?|out|payments?)|(?:expenses?|expenditures?)/incomes?|credit/?debit|debit/?credit|cr/?dr|dr/?cr|dcflg"),
        ("money_or_goods", rf"捐款/?捐物|捐物/?捐款|(?:{_ACT})*(?:{_MONEY}|钱)/?(?:物资?|物品|实物|财物)/?(?:{_NAME}|{_COUNT}|折价|折款)*|(?:{_ACT})*(?:物资?|物品|实物)/(?:{_MONEY}|钱)(?:{_NAME})*|(?:{_ACT})*(?:财物|财产|款物)(?:{_NAME}|{_COUNT})*|(?:{_ACT})*{_COUNT}/{_MONEY}|(?:{_ACT})*{_MONEY}/{_COUNT}"),
        ("status", r"是否(?:已经?)?(?:完成|审核)?(?:退款|退回|到[账帐货位]|支付|付款|汇款|打款|转[账帐]|缴费|缴款|收款|入账|收到|签收|收货|入库|兑现|落实|履约|交付|审核|作废|取消|有效|通过|确认|生效)(?:成功|完成)?|(?:审核|审批|签收|收货|物流|运输|快递|入库|验收)(?:状态|进度|结果)|(?:donation|contribution|payment|financial|order|trade|charge|refund|dispute|transaction|delivery|shipping|shipment|pledge|receipt|review|approval|validation|current|gift)?(?:status|state)|(?:opportunity|donation|gift)?stage(?:name)?"),
        ("refund", r"(?:已|成功|累计|实际)?(?:退款|退回|退还|退捐|退)(?:总)?(?:金额|额)|已?退(?:款|捐款?)|已?退[回还]捐款|成功退款|(?:amount|is|was|hasbeen)?refunded(?:amount)?|(?:order|total)?refund(?:s|amount|total)?"),
        (PASSED, r"(?:销售|售出|卖出|已售|成交|义[卖拍])(?:数量|件数|个数|份数|本数|数|量)"),
        ("anonymous", rf"(?:公示时?|捐[赠款]时?)?(?:是否|要求|选择|希望|愿意|需要|想要)*匿名(?:捐赠|捐款|公示|显示|公开|意愿|与否|要求)?|(?:是否|能否|可否)(?:同意|愿意|要求|可以?|需要?|允许|授权|接受)?(?:将?(?:您的?)?(?:姓名|名字|信息))?(?:{BEING_SHOWN})(?:您的?)?(?:姓名|名字|身份|信息|捐赠|捐款|公示)*|(?:公开|公示|署名|具名)意愿|(?:would|do|wish|want|prefer|may|can|should)(?:you|we|i|to|like|wish|want|prefer|be|remain|stay|keep|this|your|gift|donation)*anonymous(?:ly)?|(?:may|can|should|do|would)(?:we|you|i|like|want|agree|us|to|have)*(?:publish|show|display|list)(?:your|my|the)?name(?:publicly)?|(?:是否(?:同意|愿意)?)?(?:公开|刊[登载]|列入)[征徵]信(?:意愿)?|(?:donor|donation|gift|supporter|contributor)?(?:is)?anonym(?:ous|ity)(?:donation|donor|gift)?|(?:make|keep|is)(?:this|my|the)?(?:donation|gift|donor|name)anonymous|donat(?:ed?|ion)anonymous(?:ly)?|ispublic|(?:show|display)name(?:publicly)?"),
        ("taken_in", r"收|received"), ("paid_out", r"[支付]|given"), ("amount", r"(?:电子)?(?:票据|收据|开票|票面|开具)总?(?:金额|额)(?:合计)?"),
        (PASSED, r"(?:项目|活动|机构|门店|渠道)(?:id|编号|编码|代码|号)|(?:项目|活动|众筹|募捐|计划)(?:开始|启动|起始|结束|创建|发起|上线|发布)(?:日期|时间)|(?:捐[赠款]人|会员|用户|账户)(?:注册|创建|登记|入会|加入)(?:日期|时间)|(?:开票|发货|通知|会员|分账|打印|同步|签到|核销|项目|活动)状态|.*(?:过期|失效|到期|有效|截[止至]|效期|出厂|保质|成立|创立|加入|入会|更新|修改|最近|最后|最近一次|最后一次|首次|第一次|上次|下次)(?:捐[赠款献助]|赞助|打赏|赞赏)?(?:日期|时间|日|期限|期|至)|(?:(?:item|product|food|batch|lot)?exp(?:iry|iration|ires?)?(?:date|day|on|time)?|dateof(?:expiry|expiration|birth|death|joining|registration)|b(?:est|b)(?:by|before)(?:date)?|bb[de]|(?:use|sell)by(?:date)?|shelflife|(?:manufactur(?:e|ed|ing)|production|mfg|mfd)(?:date|on)|(?:donor|member|user|customer|contact|supporter|sponsor|campaign|project|event|fund(?:raiser)?|program(?:me)?|appeal|account)(?:birth(?:day|date)?|dateofbirth|dob|(?:join(?:ed|ing)?|registration|registered|signup|creat(?:ed|ion)|start(?:ing)?|end(?:ing)?|launch|clos(?:e|ing)|due)(?:date|time|at|on))|dob|born(?:on)?|et[ad]|join(?:ed|ing)?(?:date|at|on)|date(?:joined|registered)|membersince|(?:registration|registered|enrol?lment|signup)(?:date|on|at)|(?:last|first|latest|most_?recent|previous|next)(?:(?:donation|gift|giving|given|payment|contact|visit)(?:date|on|at|amount)?|date)|(?:start|starting|begin|beginning|end|ending|renewal)date|yeartodate|(?:date)?(?:last)?(?:updated?|modified|edited|changed)(?:date|on|at|time)?|(?:thank(?:you|ed)?|acknowledge(?:d|ment)|ack)(?:letter)?(?:date|on|at|sent))"),
        (PASSED, r"(?:手机|联系(?!单位|机构|组织)|经办|经手|签收|签字|签名|签章|快递|运单|物流|承运|车牌|司机|生产|批号|批次|批准|注册|保质|图片|照片|证书|身份证|是否|开户|(?:[制製]造|分装|灌装|包装|灭菌|消毒|检验|质检|采样)(?:日期?|时间|年月日?)|支票号|收据|票据|发票|税|排名|名次|年龄|性别|职务|审核|制表|登记人|志愿者|出生|生日|入党|入团|入会|入职|入学|毕业|参加工作|birth).*"),
        (PASSED, r"(?:转[入出])?账户[0-9]"),
        ("category", r"(?:捐赠|捐助|物资|款物|捐赠物资)类型"),
        (PASSED, r"(?!(?:(?:交易)?对[方手]方?|[付收]款[人方])(?:账户)?(?:户名|名称|姓名)[/(]?(?:账号|帐号|卡号)).*(?:电话|地址|人数|人次|户数|笔数|次数|方式|渠道|途径|账号|卡号|大写)|.*(?:体重|身高|血压|血型|血量|体温|党龄|工龄|学历|时长|里程)|(?:种植|建筑|房屋|使用|占地)?面积|余|余[额款量]|(?:结余|结存)(?:金?额|数?量)?|库存.*|剩余.*|累计.*|.*累计|(?:交易|业务)?(?:地点|场所|网点|国家.*|机构|柜员|终端)(?:名称|号|简称)?|(?:是否)?定向/?非定向|钞/?汇.*|日志号|.*开户行.*|对方(?:行名|行号|银行.*|账户|卡号(?:/?账号)?)|厂家|厂商|制造商|效期|有效期.*|类型|收入类型|性质|phone|tel|mobile|address|email|.*balance|runningbal|balance(?:currency|ccy)|(?:local|original|foreign)(?:amount|currency)|(?:paymentreceiptaccount|tradingplace)"),
        ("summary", r"描述|订单标题|(?:交易|业务|记账|客户)(?:摘要|名称|类型|种类|用途|附言|说明|详情|备注|描述)|附言信息|账项资料?|收支(?:科目|项目|事项|内容|摘要|说明|事由)|交易地点/?附言|narration|(?:transaction)?(?:details?|particulars|narrative)|transactiondescription|transactionref(?:erence)?[1-9]|abstract|tradingtype"),
        ("refers", r"referencetxnid|(?:original|parent|refunded)(?:transaction|txn|payment|charge|order)(?:id|no|number)|参考交易号|原(?:始)?(?:交易|支付|订单|商户|微信|支付宝|业务)*(?:单号|订单号|交易号|流水号)"),
        ("banks_number", r"账户明细编号[-/]?(?:交易流水号)?"),
        ("number", r"[a-z]{0,14}donationref(?:erence)?(?:id|no|number)?|(?:捐[赠款])(?:流水号?|单号|订单号|交易号|流水单号)|(?:支付宝|微信)(?:支付)?(?:交易号|交易单号|流水号|订单号)|(?:donation|payment|charge|stripecharge|paypaltransaction|txn|tx)(?:id|no|number|reference)|transactionreference|(?:交易|支付|转账|汇款|银行|业务|微信|商户|商家)?(?:单号|(?<=[易付])编号|流水|流水号|订单号|流水单号|主?订单编号|交易号|交易单号|商户单号)|transaction(?:id|no|number)?|reference(?:no|number)?|order(?:id|no|number)"),
        ("level", r"每[人位户](?:捐[款赠资])?(?:金额|款额?|数额|额)|(?:捐[款赠资]|功德|善款|奉献|金额)?(?:档次|档位|级别)|(?:捐[款赠资]|功德|善款)(?:标准|等级)"),
        ("debit", r"(?:借方|付方|借)(?:交易)?(?:发生额?|金额|发生金额)?|借方/?支出|支出/?借方"),
        ("credit", r"(?:贷方|收方|贷)(?:交易)?(?:发生额?|金额|发生金额)?|贷方/?收入|收入/?贷方"),
        ("serial", r"序号?|编号|号|no|nr|#|id|行号|编码|代码|序列|凭证号|票号|serial(?:no|num|number)?|排序|s/?no?|slno"),
        ("date", r".*(?:日期|时间|年月日)|日期.*|时间.*|月日|日|date|day|time|timestamp|when|.*(?<!to)date|date.*|(?:donat(?:ed?|ion)|pay(?:ment)?|paid|creat(?:ed?|ion)|gift|given|receiv(?:ed?)?|order|trade|trans(?:action)?)(?:time|at|on|day)|created(?:utc)?|年月|月份|(?:记账|捐赠|捐款|接收|入账|入库|到账|发放|收款|付款|起息|交易|银行记账)日"),
        (PASSED, r".*(?:余额|库存)"),
        ("beneficiary", rf"(?:最终)?(?:受[益惠]|得益){_WHO}+|受[益惠]对象|beneficiar(?:y|ies)"),
        ("county", r"(?:所在|受益|捐赠|所属|目的|到达|接收|发放|使用|来源|受助|受援)*(?:县|区县|县区|县市区|区|地区|地域|区域|省市|省份|省|属地|地|省市县|市县|所在地区?)|county|district|region|province|area|location|place"),
        ("city", r"(?:所在|受益|捐赠|所属|目的|到达|接收|发放|受助|来源)*(?:城市|地级市|设区市|地市|市州|市)(?:名称)?|city"),
        ("item", rf"(?:{_ACT})*{_GOODS}{_NAME}+|(?:{_ACT})*{SORT_OF_GOODS}(?:名称|品名|名目|种类|品种|名)|(?:{_ACT})*项目(?:名称)?/(?:{_ACT})*{_GOODS}(?:名称)?|(?:资产|固定资产){_NAME}+|图?书[名目]|(?:实物|物资|物品|非(?:货币|现金|资金)性?(?:资产)?)(?:捐赠|捐助|赞助)(?:收入)?|捐物{_NAME}+|(?:{_ACT})*(?:{_GOODS}?(?:名称|品名)|{_GOODS}/)/?(?:规格|型号)(?:/?(?:规格|型号))*|(?:{_ACT})*{_GOODS}{_NAME}?/(?:计量)?单位"),
        ("party", r"(?:资金|款项|物资|物品)?来源/?(?:或|及)?(?:去向|去处|流向)|(?:去向|去处|流向)/?来源"),
        ("recipient", rf"(?!收方(?:账户|户名))(?:捐赠|物资|物品|资金|最终|拟|指定)*{_TO}{{1,2}}(?:物资|物品|善款|资金)?(?:{_WHO}|医院|科室|支部|学生|社区|乡镇|街道|对象|去处|地点|小区|村|村?委会|居民区)+(?:/(?:接收|分配|发放)?数量)?|.*(?:去向|流向|投向)(?:单位|部门|机构|对象|科室|方)?(?:/数量)?|(?:接收|接受|收到)捐[赠助款物]的?(?:{_WHO})+|捐[往向至给]|[送发运调拨]往(?:地区?|地点|城市)?|(?:援助|支援)地(?:区|点)?|给谁|(?:对口)?(?:结对|支援|援助|帮扶|受益)的?(?:村|社区|学校|[小中]学|医院)(?:名称)?|(?:结对|帮扶|资助|受益)(?:学生|儿童|孤儿|户)(?:姓名|名称)|(?:关怀|低收入|贫困|困难|受灾|[低五]保|特困|脱贫|帮扶|弱势)(?:户|家庭|个案)(?:姓名|名称|名)?|捐[赠款助]对象|(?:资助|派[发送])对象|获[赠捐助](?:{_WHO}|医院|社区|对象)+|去处|recipients?(?:name)?|to|receivedby|receivers?(?:name)?|distributedto|consignee"),
        ("name_part", r"(?:(?:donor|customer|buyer|supporter|attendee|purchaser|billing|contact1?|sponsor|contributor|giver|constituent|individual|member|patron|backer)(?:['’]?s)?)?(?:first|last|given|family|fore|sur)(?:name)?|firstnameor(?:company|organi[sz]ation)(?:name)?"),
        ("via", r"由谁代捐|(?:对接|联系|联络|牵线|介绍|推荐|转交|代收|代捐|经由|中转|委托|组织|协调|发起)(?:单位|方|机构|组织|人)+|经由|via|through|arrangedby"),
        ("payer", r"付方(?:账户|户名)名?称?|(?:付款|交款|缴款|汇款|打款|转账|转帐|代付)(?:单位|个人|人|方|者|账户|户名|账户名|名称|姓名|名)+|(?:付|交|缴|捐|来)款(?:人|单位|方)/?(?:收|领)款(?:人|单位|方)|(?:交易)?对方(?:户名|账户名称?|名称|单位名?称?|姓名)|对[方手](?:账户|帐户|账号|客户|户)名称?|(?:交易)?对手(?:方|信息|户名|名称|姓名)?(?:名称|户名|姓名)?|对方(?:信息)?|(?:交易|往来|来往|收支)(?:对方|对象|单位|个人|户名|客户|方|人|/)+(?:信息|名称|姓名|户名)?|对方(?:单位|个人|机构|企业)(?:/?(?:个人|单位|姓名|名称))+|(?:收款?/?付|付款?/?收|来款?/?付)款?/?(?:单位|个人|对象|客户|[方人]|/)+(?:名称|户名|姓名|单位)?|对方(?:账号|帐号|卡号|账户)[/与及和]?(?:户名|名称|姓名)|(?:(?:交易)?对[方手]方?|付款[人方])(?:账户)?(?:户名|名称|姓名)[/(]?(?:账号|帐号|卡号)|payer(?:name)?|source_name|payee/payer|payer/payee|paymentreceiptaccountname|counterparty(?:name)?|oppositeaccountname|partnername|paidby"),
        ("supplier", r"收方(?:账户|户名)名?称?|(?:供应|供货|销售|卖|售货|销货|出售)(?:商|单位|方|商家|厂家|厂商|渠道|名称|来源)+|采购(?:商家|来源|渠道)|商[家户](?:名称)?|卖家(?:昵称|名称|姓名|会员名|旺旺)?|店铺|[收领]款(?:单位|人|方|账户名?|户名|名称)+|收款[人方](?:账户)?(?:户名|名称|姓名)[/(]?(?:账号|帐号|卡号)|supplier|vendor|seller|destination_name|payee(?:name)?|paidto|shop"),
        ("donor", rf"(?:(?:{_GIVE}|物资|接收|收到)*{_GIVE}[物书衣粮药]?(?:{_WHO}|来源|支部|团队|科室)+){{1,2}}|{_GIVE}{_WHO}/?(?:支出|支付|付款|收款|受款)(?:对象|{_WHO})+|谁[给捐送]的|功德主|(?:功德主|信[众士女]|善[信士]|[斋缘施福]主)(?:芳名|姓名|名单)|[施福]主|(?:信|善男)?信女|善信(?:芳名|姓名|大德)*|居士|香客|乡贤|冠名(?:单位|企业|商)|捐出(?:单位|者|人)|{_GIVE}来源|(?:物资|善款|资金|款项|捐赠|收入|接收|入库)来源|来源(?:单位(?:/?[或及和]?个人)?|说明|情况)?|来自|(?:助学|结对(?:助学|帮扶)?|圆梦)(?:单位|企业|爱心人士|人|者|方)(?:姓名|名称)?|(?:帮困|助困|助残)(?:企业|爱心人士|人|者)(?:姓名|名称)?|斋主|缘主|信[士众女]|善[士信]|赠送?方|赞助商|支持[者人](?:姓名|昵称|名称)?|众筹人|出资(?:{_WHO})+|donors?(?:unit|org|organi[sz]ation|company|names?)?|received ?from|sponsors?(?:name|handle)?|(?:givers?|contributors?|supporters?|backers?|patrons?|donat[eo]rs?)(?:names?)?|帮助人|donatedby|from|givenby|nameofdonor"),
        ("channel", r"(?:微信|支付宝|云闪付|抖音|快手|银联|pos机?|刷卡|信用卡|(?:现金|转账)?支票|数字人民币|银行|电汇|汇款(?!金?额|总)|邮[政局]划拨|转数快|八达通|街口|腾讯公益|水滴筹|轻松筹|对公|转账|转帐|线上|线下|网络|网上|扫码|二维码|现场|公众号|平台|零钱|红包|其[他它])(?:捐款|捐赠|善款|收款码?|收入|到账|转账|支付|汇款|红包|赞赏码?|扫码|群收款)?(?:金额|款|额)?"),
        ("price", r".*单价.*|(?:[单每]件|单个|每[个箱盒只套台份])(?:物资|物品)?(?:折算|折合|估算|参考|市场)?(?:价值|价格|金额|折价|估价|价)|单位价值|(?:定|零售)价格?|价格|均价|进价|采购价|单位价格|price|(?:est(?:imated|\.)?|avg|average|approx(?:imate|\.)?|fair|market|retail)*(?:per-?)?unit(?:est(?:imated|\.)?|fair|market|retail)*(?:price|cost|value|worth)|(?:price|cost|value|worth)each|cost per unit"),
        ("value", rf".*(?:折算|折合|折价|折款|折币|估价|估值|价值|市值|货值|总值|估算|作价|公允).*|(?:市场|参考|零售|标|市面)?总价|总价款|总?码洋|(?:约|折)合?人民币|(?:{_ACT})*(?:物资|物品|实物|货物|捐物)总?(?:金额|款|价款|总额|价)|非(?:货币|现金|资金)性?(?:资产)?(?:捐赠|捐助)?(?:金额|价值|总?额)?|.*value|.*worth|totalprice"),
        ("specification", r"(?:产品|物资|商品|货物)*(?:规格|型号|品牌|包装|款式|浓度|技术参数|参数|尺寸|尺码)+(?:型号|规格|等|要求)*|spec(?:s|ification|ifications)?|model|brand|size"),
        ("item_or_quantity", rf"(?:{_ACT})*{_GOODS}(?:{_NAME})*/?{_COUNT}|(?:{_ACT})*{_NAME}/?{_COUNT}"),
        ("quantity", r"(?:接收|发放|捐赠)?(?:数量/?单位|单位/?数量|数量(?:及|和|与)单位|(?:规格|型号)/?数量|数量/?(?:规格|型号))|(?:接收|发放|捐赠|入库|出库|领用)量|(?:收入|发出)数量|数量(?:收入|入库|进库|发出|出库)(?:数量)?"),
        ("unit", r"(?:计量|计价|数量|基本|包装|最小|计数|金额|货币)单位|(?:币种|货币)(?:/|或|及)单位|单位(?:/|或|及)(?:币种|货币)|(?:amount|money|currency)units?|量词|units?|uom|measure|unitofmeasure"),
        ("aid", r"(?:发放|领取|资助|受助|本[次月期]|每月)?(?:助学|奖学|奖助学?|助困|助残|助老|抚恤|困难补助)[金款](?:金额|数额|额)?"),
        ("spent", rf"付款|(?:支出|支取|付出)发生额|(?:取出|提出)(?:金?额)?|出账(?:金?额)?|(?:善款|捐款|资金|款项|经费)(?:支出|花费|开支){_MONEY}?|(?:交易|记账|发生)(?:金额|额)?(?:支出|付出|支取|借方)|(?:支出|花费|开支|开销|费用|付出|(?:订单|用户|买家|顾客)?实付|订单应付|实支|转出|支取|提款|取款)(?:总)?{_MONEY}?{_SUM}?|{_PAID}(?:总)?{_MONEY}{_SUM}?|(?:资助|助学)标准|受[助援](?:金额|款项?|金)|(?:领[取到]|[分下][配得发])(?:善款|捐款|爱心款)(?:金额|数额)?|(?:已|实际)(?:发放|拨付|下拨|支付|付款?|资助|救助|补助|领取){_MONEY}{_SUM}?|expenses?|expenditures?|spent|cost|paid|outlay|payments?|debits?|debitamount|withdrawals?(?:amount)?|moneyout|moneyspent|cashout|cashspent|paidout|totalcost|amountpaid|amountspent"),
        ("paid_for", r"(?:支出|费用|开支|开销|花费|付款|支付(?!项目|类别|名称|科目)|用款|(?:资金|善款|捐款)(?:使用|支付))(?:事项|项目|内容|明细|用途|事由|类别|科目|名称|说明|摘要)+"),
        ("project", r"(?:资金|款项|善款|经费)(?:用途|使用|内容)|(?:采购|使用|购买)(?:项目|事项|内容|明细|用途)|事项|事由|项目|项目名称|用途|用途说明|科目|摘要"),
        ("purpose", r"(?:捐赠|捐款|供养|功德|随喜|指定|善款|资金|款项|物资|使用|定向|意向|意愿)*(?:意向|意愿|使用方向|定向|专项|指定项目|指定用途|用途|项目|项目名称|方向)(?:捐赠)?(?:说明|意向|意愿|单位|要求|医院|对象)?|(?:支持|资助|捐助|赞助|认捐|帮扶|公益|募捐|受益|慈善|救助|意向)项目(?:名称)?|purpose|designation|campaign|fund(?:name)?|project(?:name)?|restriction"),
        ("store", r"(?:入库|出库|存放|所在|存储|收货|发货)?仓库.*|存放(?:地点|处|位置)?|入库(?:地点|位置)|(?:入库|出库|存放|所在)?库房|库位|收货仓|warehouse|store|storage"),
        ("status", r".*状态|status|state"),
        ("content", rf"(?!.*(?:使用|执行|落实)情况)(?:{_ACT})+(?:内容|情况|明细|详情|事项|清单)|(?:接龙)?内容|明细|what|捐赠|捐助|捐献|乐捐|乐助|题捐|奉献|赞助|打赏|赞赏|投喂"),
        ("item", rf"(?:{_ACT})*{_GOODS}(?:{_NAME})*(?:/?其?[他它](?:支援|支持|援助|捐[赠助]|帮助|服务)?)?|捐[物料]|(?:捐赠|慰问|救助|帮扶|赠)[物品]|礼品|供品|(?:{_ACT})+(?:品种|品目|品项|标的)|(?:goods|materials?|suppl(?:y|ies)|gift|article|commodity)name|(?:{_ACT})*品名.*|名目|品种|品目|品项|品类|种类|(?:药品)?通用名称?|items?(?:name)?|goods|products?(?:name)?|articles?|supplies|description|materials?"),
        ("category", rf"(?:{_ACT})*(?:类别|分类|大类|小类)|category|type"),
        ("money", rf"(?:爱心|公益|慈善)?(?:义[卖拍演]|拍卖)(?:所得|募得)?(?:善款|款项?|金额|总?额|收入|所得|成交[额价])|(?:捐款|善款|捐资|募捐款)(?:总)?数|帮助(?:金额|款项?)|(?:{KIND_OF_GIFT}|[贺喜随]?礼|随份子?|奠|吊)(?:金|款|钱)额?|[贺奠]仪|随礼(?:金额)?|(?:原币种?|外币)(?:金额|数额|额)?|进账(?:金?额)?|收款|(?:现金|资金|货币)(?:捐[赠款助资]|赞助)|(?:实际|已)?到[账帐位]|捐资|集资|[实应]捐|(?:交纳|缴纳)?(?:特殊|大额)[党团]费(?:金额|数额)?|赠款(?:金额|额)?|(?:赞助|缴|交)费(?:金额|额)?|(?:捐款|捐赠|收款)?(?:金额)?小写(?:金额)?|(?:(?:pay|paid|donat(?:ed?|ion)|gift|money|real|actual|order|trade|cash)(?:amount|money|sum|fee|cny|rmb|yuan)|amount(?:cny|rmb|yuan|paid|given))(?:cny|rmb|yuan)?|contributions?(?:amount)?|(?:amount|total)?(?:paid|received|collected)todate"),
        ("quantity", rf"(?:{_ACT}|捐[入出]|[去流]向|转[赠交送]|送达|投放|总|实[收发捐到领]|应[收发领]|物资|物品|合计)*{_COUNT}{_SUM}?|(?:数量|件数|个数)[/或及和]重量|重量[/或及和](?:数量|件数|个数)|qty|quantit(?:y|ies)|num|count|pcs|pieces|numbers?|howmany|.*quantity|.*qty"),
        ("note", rf"[\u3400-\u9fff]{{0,6}}备注.*|附注|(?:{_GIVE}|物资|善款|资金|款物)*(?:使用|执行|落实)情况|(?:其[他它]|有关|相关|情况|补充)*说明|(?:{_GIVE}[人者]?|用户|买家|付款方?|客户)*(?:留言|寄语|祝福语?|感言|心语)|附言|备考|remarks?|notes?|memo|comments?|message"),
        ("total", rf"{_SUM}"),
        ("money", rf"[充发]电金额|(?:{_GIVE})*{_MONEY}/(?:留言|寄语|附言)|(?:交易|记账|发生)(?:金额|额)?(?:收入|存入|贷方)|(?:{_GIVE}|收到|到账|到位|入账|收款|进账|实收|实到|商家实收|收入|缴款|汇款|转账|交易|订单|本次|实际|打款|接[收受]|个人|单位|总|合计|货币|本月|当月|首[次批期笔轮]|[再二三]次|追加|补充?|支持|实捐|应捐|集资|筹资|本年度?(?!收入)|实缴|应缴|已缴|实交|应交|承诺|到帐|交款|交纳|缴纳|上交|上缴|党费|筹款|众筹|慈善|一日捐|第[一二三四五六七八九十0-9]+[次批期笔]|现金|资金|善款|人民币|抗疫|救灾)*(?:{_MONEY}|收入){_SUM}?|(?:转入|存入|存款)(?:金?额)?|发生(?:金?额)|(?:收入|存入)发生额|money|sum|donations?|cash|donated|income|credits?|creditamount|deposits?(?:amount)?|moneyin|moneyreceived|cashin|cashreceived|paidin|(?:total)?gross(?:amount)?|processedamount|totalpaid|amountsinglecolumn|.*donationamount|amountdonated|rmb|cny"),
        ("amount", r"(?:变动|增减)(?:金额|额)?|记账(?:发生)?金?额|(?:交易|账务)发生金?额|(?:total|billing|transaction|trade)?amount|trans(?:action)?amt|(?:交易|发生)?(?:收入?/?支出?|支出?/?收入?|借/?贷|收/?付)(?:金额|额|发生额)|total|数值|金额数量"),
        ("unit_or_party", r"单位"),
        ("name", r"名称|名"),
        ("party", rf"(?:QQ|qq|群|户主|网友|本人|认领)?{_WHO}+|发红包[人者]|(?:爱心|热心)网友|群?成员|群友|(?!监护|填[表报])[\u3400-\u9fff]{{1,6}}姓名|[a-z\u3400-\u9fff]{{0,6}}(?:昵称|网名|用户名)|(?:qq|群|[bac]站|微博|微信|抖音|知乎|github|gitee|爱发电|论坛|游戏|用户|会员)id|(?:付款|支付|下单|跟团|接龙|团购)用户|(?:下单|跟团|接龙|参团|参与)[人者]|买家(?:姓名|名称|会员名)?|买方(?:名称)?|留名|署名|金主|[充发]电(?:用户|[者人])|(?:壕气?)?老板|大佬|(?:小伙|伙|网|好|朋)[伴友]们?|户主|业主|村民|居民|称呼|名讳|关联方(?:名称)?|医疗机构(?:名称)?|hospital(?:name)?|company(?:name)?|org(?:name)?|institution|name|party|organi[sz]ation|who|fullname|user(?:name)?|nick(?:name)?"),
        ("group", rf"(?:所[在属]|工作|服务|就职)?(?:{PARTS_OF_A_SCHOOL}|[班小]?组别?|[科处]室|党?总?支部|党委|党组织|村|村?[/]?社区|村居|村民?小?组|街道|[乡镇][镇街]?(?:/?街道)?|单位|[届班]|入学年份|毕业(?:年份|届别)|(?:[分商协]|同乡|校友|联谊|宗亲)会|侨[团社]|社团|(?:社会|公益|慈善)组织|(?:基层|直属|下属|各)?(?:工会|团委|妇联|支会)(?:组织)?|(?:会员|(?:常务)?副?(?:会长|理事长?)|监事|成员|基层|直属|下属)(?:单位|企业)|(?:企业|团体|单位|个人)?会员|分公司|车间|校区|团队|[支大中分]队)(?:名称?)?"),
    )
)  # fmt: skip
_OR_ENGLISH, _OR_JAPANESE = (*_RULES, *ENGLISH), (*_RULES, *JAPANESE, *KOREAN)
_SIDES = {"in": "money", "out": "spent", "received": "money", "given": "money"}  # In (£) beside Out (£)
_GIVING = pattern_of(GIVEN_ALONE)  # which a measure of money makes a heading of amounts: 乐捐（新币）, 功德（元）
_JOINED = pattern_of(r"[/、,·・&\\|+]|以及|或者?|及其?|(?<![参赠授])与|和")
_DECORATION = pattern_of(r"[:*?!#★☆▲●。.;'\"“”\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]+")
_NUMBERED = pattern_of(r"(.*[\u3400-\u9fff])[1-9一二三四五六七八九]|([a-z]{3,})[_-]?[1-9]")
_IN_CENTS = pattern_of(r"(?:额|款|元|价|amount|sum|price|收入|支出)[(\[/]?(?:单位[:为]?)?(?:人民币)?(?:分|角|cents?)[)\]]?|amount_?(?:in_?)?cents")  # fmt: skip
_NUMBER_SIGN = pattern_of(r"^#(?:of)?(?=[a-z])|(?<=[a-z])#$")
_WEIGHT = pattern_of(r"[总净毛]?重量?|体积|容量|(?:total|net|gross)?(?:weight|volume)")
_HOW = r"(?:联系|银行|支付宝|微信|付款)?(?:电话|手机|方式|身份证|[地住网]址|网站|[主网]页|链接|博客|邮箱|[账帐卡]号|微信号)(?:号码?)?"
_REACHED = pattern_of(rf"(?:(?<=[姓户]名)|[/、,&+|及和与(]|以及){_HOW}(?:[/、,&+|及和与]{_HOW}){{0,2}}\)?$")
_NAMING = ("donor", "recipient", "party", "payer", "beneficiary")
_CHINESE, _LATIN, _MARKS = pattern_of(r"[\u3400-\u9fff]+"), pattern_of(r"[a-z]+"), frozenset("*＊★☆※●▲◆■")
_COUNTING_MONEY = ("money", "spent", "amount", "total", "channel", "debit", "credit", "refund", "value", "price", "money_or_goods")  # fmt: skip


def normal(text: str) -> str:
    """The heading without blanks and invisible signs, narrow, simplified, in small letters: what two spellings share."""
    return _normal_short(text) if len(text) <= LONGEST_NAME else _normal(text)


def _normal(text: str) -> str:
    folded = unicodedata.normalize("NFKC", re.sub(INVISIBLE, "", text)).casefold()
    return in_chinese(simplified("".join(folded.split())))


_normal_short = lru_cache(maxsize=2048)(_normal)  # a row is asked a dozen times whether it is headings or a total


def unmarked(text: str) -> str:
    """The heading without the mark of what must be filled in or has a note below, *金额 or 备注※; a cell under a merged one stays."""
    if text[:1] not in _MARKS and text[-1:] not in _MARKS:
        return text
    return text.strip("".join(_MARKS)).strip() or text


@lru_cache(maxsize=4096)
def understood(text: str) -> Heading:
    """What the heading says; its sense is None where nobody understands it."""
    plain = _NUMBER_SIGN.sub(lambda found: "noof" if found.start() == 0 else "no", normal(text))
    plain = without_question(plain)
    if not plain or len(plain) > LONGEST_HEADING:
        return Heading(None)
    if (surely := "cents" if _IN_CENTS.search(plain) else _beside_phones(plain)) is not None:
        return Heading(surely)
    whole, (factor, currency, unit, plain) = plain, measure_stated(plain, _counts_money)
    sense = next(filter(None, map(_sense, _readings(plain))), None) or _in_one_language(plain) or _in_part(plain)
    if sense == "date" and is_day_of_another(plain, _sense):
        sense = PASSED
    if sense is None and (currency_of := measure_named(plain)) is not None and currency_of[1]:
        return Heading("money", currency_of[0] * factor, currency_of[1])  # 美元 beside 欧元
    own = english_unit(plain) if sense is None else None
    if own is not None or (sense is None and unit and _WEIGHT.fullmatch(plain)):
        sense, unit = "quantity", unit or own
    currency, sense = _of_giving(plain, currency, sense)
    if sense is None and _is_part(plain):
        return Heading("part", factor, currency)
    if sense in _COUNTING_MONEY and factor == 1 and (later := said_later(whole)) is not None:
        factor, currency = later.factor, currency or later.currency  # 物资(价值)万元
    if sense is None and not unit and (counted := goods_counted(plain, _sense))[1]:
        sense, unit = _sense(counted[0]), counted[1]
    if sense is None and (unit or currency or factor > 1):
        return Heading(None, factor, currency, unit)
    return _counting(sense, factor, currency, unit or (_counted_in(plain) if sense == "quantity" else None))


def _of_giving(plain: str, currency: str | None, sense: str | None) -> tuple[str | None, str | None]:
    """The currency and the sense of a heading, where a measure of money behind a word for giving makes one of amounts of it: 乐捐（₱）."""
    if sense not in (None, "content"):
        return currency, sense
    gives = _GIVING.fullmatch(BRACKETED.sub("", plain)) is not None
    if currency is None and gives and any(is_other_money(found[1]) for found in BRACKETED.finditer(plain)):
        currency = OTHER
    return currency, (_SIDES.get(plain) or ("money" if gives else sense)) if currency else sense


def _in_part(plain: str) -> str | None:
    """The sense of a heading without what tells it from others of its sort, or says that it was promised."""
    one = without_number(plain)
    return (_sense(one) if one != plain else None) or (_sense(without_promise(plain)) if promises(plain) else None)


def _is_part(plain: str) -> bool:
    """Whether a heading calls a part of the amount beside it, 其中：助学, that is no way it came and nobody who gave it."""
    part = part_named(plain)
    return part is not None and (purpose_called(part) is not None or _sense(part) in (None, "purpose"))


def _counting(sense: str | None, factor: int, currency: str | None, unit: str | None) -> Heading:
    """The heading with what it counts, where its measure says that."""
    if currency == OTHER and sense in ("value", "price"):
        return Heading(PASSED)  # what goods are worth in money that isn't kept
    if currency and sense in (None, "total", "quantity"):
        sense = "money"
    if unit and (sense == "amount" or (sense == "value" and unit != "块")):
        sense = "quantity"  # 折合（只）
    if unit and sense in ("money", "spent"):
        return Heading(sense, 1, MONEY if unit == "块" else OTHER)  # and no other thing counts money
    return Heading(sense, factor, currency, unit)


def _beside_phones(plain: str) -> str | None:
    """The sense of names that stand together with how people are reached, 捐赠人及电话, None of others: 捐赠人电话 is no name."""
    named = _REACHED.sub("", plain)
    return sense if named != plain and (sense := _sense(named)) in _NAMING else None


def _counted_in(plain: str) -> str | None:
    """The unit that a heading of numbers is called after: 箱数."""
    found = spellings().get(plain.removesuffix("数")[-1:]) if plain.endswith("数") else None
    return None if found is None else found.name


def _readings(plain: str) -> list[str]:
    """The heading with what stands in brackets, without it, and that alone."""
    joined = BRACKETED.sub(
        lambda found: "" if found[1] == "备注" else found[1], plain
    )  # 金额（备注） is one of amounts
    alone = BRACKETED.sub("", plain)
    inside = [found[1] for found in BRACKETED.finditer(plain) if not alone]
    return [joined.strip("()"), alone.strip("()"), *inside, *reading_of(plain)]


def _in_one_language(plain: str) -> str | None:
    """The sense of a heading that says the same twice, 赞助人 / Sponsor: by its Chinese words, else by the others.

    KN95用品 does not: of letters that nobody understands only a stroke tells that they are another language.
    """
    chinese, latin = "".join(_CHINESE.findall(plain)), "".join(_LATIN.findall(plain))
    if not chinese or not latin or (any(map(str.isdigit, plain)) and measure_named(latin)):
        return None  # 橘子972斤；RMB 200 is a cell
    other = _sense(latin) or _sense("".join(_LATIN.findall(BRACKETED.sub("", plain))))  # 金额amount(hk$)
    return (_sense(chinese) or other) if other or "/" in plain else None


def _sense(plain: str) -> str | None:
    plain = _DECORATION.sub("", plain)
    divided = _JOINED.sub("/", plain).strip("/")
    whole = divided.replace("/", "").replace("-", "").replace("_", "")
    if not whole:
        return None
    rules = _OR_ENGLISH if whole.isascii() else _OR_JAPANESE
    found = (sense for sense, pattern in rules if pattern.fullmatch(divided) or pattern.fullmatch(whole))
    return next(found, None) or _of_either(divided.split("/"))


def _of_either(parts: Sequence[str]) -> str | None:
    """学院/部门 is whoever either is: a party, where both are names of some sort; None of any other two."""
    senses = {_sense(part) for part in parts} if len(parts) == 2 else {None}  # noqa: PLR2004
    if "note" in senses and senses <= {"note", "project", "purpose", "summary", PASSED}:
        return "note"  # 渠道/留言, 用途/附言
    return "party" if senses <= {"party", "group"} else None


def _counts_money(plain: str) -> bool:
    """Whether a heading (normal) is one of amounts of money, or of what goods are worth."""
    return _sense(plain) in _COUNTING_MONEY


def without_number(plain: str) -> str:
    """A heading (normal) without the number by which it is told from others of its sort: 物资1, 数量二."""
    found = _NUMBERED.fullmatch(plain)
    return (found[1] or found[2]) if found else plain


def without_measure(plain: str) -> str:
    """A heading (normal) without the unit it states."""
    _, _, unit, without = measure_stated(plain, _counts_money)
    return without if unit else goods_counted(plain, _sense)[0]

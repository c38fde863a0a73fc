"""Closed lists of words that resolution needs: legal forms, titles, generic nouns, cues and countries.

They are ours and short on purpose: a list is for words that a rule cannot tell. Cues can be widened per language
under ``words.actor_cues`` in the codebook's ``langs/*.yaml``.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LEGAL = _words(
    "inc incorporated ltd limited corp corporation co company plc llc llp lp group holdings holding gmbh ag sa nv"
    " bv ab as oy pte pty pvt private sdn bhd kk jsc pjsc ojsc oao ooo zao pao spa srl"
)
LEGAL_HAN = ("股份有限公司", "有限责任公司", "有限公司", "集团公司", "集團", "集团", "控股", "公司")

CONNECTORS = _words("of for and the & on in to at by with or from")
PARTICLES = _words("de da di du del della van von der den bin ibn binti al el la le ter dos das y e")
DETERMINERS = _words(
    "a an this that these those some many several few all most both each every other others another any no its"
    " his her their our my your one two three four five six seven eight nine ten dozens hundreds thousands"
    " millions half more such certain various numerous at nearly about almost over"
)
PRONOUNS = _words("he she it they we i you him them us who which what there everyone someone nobody anyone one")
SURNAME_LIKE = _words("he she you an")
TITLES = _words(
    "mr mrs ms miss dr prof professor sir dame lord lady president minister premier chairman chairwoman"
    " chairperson chair ceo cfo cto coo director secretary general spokesman spokeswoman spokesperson editor"
    " chief founder co-founder cofounder governor mayor judge justice senator ambassador commissioner officer"
    " captain colonel major sergeant inspector superintendent chancellor secretary-general vice deputy former"
    " lawyer activist journalist blogger analyst executive"
)
GENERIC = _words(
    "company companies firm firms group corporation platform platforms site sites website app service services"
    " internet government governments authorities authority official officials police regulator regulators"
    " ministry minister department court courts judge judges party committee branch council commission agency"
    " office bureau board state parliament congress cabinet president leader leaders users user netizens people"
    " activists journalists media press newspaper report reports critics experts analysts employees members"
    " workers students men women spokesperson spokesman spokeswoman administration centre center network staff"
    " reporters residents bloggers dissidents lawmakers prosecutors organisers organizers founder chairman chief"
    " director secretary communist lawyers filings figures estimates sources insiders shutdowns documents"
    " treasury republic chinese russian american indian turkish iranian vietnamese western foreign local"
)
GENERIC_HAN = _words(
    "国资 消息 公司 企业 平台 网站 互联网企业 互联网公司 有关部门 相关部门 当局 政府 警方 法院 检方 网民 网友 用户 党委"
    " 党支部 党员 党组织 记者 员工 负责人 发言人 官员 专家 学者 律师 他 她 它 他们 她们 我 我们 自己 大家 双方"
    " 各方 监管部门 主管部门 媒体 居民 学生 民众 群众 市民 创始人 董事长 总编辑 书记 部门 机构 单位 组织 委员会"
    " 集团 人士 对方 嫌疑人 当事人 男子 女子"
)

GENERIC_ENDS_HAN = tuple(sorted(_words(
    "企业 网民 网友 用户 人士 员工 党员 记者 资料 报告 報告 通报 文件 账号 帐号 帳號 帖文 财报 公告 机构 機構"
    " 部门 部門 人员 子公司 母公司 上市公司 互联网公司 科技公司 国资公司 国有公司 短视频 园区 街区 行业 产业 居民"
    " 民众 群众 学生 男子 女子 系统 资料集 資料集 们 們"
)))

ORGANISATION_WORDS = _words(
    "inc ltd limited corp corporation co company plc llc group holdings ministry department bureau agency"
    " commission committee council court office administration authority association federation union university"
    " institute college school academy foundation fund bank party league front centre center network news daily"
    " times post press media radio television tv herald journal gazette tribune magazine police army parliament"
    " congress assembly senate duma government embassy board forum alliance coalition movement technologies"
    " technology tech telecom mobile studio labs lab games software systems online digital"
    " international service services society club watch branch secretariat tribunal prosecutor prosecutors"
    " prosecution procuratorate exchange partners capital ventures"
)
ORGANISATION_HAN = tuple(sorted(_words(
    "公司 集团 部 局 委 会 办 院 所 网 报 社 厅 署 处 大学 学院 协会 中心 银行 法院 党 联盟 台 基金 学校 研究所"
    " 科技 传媒 队"
)))
INSTITUTION_WORDS = _words(
    "ministry department parliament supreme high court police government army navy senate congress cabinet state"
    " national federal central public justice interior defence defense finance health education security attorney"
    " office bureau council commission committee board foreign home prosecutor prosecutors legislative municipal city"
    " county provincial electoral data media"
)
# Family names that many people share: alone, they name nobody.
SURNAMES_HAN = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁"
    "任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴"
    "莫孔向汤庄习温鲁申伍齐牛洪艾张劉陳楊黃趙吳孫馬鄭謝羅許韓馮鄧蕭葉蘇呂盧鐘譚陸"
    "毕卞屈苗应郁尤丘谷邬费施查霍葛柯卓关柳庞樊殷倪颜童章管梅盛祝左涂符耿骆佟岳尚裴翁荆闵隋戚娄滕詹蓝纪麦阮鲍甘辛聂焦柴简饶冉巫冼厉宁宫褚"
    "凌虞匡窦季欧畢應費關龐顏駱齊藍紀麥鮑聶簡饒寧錢"
)
SURNAMES = _words(
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin zheng xie luo liang song tang"
    " han feng deng cao peng zeng xiao tian dong yuan pan yu jiang cai du ye cheng su wei lu lü ding ren shen yao"
    " cui zhong tan wang fan jin shi liao jia xia fu fang bai zou meng xiong qin qiu yin xue yan duan lei hou"
    " long tao he gu mao hao gong shao wan qian dai mo kong xiang tang xi wen qi niu hong ai lai ouyang sima situ"
    " zhuge chan wong cheung leung lau kwok ng lam chow yeung tsang kim park choi nguyen tran pham hoang phan vu"
    " vo"
)

CUES = {
    "business": _words(
        "platform platforms app apps application website websites site sites portal portals company companies"
        " firm firms internet online web microblog microblogs microblogging weibo social messaging messenger"
        " search engine users user netizens subscribers account accounts chatbot tech technology technologies"
        " telecom e-commerce employees staff ceo founder co-founder shares shareholder shareholders stake startup"
        " start-up unicorn giant subsidiary parent operator operators provider download downloads livestreaming"
        " streaming video browser store blocked blocking banned ban 公司 平台 网站 互联网 用户 员工 网民 股份"
        " 股东 集团 创始人 总编辑 软件 应用 企业 党委 党支部 党组织 党总支 直播 下载 客户端 门户 账号"
    )
    | _words("party committee committees branch branches communist cell cells"),
    "public": _words(
        "regulator regulators watchdog authority telecommunications telecoms licence license broadcaster"
        " broadcasters agency commission minister ministry government internet operators censors censorship party"
        " communist cadres propaganda officials directive notice regulation regulations rules 监管 部门 通知 规定"
        " 中央 党"
    ),
    "outlet": _words(
        "newspaper newspapers news reported reports report told daily agency wire magazine broadcaster interview"
        " article editorial according correspondent journalist 报道 记者 据 报 采访"
    ),
}
"""Words that, in the same sentence, are a sign that an ambiguous name means an actor of this sort."""

SORTS = {
    "company": "business", "platform": "business", "regulator": "public", "state_organ": "public",
    "party_organ": "public", "group": "public", "outlet": "outlet",
}
"""Which cues speak for which kind of actor."""

COUNTRIES = {
    "AE": _words("uae emirates emirati dubai"), "AR": _words("argentina argentine"),
    "AU": _words("australia australian canberra"), "BD": _words("bangladesh bangladeshi dhaka"),
    "BR": _words("brazil brazilian brasilia brasília"), "BY": _words("belarus belarusian minsk"),
    "CA": _words("canada canadian ottawa"), "CH": _words("switzerland swiss"),
    "CN": _words("china chinese beijing prc shanghai guangdong 中国 北京"), "DE": _words("germany german berlin"),
    "EG": _words("egypt egyptian cairo"), "ES": _words("spain spanish madrid"), "ET": _words("ethiopia ethiopian"),
    "FR": _words("france french paris"), "GB": _words("britain british uk u.k london england"),
    "GE": _words("georgian tbilisi"), "GH": _words("ghana ghanaian accra"), "HK": _words("hong kong 香港"),
    "HU": _words("hungary hungarian budapest"), "ID": _words("indonesia indonesian jakarta"),
    "IE": _words("ireland irish dublin"), "IN": _words("india indian delhi"), "IR": _words("iran iranian tehran"),
    "IT": _words("italy italian rome"), "JP": _words("japan japanese tokyo 日本"),
    "KE": _words("kenya kenyan nairobi"), "KR": _words("korea korean seoul 韩国"), "LK": _words("lanka lankan colombo"),
    "MY": _words("malaysia malaysian kuala"), "NG": _words("nigeria nigerian abuja lagos"),
    "NL": _words("netherlands dutch"), "NO": _words("norway norwegian"), "NP": _words("nepal nepali kathmandu"),
    "PH": _words("philippines philippine filipino manila"), "PK": _words("pakistan pakistani islamabad"),
    "PL": _words("poland polish warsaw"), "QA": _words("qatar qatari doha"),
    "RU": _words("russia russian moscow 俄罗斯"),
    "RW": _words("rwanda rwandan kigali"), "SA": _words("saudi riyadh"), "SE": _words("sweden swedish"),
    "SG": _words("singapore singaporean 新加坡"), "TH": _words("thailand thai bangkok"),
    "TR": _words("turkey turkish türkiye ankara"), "TW": _words("taiwan taiwanese taipei 台湾 台灣"),
    "TZ": _words("tanzania tanzanian"), "UG": _words("uganda ugandan kampala"),
    "US": _words("us u.s american washington america 美国"), "VE": _words("venezuela venezuelan caracas"),
    "VN": _words("vietnam vietnamese hanoi 越南"), "ZA": _words("africa african pretoria johannesburg"),
    "ZM": _words("zambia zambian lusaka"), "ZW": _words("zimbabwe zimbabwean harare"),
}
"""Words that name a country of the gazetteer, its people or its seat of government, folded."""

//! The words that notes on trade are made of, in both languages. Whatever is not among them is not
//! understood, and neither is the figure beside it.

use super::cue::Cue;

/// English phrases, separated by `|`.
pub(super) const ENGLISH: [(Cue, &str); 58] = [
    (Cue::It, "it|its"),
    (Cue::They, "they|their|theirs"),
    (Cue::OfTwo(0), "the former|former"),
    (Cue::OfTwo(1), "the latter|latter"),
    (Cue::ThatMonth, "in that month|that month"),
    (
        Cue::Take,
        "took|take|takes|taking|received|receiving|bought|buying|absorbed|absorbing|claimed|claiming|held|holding|purchasing|procured|secured|securing|snapped up|drew|drawing|pulled in|landed",
    ),
    (Cue::Those, "those"),
    (Cue::By, "by"),
    (Cue::Or, "or"),
    (Cue::OfYear, "of the year's total|of the full-year total|of the annual total"),
    (Cue::Reporting, "reporting month|reporting period|reference month|reference period"),
    (Cue::Group(1), "the province|the province's"),
    (Cue::Group(2), "the two|those two|these two|the pair"),
    (
        Cue::Group(3),
        "the three|those three|these three|all three|the trio|top three combined|the top three together|the top three combined",
    ),
    (
        Cue::Up(false),
        "up|rose|rises|climb|climbs|jumps|grow|grows|gains|surges|soars|rising|increased|increasing|grew|growing|climbed|jumped|surged|gained|expanded|advanced|soared|rebounded|picked up|went up|added|edged up|climbing|jumping|surging|moved up|recovered|recovering|raised|lifted|boosted|swelled|rallied|ticked up|inched up|leapt|leaped|spiked|improved|strengthened|bounced|bounced back|shot up|edged higher|moved higher|nudged up|firmed|crept up|perked up|increases|rebounds|rallying|improving",
    ),
    (
        Cue::Up(true),
        "growth rate|increase|rise|growth|gain|higher|more|jump|surge|expansion|rebound|uptick|upturn|upswing|improvement|advance|leap|spike|bounce",
    ),
    (
        Cue::Down(false),
        "down|fell|falls|drops|declines|ease|eases|slip|slips|dips|shrink|shrinks|slide|slides|sank|falling|decreased|decreasing|declined|declining|dropped|dropping|slipped|shrank|contracted|slumped|plunged|lost|eased|went down|dipped|edged down|slid|retreated|tumbled|slipping|moved down|off|cut|trimmed|reduced|softened|weakened|pulled back|ticked down|inched down|cooled off|receded|subsided|edged lower|moved lower|fell back|came off|plummeted|slackened|shed|dwindled|sagged|decreases|retreats|sliding|contracting|shrinking",
    ),
    (
        Cue::Down(true),
        "decrease|decline|fall|drop|lower|less|reduction|contraction|slump|dip|deficit|downturn|pullback|setback|downtick|plunge|retreat|shrinkage|tumble",
    ),
    (
        Cue::Mom,
        "within a month|within one month|mom|m-o-m|m/m|m.o.m|month-on-month|month on month|month-over-month|month over month|on the month|on month|monthly",
    ),
    (
        Cue::Yoy,
        "yoy|y-o-y|y/y|y.o.y|year-on-year|year on year|year-over-year|year over year|on the year|on year|annual|annually",
    ),
    (
        Cue::Share,
        "share|a share of|accounting for|accounted for|accounts for|account for|making up|made up|representing|represented|proportion|taking up|took up|constituting|shares",
    ),
    (
        Cue::OfTotal,
        "of the total|of total|of what was shipped|of what was exported|of everything|of everything shipped|of the national figure|of the national volume|of tonnage|of the month's tonnage|of all volume|of volumes|of all chinese exports|of chinese exports|of all of china's exports|of everything that left the country|of everything exported|of the whole|of all exports|of all shipments|of total exports|of the total exports|of total export volume|of the total export volume|of the month's total|of the month's exports|of china's total exports|of china's exports|of china's total|of overall exports|of the country's exports|of the country's total|of exports|of total shipments|of the exports|of the national total|of the volume|of the country's overall exports|of the month's shipments|of the month's volume|of the overall total|of monthly exports|of the monthly total|of the full total|of the export total|of the total volume|of the total tonnage|of the tonnage|of the aggregate|of the nationwide total|of china's shipments|of all tonnes|of outbound volume|of overall shipments|of april's total",
    ),
    (
        Cue::Whole,
        "total|totals|headline exports|headline volume|our industry|our exporters|chinese exporters|all goods|all goods of the heading|all products|all items|overall|in total|whole|total exports|total export volume|total shipments|nationwide|national|the country's exports|china's total exports|aggregate",
    ),
    (
        Cue::Exports,
        "exports|export|exported|cleared for export|export volume|shipments|shipped|export volumes|volume|volumes|quantity|sales abroad|tonnage|outbound shipments|export shipments|left chinese ports|left china's ports|left china|left the country|leave chinese ports|leave china's ports|leave china|leave the country|exporting|shipping|shipment|deliveries abroad|export tonnage|export total|exports volume|export business|outbound volume|outbound volumes|overseas sales|overseas shipments|foreign sales|sent abroad|sent overseas|shipped abroad|shipped overseas|exported volume",
    ),
    (Cue::From, "from"),
    (
        Cue::Than,
        "compared with|compared to|versus|vs|vs.|against|than|relative to|in comparison with|as against",
    ),
    (Cue::Without, "of it|of them|excluding|except|except for|without|besides|apart from|net of"),
    (Cue::To, "to|into"),
    (
        Cue::Reach,
        "reached|reaching|totalled|totaled|totalling|totaling|at|came to|come to|comes to|coming to|amounted to|amounting to|stood at|standing at|with|hit|hitting|recorded|registered|came in at|to reach|posted|remained at|ended at|works out at|worked out at|added up to|adds up to|adding up to|stands at|clocked in at|clocked|tallied|logged|notched|printed|weighed in at|ran at|settled at|finished at|closed at|landed at|chalked up|came out at|reaches|registering|recording|hits",
    ),
    (Cue::Is, "was|were|is|being|had been"),
    (Cue::On, "on|upon"),
    (Cue::Clause, "while|whereas|whilst|but|yet|although|though|however|in contrast|by contrast"),
    (Cue::Past, "after|following a|following the"),
    (Cue::When, "when|where|before|since|as|because|who|that|unlike|if"),
    (Cue::For, "for|bound for|destined for|headed for|headed to|went to|going to"),
    (
        Cue::MonthBefore,
        "the previous month|previous month|the prior month|prior month|last month|a month earlier|a month before|the month before|one month earlier|the preceding month|month ago|a month ago",
    ),
    (
        Cue::YearBefore,
        "the same period last year|the same period of last year|same period last year|the same period a year earlier|the same period of the previous year|the same period|the same month last year|the same month of last year|same month last year|the same month a year earlier|the same month of the previous year|the same month|the corresponding month|the corresponding period|the corresponding period last year|the corresponding month of last year|a year earlier|a year before|a year ago|one year earlier|year ago|year earlier|the year before|the previous year's period|the same months last year|the same months of last year|the same two months|the same three months|the same four months|the same five months|the same six months|the same seven months|the same eight months|the same nine months|the same ten months|the same eleven months|the same twelve months|the year-ago period|the year-ago month|the same months",
    ),
    (
        Cue::Cumulative,
        "cumulative|cumulatively|year to date|year-to-date|ytd|so far this year|since january|accumulated|to date",
    ),
    (
        Cue::FullYear,
        "over the year|over the full year|in the year|for the year|the year's total|the year's tally|the full year|full year|full-year|the whole year|calendar year",
    ),
    (
        Cue::TwoMonths,
        "over two months|over the two months|over both months|both months|in the two months|the two-month total|two-month total|the two-month period|two-month period|the two months together|the two months|the first two months together|two months combined|the two months combined",
    ),
    (
        Cue::Together,
        "together|altogether|all told|combined|jointly|in aggregate between them|collectively|between them",
    ),
    (
        Cue::About,
        "about|around|some|roughly|approximately|approx.|approx|nearly|almost|close to|circa|just under|just over|a little over",
    ),
    (
        Cue::Above,
        "over|more than|better than|above|exceeding|exceeded|exceed|at least|in excess of|surpassing|upwards of",
    ),
    (Cue::Below, "less than|below|under|fewer than|at most|up to|short of"),
    (
        Cue::Value,
        "export value|value|worth|valued at|in value|in value terms|by value|export earnings|export revenue",
    ),
    (
        Cue::Alien,
        "price|prices|priced|average price|unit value|unit price|capacity|production|output|inventory|inventories|stocks|operating rate|operating rates|utilisation|utilization|tariff|tariffs|duty|duties|demand|consumption|orders|order|freight|premium|premiums|quota|quotas|target|targets|gdp|margin|margins|profit|rate|rates|lme|shfe|copper|steel billet|ingot|aluminium foil|aluminum foil|produced|consumed|investment|domestic sales|contribution|contributed|contributing|average|on average|on average,|a month|per month|each month|every month|a year|per year|global|world|per day|daily",
    ),
    (Cue::Imports, "imports|import|imported|importing"),
    (
        Cue::This,
        "this is|this was|that's|that is|that was|this represents|this represented|this marks|this marked",
    ),
    (
        Cue::Forecast,
        "expected|expect|expects|forecast|forecasts|will|would|projected|estimated|estimate|estimates|may|might|could|should|likely|anticipated|predicted|if|had|planned|aims|aim|outlook|next month|next year|next quarter|the coming month|the coming months|the coming year|guidance|budget|budgeted|pencilled in",
    ),
    (Cue::And, "and|&|as well as|plus"),
    (
        Cue::Stop,
        "amid|used|due to|thanks to|despite|driven by|supported by|on the back of|given|owing to|reflecting|according to|helped by|boosted by|as a result of",
    ),
    (Cue::Next, "next came|followed by|then came|next|then|also|ahead of|trailed by|behind it|after it came"),
    (
        Cue::Others,
        "others|other:|other countries|other destinations|other provinces|other regions|the rest|the remainder|the remaining|rest|remaining|elsewhere|other markets|other products|asean|eu|the eu|european union|africa|asia|europe|latin america|southeast asia|the middle east|south america|north america|them|it alone",
    ),
    (
        Cue::Who,
        "destination|destinations|market|markets|buyer|buyers|country|countries|supplier|suppliers|province|provinces|exporters|exporter|companies|enterprises|shipper|shippers|regions|region|cities|municipalities|biggest buyer|receiver|largest|biggest|leading|top|top three|second|third|fourth|fifth|second-largest|third-largest|number two|top buyer|top destination|top destinations|top market|top markets|leading destination|leading market|leading buyer|main destination|key destinations|key markets|main markets|runner-up|number three|no. 2|no. 3|manufacturers|customers|consumers|exporting provinces|hub|hubs|cluster|heavyweight",
    ),
    (Cue::OfWhich, "of which|of this|of these|of that|out of this|out of that|within this|within that"),
    (
        Cue::Hedge,
        "all but|a quarter of|a third of|half of|two thirds of|two-thirds of|three quarters of|three-quarters of|of the remaining|between|back then|previously|at its peak|at that time|every month|early|prior-year|by rail|by sea|by air|by road|by truck|by ship|private firms|state firms|state-owned firms|with volume|with volumes|with tonnage|higher volume|lower volume|record exports|record shipments|previous record|years ago|years earlier|years before|usually|typically|normally|seasonally adjusted|seasonally|adjusted|on a daily basis|daily basis|tend to|tends to|in a typical month",
    ),
    (
        Cue::SeveralMonths,
        "quarter|quarterly|since the start of the year|since the beginning of the year|from the start of the year|up to the end of|until the end of|over the same period|over three months|over four months|over five months|over six months|over the three months|over the four months|over the five months|over the six months|annual exports|annual shipments|annual volume|annual total|up to january|up to february|up to march|up to april|up to may|up to june|up to july|up to august|up to september|up to october|up to november|up to december|until january|until february|until march|until april|until may|until june|until july|until august|until september|until october|until november|until december|by end-january|by end-february|by end-march|by end-april|by end-may|by end-june|by end-july|by end-august|by end-september|by end-october|by end-november|by end-december|by the end of january|by the end of february|by the end of march|by the end of april|by the end of may|by the end of june|by the end of july|by the end of august|by the end of september|by the end of october|by the end of november|by the end of december|q2|q3|q4|2q|3q|4q|second half|half-year|h2|2h|past year|twelve months|12 months|last three months|past three months|three months to|last six months|past six months|rolling|week|weeks|days|fortnight|months together",
    ),
    (
        Cue::Fill,
        "slowed|narrowed|widened|accelerated|stranded wire|followed|purchases|intake|that of|bucked the trend|held up better|held up well|did most of the damage|led the way|led the way up|led the way down|stood out|not far behind|was not far behind|good for|came next|narrowly ahead|stayed narrowly ahead|equal to|equivalent to|the equivalent of|once again|outlet|abroad|now|exporters registered in|firms registered in|companies registered in|enterprises registered in|exporters based in|firms based in|companies based in|of the other destinations|of the other registration locations|of the other products|of the other origins|of the other provinces|of the other countries|among the other destinations|among the other provinces|the|a|an|of|in|which|during|this|these|their|month|months|year|basis|further|percentage|figure|figures|data|customs|customs data|show|shows|showed|indicate|indicated|release|released|latest|general administration of customs|gacc|smm|tonnes|tonne|mt|t|china customs|meanwhile|respectively|so|so far|both|either|alone|there|went|go|goes|that took|this took|that brought|this brought|that brings|this brings|that takes|this takes|which brought|which brings|which took|that lifted|this lifted|by a quarter|by a third|by half|doubled|tripled|quadrupled|halved|sent|sending|ranked|ranking|ranks|first|main|major|place|spot|origin|registration|location|locations|registered|among|product|products|hs|code|codes|category|categories|period|same|single|slight|sharp|steep|modest|strong|small|large|slightly|sharply|well|only|just|even|still|again|all|each|one|two|three|four|five|six|row|consecutive|straight|running|least|number|came|come|made|make|makes|saw|see|seen|rate of|change|changes|changed|amount|amounted|volume of|much|compared|comparison|terms|term|in terms|mainly|mostly|primarily|has|have|been|be|are|list|listed|remained|remaining|stayed|kept|continued|while in|weight|net weight|trade|foreign|overseas|abroad|out|goods|cargo|part|parts|side|hand|other hand|year's|month's|not|no. 1|number one|wire|cable|marking|marked|mark|another|latest month|led|lead|leads|leading|topped|breakdown|broken|origins|purchases|purchased|intake|bill|came out|out of|put|puts|putting|meaning|i.e.|namely|size|level|levels|represents|thereof|including|included|include|includes|contrast|contrasted|turning|looking|look|table|tally|figure of|reading|swing|result|results|resulting|news|market news|report|reported|reports|reportedly|analysis|review|update|note|full|year as|entire|entirely|newly|published|per|customs statistics|statistics|statistical|record|provisional|preliminary|final|said|says|dispatched|dispatching|bringing|brought|brings|equivalent|equal|equals|thus|ended|place|places|milder|tuesday|monday|wednesday|thursday|friday|weekday|heading|producers|supplied|supplying|the same as|itself|self|following|earlier|previously|before that|year-end|healthy|hefty|mere|whopping|meagre|solid|robust|brisk|sizeable|sizable|notable|remarkable|impressive|fresh|high|low|double-digit|single-digit|destination-wise|by destination|by product|by province|by origin|by country|by market|by hs code|by code|product mix|product split|structure|mix|split|front|ranking table|in order|in that order|in descending order|stronger|weaker|softer|subdued|muted|resilient|holiday|seasonal|post-holiday|lunar new year|spring festival|chinese new year|national day|golden week|working days|back|ahead|third place|second place|first place|third spot|second spot|top spot|snapshot|bulletin|brief|briefing|flash|highlights|key figures|headline|headlines|headline figure|tonnage-wise|volume-wise|on the product side|on the destination side|by destination country|by place of registration|place of registration|registration place|registration places|registration province|registration provinces|registered exporters|based|conductor|conductors|bare|overhead|stranded|reinforced|steel|aluminium|aluminum|wires|cables|line|lines|grade|item|items|two-way|gap|pace|momentum|run|streak|extended|extending|extends|maintained|maintaining|retained|retaining|regained|reclaimed|overtook|overtaking|displaced|jumping to|slipping to|narrowly|comfortably|firmly|unchanged|flat|stable|steady|little changed|broadly|largely|essentially|nationally|geographically|regionally|elsewhere in|taken together|in other words|that means|which means|put differently|for comparison|for reference|for context|to be precise|exactly|precisely",
    ),
];

/// Chinese phrases, separated by `|`.
pub(super) const CHINESE: [(Cue, &str); 52] = [
    (Cue::Reporting, "统计月份|数据月份|报告月份"),
    (Cue::ThisMonth, "本月|当月|单月"),
    (Cue::OfTwo(0), "前者"),
    (Cue::OfTwo(1), "后者"),
    (Cue::Group(2), "两国|两省|两地|两者|二者|两省市"),
    (Cue::Group(4), "四国|四省|四地|前四名|前四国|前四大"),
    (Cue::Group(5), "五国|五省|五地|前五名|前五国|前五大合计|前五合计"),
    (Cue::Group(3), "前三名合计|前三国|前三省|三国|三省|三地|三者|三省市|三地区"),
    (
        Cue::Up(false),
        "多出口|由降转增|净增|增长|增加|上升|上涨|提高|回升|增|升|涨|上行|攀升|多增|走高|反弹|扩大|多|多了|多出|高|高出|猛增|大增|再增|再涨|涨了|提升|小增|小升|上扬|上调|激增|劲增|微增|略增|小增|飙升",
    ),
    (
        Cue::Down(false),
        "少出口|还差|尚差|还少|由增转降|净减|下降|减少|下滑|下跌|回落|降低|降|减|跌|萎缩|下行|缩减|走低|少|少了|锐减|微降|小降|略降|骤降|大降|再降|低|低了|回调|滑落|收缩|下挫|跌去",
    ),
    (Cue::Up(true), "增幅|增速|增长率|涨幅|增量|增加量"),
    (Cue::Down(true), "降幅|跌幅|减幅|减量|减少量"),
    (Cue::Mom, "环比|环比增速|月环比|月率"),
    (Cue::Yoy, "同比|同比增速|年同比|年率"),
    (
        Cue::Share,
        "占比|占比为|占比达|占比约|占|占了|约占|占到|占据|占比分别为|份额|比重|所占比重|占总量的|占总出口量的|占出口总量的|占全国出口总量的|占全部出口的|占全国的|总量的|全部出口的|出口总量的|总出口量的|总出口的|全国总量的|全国出口的|全国出口量的|全国出口总量的|全国同期出口量的|我国出口总量的|我国总出口的|占总量|占出口总量|占出口总量比重|占总出口",
    ),
    (
        Cue::Whole,
        "总量|总计|全国|全国口径|全行业|总出口量|出口总量|合计总量|总出口|全部|全国出口|我国|总体|全国企业|国内企业|我国企业|中国企业",
    ),
    (
        Cue::Exports,
        "出口量|出口|出口量为|出口数量|发运|发货|输出|数量|销往海外|外销|外销量|卖出|报关出口|出口报关|报关|报关量|出货|出货量|发运量|出口规模|出口总规模|出海",
    ),
    (Cue::From, "从|由"),
    (Cue::Than, "较|比|仅次于|相较|相比|相比于|与|对比|相对|低于|高于"),
    (Cue::Without, "不含|除|除了|剔除|扣除|不包括"),
    (Cue::Is, "为|是"),
    (Cue::Reach, "达|达到|录得|报|达到了|计|有"),
    (Cue::Clause, "但|而|然而|不过"),
    (Cue::Past, "之后|过后|以后"),
    (Cue::When, "当|时"),
    (
        Cue::To,
        "收窄至|扩大至|放缓至|提升至|提高至|至|到|增至|升至|增加至|增长至|上升至|回升至|降至|减少至|下降至|回落至|下滑至|减至|跌至|增加到|增长到|下降到|减少到|增到|降到|升到|掉到|攀升至|跃升至|扩至|扩大到|提高到|提升到|升高至|收窄到|下探至|缩至|滑落至|减少到|下滑到|回落到|跌到|涨到|涨至",
    ),
    (Cue::For, "对|向|往|出口至|出口到|运往|销往|流向|发往"),
    (Cue::MonthBefore, "上月|上个月|前一个月|前月|上一月"),
    (Cue::YearBefore, "上年同期|去年同期|上年同月|去年同月|同期|同月"),
    (Cue::Cumulative, "累计|年初至今|今年以来|年内累计|累计量|累计看|开年以来"),
    (Cue::FullYear, "全年"),
    (Cue::TwoMonths, "开年两月|开年两个月|头两月|头两个月|两个月合计|两月合计|两个月共|两月共计|两个月累计"),
    (
        Cue::SeveralMonths,
        "截至|年初以来|年初至|近一年|近三个月|近三月|近半年|季度|下半年|滚动|上旬|中旬|下旬|一周|三个月合计|四个月合计|五个月合计|六个月合计|三个月共|四个月共|五个月共|六个月共|三个月累计|三月合计|季度合计",
    ),
    (Cue::Together, "合计|共计|共|总共|加起来|合占"),
    (Cue::About, "约|大约|近|接近|左右|出头|有余|约为|上下|将近|大致"),
    (Cue::Above, "超|超过|逾|高达|以上|突破|至少|超出"),
    (Cue::Below, "不足|不到|低于|以下|未达"),
    (Cue::Value, "出口额|金额|出口金额|货值|出口值|价值|总额|创汇"),
    (
        Cue::Alien,
        "内销|国内销售|内贸|均价|单价|价格|产能|产量|库存|开工率|利用率|关税|需求|消费|订单|运费|升水|配额|目标|利润|拉动|拖累|贡献|铝棒|铝箔|铜|汇率|产值|投资|平均|月均|加工费|现货|报价|税率|铝锭|全球",
    ),
    (Cue::Imports, "进口|进口量"),
    (Cue::FromReporter, "自华|自中国|从中国|自我国|从我国"),
    (Cue::Forecast, "预计|预期|预测|有望|将|或将|可能|估计|预估|计划|若|如果|展望|下月|下个月|明年|后市"),
    (Cue::And, "和|及|与|以及|、|并|且"),
    (Cue::Stop, "受|因|由于|得益于|随着|尽管|虽然|主要因|主要由于"),
    (
        Cue::Next,
        "其次|其次是|其次为|随后|紧随其后|退居其后|紧跟其后|再往后|之后是|此外|另外|同时|另|再次|随后是",
    ),
    (
        Cue::Others,
        "其他国家|其他地区|其余|其他|其它|东盟|欧盟|非洲|亚洲|欧洲|东南亚|中东|南美|北美|拉美|剩余|其余国家|其他省份|其他目的地",
    ),
    (Cue::OfTotal, "占同期总量"),
    (
        Cue::Topic,
        "品种上|省份上|区域上|注册地上|产品上|市场上|注册地方面|目的地方面|产品方面|品种方面|分产品看|分目的地看|分注册地看|从产品看|从目的地看|从注册地看|按产品|按目的地|按注册地|从国家来看|从省份来看|分国别看|分省份看|分省市看|以企业注册地计|按企业注册地|按企业注册地计|按注册地计|以注册地计|分注册地|分产品|分品种|分品种看|分国别|分省份|从品种看|从省份看|从国别看|从市场看|分市场看",
    ),
    (
        Cue::Who,
        "第二大|第三大|第一大|目的地|目的国|出口商|出口企业|出口目的地|国家|国家和地区|地区|省份|企业|最大|前三|市场|买家|出口市场|前十|前五|前十大|前五大|前三大",
    ),
    (Cue::OfWhich, "其中"),
    (
        Cue::Hedge,
        "增量中|增加额中|市场里|贸易中|出口额中|三国中|两国中|上上月|年前|两年累计|三年累计|五年累计|前年同期|前年同月|通常|一般在|往年|季调后|季节性调整后|日均",
    ),
    (
        Cue::Fill,
        "最高|高位|新高|较高|次高|向海外|一口气|居前|排前|为主|集中于|集中在|主要集中在|当中|里|方里|买家当中|发货方里|总体而言|总的来看|整体看|至此|定格在|收官|收尾|创年内单月新高|年内单月新高|年内新高|年内次高|遥遥领先|逐月来看|分月来看|向全球|销往全球|全球各地|的低点|的高点|低点|高点|为最|居次|基本持平|持平|低位|较低|最低|偏低|讯|创|净重口径|口径下|出口对象|出来了|谁在买|谁在卖|买了|反倒|这次|咱们|就|的增长|各为|各占|收发货人|收发货人注册地|发货人|前三目的国|目的国方面|税号拆分|国内|行业|本期|期末|延续|稳步|再上台阶|回暖|快速|持续|抬升|走强|走弱|表现|亮眼|显示|情况|通报|速览|点评|观察|解读|数据来源|来源|海关统计|记者|获悉|统计中|依次是|位列前三|列前三|居前三|排名前三|前三位|前三名|跻身前三|领衔|占据首位|稳居|稳居首位|高居榜首|榜首|拔得头筹|排第一|排第二|排第三|位居第二|位居第三|第二|第三|为首|打头|唱主角|主力|大户|第一大省|第一大市场|最大市场|铝绞线|表现突出|表现抢眼|表现稳健|领跑|居前|领先|还是正的|仍为正|为正|表现亮眼|购入|则|以|其他目的地中|其他注册地中|其他产品中|其他国家中|其他省份中|其余目的地中|的|了|分别|分别为|依次|依次为|据|据海关|海关数据显示|海关数据|数据显示|海关总署|海关|数据|显示|根据|公开数据|公布|最新|合成数据显示|该|其|在|于|共有|第一|第二|第三|第一位|首位|居首|位居|位列|排名|排在|位于|居|名列|前列|最多|主要|省|市|注册地|产品|编码|海关编码|税号|品种|来看|看|方面|幅度|同为|仅|仍|也|均|还|又|再|明显|大幅|小幅|略|微|略有|显著|继续|连续|保持|维持|实现|呈|呈现|的是|中国|月|年|月份|今年|期间|这|此|依旧|一|二|三|四|五|两|个|家|国|自治区|维吾尔自治区|壮族自治区|回族自治区|特别行政区|实物量|净重|规模|水平|后|前|上|下|中|向好|录|采购|吸收|接收|发出|贸易|变动|变化|变化率|幅|来自|来源|登记|货物|产品中|产品结构|结构|口径|统计|统计数据|一般|以|以及其|位|名|均为|则|计算|按|照|吨|相关|快讯|简报|月报|点评|分析|资讯|整体|为止|末|底|期内|同样|当期|该月|量|分|别|排|行|另有|列|大|者|最多的|多个|许多|大多|讯|税则号|进一步|只有|具体来看|拿走|走了|购入|稳坐|表现亮眼|亮眼|单看|开年|业内|本网|领跑|次之|居前|逆势|分月看|分月度看|逐月看|列第三|列第二|公布的|数据出了|卖到了",
    ),
];

/// Names that a note may have and a dataset may lack: who they are is clear, and that it is not the total.
pub(super) const ELSEWHERE: &str = "general trade|ordinary trade|processing trade|一般贸易|加工贸易|进料加工|来料加工|the us|the u.s.|afghanistan|albania|algeria|angola|argentina|austria|bangladesh|belgium|brazil|bulgaria|cameroon|canada|chile|colombia|congo|costa rica|denmark|djibouti|dominican republic|ecuador|estonia|ethiopia|france|germany|greece|guatemala|guinea|honduras|hong kong|hungary|india|indonesia|iran|ireland|israel|italy|jamaica|japan|jordan|kazakhstan|kenya|korea|south korea|kuwait|laos|latvia|lebanon|libya|madagascar|malaysia|mali|mongolia|morocco|mozambique|myanmar|nepal|netherlands|new zealand|nigeria|norway|oman|panama|peru|poland|qatar|romania|russia|saudi arabia|senegal|serbia|singapore|slovakia|south africa|spain|sri lanka|sudan|sweden|switzerland|syria|taiwan|tanzania|thailand|turkey|türkiye|uganda|ukraine|united arab emirates|uae|united kingdom|uk|united states|usa|u.s.|uruguay|uzbekistan|venezuela|vietnam|viet nam|yemen|zambia|zimbabwe|阿根廷|坦桑尼亚|埃塞俄比亚|阿尔及利亚|安哥拉|喀麦隆|刚果|赞比亚|津巴布韦|莫桑比克|塞内加尔|苏丹|尼泊尔|蒙古|古巴|洪都拉斯|多米尼加|卡塔尔|科威特|阿曼|约旦|黎巴嫩|叙利亚|希腊|爱尔兰|丹麦|罗马尼亚|匈牙利|塞尔维亚|奥地利|孟加拉国|比利时|巴西|加拿大|智利|哥伦比亚|法国|德国|危地马拉|印度|印度尼西亚|印尼|伊朗|以色列|意大利|日本|哈萨克斯坦|肯尼亚|韩国|老挝|马来西亚|摩洛哥|缅甸|荷兰|新西兰|尼日利亚|挪威|秘鲁|波兰|俄罗斯|沙特阿拉伯|沙特|新加坡|南非|西班牙|斯里兰卡|瑞典|泰国|土耳其|乌克兰|阿联酋|英国|美国|乌兹别克斯坦|委内瑞拉|越南|也门|赞比亚|tianjin|hebei|shanxi|inner mongolia|liaoning|jilin|heilongjiang|shanghai|anhui|fujian|jiangxi|shandong|hubei|hunan|guangdong|guangxi|hainan|sichuan|guizhou|yunnan|tibet|shaanxi|gansu|qinghai|ningxia|beijing|jiangsu|zhejiang|henan|chongqing|xinjiang|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|坦桑尼亚|安徽|福建|江西|山东|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|北京|江苏|浙江|河南|重庆|新疆";

//! Words of notes that change nothing about a figure: how people say that it is large or small, late or early, good
//! or bad, and what they say in between. A word that might say of whom, of what part, or compared with what a
//! figure is does not belong here.

/// English words and phrases, separated by `|`.
pub(super) const ENGLISH: &str = "\
    about-face|above-average|across the board|actually|admittedly|aforementioned|agreeing|all eyes|all-time|\
    almost as|also-ran|amazing|anyway|apparently|arguably|as a matter of fact|as ever|as expected|\
    as it happens|as usual|as well|astonishing|at a glance|at least so far|at long last|\
    at the time of writing|at this point|attention|authorities|back in the lead|back on top|background|bad|\
    bang|barely|basically|became|become|becomes|becoming|behind the|best|better|bettered|bit|blip|board|\
    bottom line|bounced around|breather|bright|buoyant|busy|by and large|by far|by no means|cable makers|\
    calm|calmer|caught up|chart|cheers|clear|clearer|clearly|climb down|close|closely|closer|cold|colder|\
    colleagues|come as no surprise|comes as no surprise|comfortable|coming in|comparatively|compiled|\
    complete|confirm|confirmed|confirms|considerable|considerably|consistent|consolidated|continue|\
    continues|continuing|cool|cooler|cooling|counting|couple|course|covered|covering|crown|curiously|\
    current|currently|curve|deal|dear|dear all|dear colleagues|dear members|decent|decisive|delivered|\
    deliveries|delivery|detail|detailed|details|did|did not|disappointing|disappointment|does|doing|\
    dominant|dominate|dominated|dominates|dominating|done|down the list|dramatic|dull|early look|eased back|\
    easily|email|emerged|emerging|encouraging|enjoyed|enough|enter|entered|entering|especially|essential|\
    established|eventful|eventually|ever|evidence|evident|evidently|exact|exceptional|exciting|eye-catching|\
    fact|fairly|fast|faster|fastest|featured|features|feel|felt|fifth place|file|find|finding|finds|fine|\
    firm|firms|first in line|folks|followers|for the first time|for the first time in|fortunes|forward|\
    found|fourth place|fyi|gathered|gave|general|generally|get|gets|getting|give|given in|gives|giving|\
    giving it|giving them|glad|gloomy|gone|gone are the days|good|good afternoon|good day|good evening|\
    good morning|great|greater|greatest|greetings|grown-up|handful|happened|happens|happy|hard|hardly|\
    heading up|healthier|heart|heavily|heavy|heavy lifting|hello|here|here are|here is|here we go|hi|hi all|\
    hi everyone|hi team|hidden|holds|hot|hotter|how it looks|huge|impressive showing|in a nutshell|in a row|\
    in all|in brief|in detail|in fact|in five years|in four years|in line|in numbers|in one month|\
    in particular|in second|in short|in sum|in summary|in the first place|in the lead|in the meantime|\
    in third|in three years|in turn|in two years|in years|incidentally|increasingly|indeed|inevitably|info|\
    inform|information|interest|interesting|interestingly|into the bargain|it is worth noting|it turns out|\
    item by item|jitters|join|joined|joins|just in|keen|keep|keeping|keeps|key|kick|kicked off|kind|\
    kind regards|know|known|lacklustre|laggard|laggards|landing|large jump|largely thanks|\
    last but not least|leaving it|left|less busy|let us|level-headed|lively|lofty|long run|longer|looked|\
    looks|lot|lots|love|low-key|made for|main story|mainstay|makers|makes for|managed|marginal|marginally|\
    massive|matter|matters|mean|meaningful|meaningfully|means|memorable|merely|message|middling|mighty|mild|\
    mildly|mills|mixed|moderately|moment|month just gone|monthly data|moreover|morning|most active|\
    most notably|move|moved|movement|movements|moves|moving|much of the same|narrower|naturally|never|\
    nevertheless|newcomer|newcomers|newest|news in brief|newsletter|nice|night|no surprise|no surprises|\
    nonetheless|normal|notably|noted|notes|noteworthy|nothing|nothing dramatic|notice|noticeable|noticeably|\
    numbers|obvious|obviously|occupied|occupies|occupying|occurred|official|officially|okay|on paper|\
    on record|on the face of it|on the one hand|on the other hand|on the whole|on top|once more|one-off|\
    onward|order of magnitude|our|out this morning|out today|outpaced|outperformed|outstanding|outstripped|\
    overview|paced|painted|particular|particularly|parties|partly|pause|perfect|perhaps surprisingly|phase|\
    pick-up|picked|picking up|picture|piece|placed|placing|plain|play|played|pleasant|pleased|plenty|podium|\
    point|pointed|points to|poor|poorer|popular|posting|practically|present|presented|pretty|prime|\
    principal|print|prominent|promising|proved|proven|provided|provides|providing|published today|pull|\
    pulled|punchy|pushed|pushing|quick|quick look|quick note|quick one|quickly|quiet|quieter|quite|race|\
    rank|rapid|rapidly|rare|rarely|rather|read|readers|readings|ready|really|reason|reasonable|reasonably|\
    rebound year|recap|recently|recognised|recorded there|recovering ground|regards|regularly|related|\
    relative|relatively|reliable|relief|remain|remaining in|remains|remarkably|remember|reminder|renewed|\
    replaced|replacing|resumed|returning|revealed|reveals|rising star|roaring|round-up|roundup|routine|rule|\
    runners-up|runs|safe|same as|sat|satisfying|scale|scenes|scored|seemed|seems|seen in|sends|sense|series|\
    serious|seriously|set|sets|setting|several places|shape|shaped|sharper|sheer|shift|shifted|shifting|\
    shocking|short-lived|shortly|showing|shown|significant|significantly|similar|simply|sits|sitting|\
    sixth place|slack|slight uptick|slow|slower|slowing|slowly|sluggish|smaller|smart|smooth|soft|some way|\
    somewhat|soon|sort|spectacular|speed|spotlight|spread|stage|standing|stands|star|stark|startling|\
    state of play|status|steadier|steadily|steeper|step|stepped|steps|sticking|still going|stood|stop press|\
    stories|story|strange|strength|striking|strikingly|stronger showing|strongest|strongly|stuck|stunning|\
    substantial|substantially|successive|sudden|suddenly|suggest|suggested|suggests|summarised|summary|\
    summer lull|supposedly|sure|surely|surprise|surprised|surprising|surprisingly|sustained|swift|swiftly|\
    swings|tailed off|take a look|takeaway|takeaways|talk|talking|team|tell|telling|tells|tepid|thanks|\
    that leaves|that left|that puts|that said|the balance of|the perennial leader|thick|thin|thing|things|\
    think|thinner|third in line|this leaves|this left|this puts|thought|thread|throughout|tick|tidy|tight|\
    tiny|title|to be fair|to be sure|to sum up|today|told|tonight|top line|top of the list|top of the table|\
    top-line|topping|touch|tough|tougher|track|tracked|tracking|traders|trailed|tremendous|trend|triggered|\
    true|truly|turn|turned|turned in|turned out|turns|typed|ultimately|unclear|under way|underlined|\
    underlines|underlining|underscored|underscores|undoubtedly|uneven|unexpected|unexpectedly|\
    unsurprisingly|unusual|unusually|upbeat|updated|usual suspects|utterly|vast|veritable|very|vigorous|\
    visible|visibly|volatile|wake-up call|warm|warmer|watch|watched|watchers|watching|way|we|we are|we're|\
    weak|weaken|weakest|weakness|what a month|what stands out|whatever|which leaves|which left|wild|winner|\
    winners|wins|with that|withstood|won|wonderful|word|words|worked|worse|worst|worth noting|\
    worth watching|wrap|wrap-up|wrapped|wrapped up|yesterday|yet again|you|young|your|zoom in|zooming in";

/// Chinese words and phrases, separated by `|`.
pub(super) const CHINESE: &str = "\
    一举|一地|一度|一改|一直|一省|一省即|一省就|一跃|一路|上演|不俗|不再|不小|不少|不断|不算|不错|与此同时|\
    专家|业内专家|业内人士|两端|主力军|主因|主要力量|之一|之中|之列|之首|买走|买走了|交出|亦|亦有|亮点|人士|\
    今天|今日|从全国看|从总体看|从总量看|从数据来看|从数据看|从整体看|从月度看|他们|令人|以上数据|似乎|\
    位居前列|位居榜首|依序|依然|依然是|值得|值得一提的是|值得关注|值得注意的是|先看|全线|其后|其次看|具体|\
    具体看|具体而言|内|再看|刚|刚刚|创下|创出|创历史同期新高|创历史新高|刷新|刷新历史纪录|刷新纪录|力压|\
    动能|势头|区间|升温|单个国家|单国|卖家|历史新高|历史纪录|去向|双双|双增|双降|反弹力度|反映|发布|变得|\
    变成|口径统计|可以|可以看出|可以看到|各位|各位同事|各位好|各位早|各位老板|各位领导|同步|向上|向下|\
    否极泰来|呈现出|品种结构|品类|哪些|回到|回头看|回归|回望|因此|国别|国别分布|国别看|国家中|在内|地位|\
    均有|坐上|坐稳|处于|备受关注|大体|大幅度|大涨|头名|头部|夺得|好|如下|季节性|它|它们|实打实|审视|对应|\
    小编|尤为|尤其|尤其是|就是|居于|居第一|居第一位|居第三|居第三位|居第二|居第二位|展现|属于|已|已经|已达|\
    市场结构|平稳|年终|并列|开局|强劲|强势|当中的|当地|录入|很|得益|态势|总体来看|总体看|总的|总结|总账|\
    总量方面|惊喜|意味着|成为|成了|我们|我们看到|所有|扎实|打开|承接|把|抢眼|报告|报告期|报告期内|担当|拉开|\
    拔高|拿下|持稳|按月看|按量计|挺|挺猛|掉|排位|接着|接近于|接连|推升|提振|收于|收官战|收窄|数字|数据上|\
    数据中|数据看|数据表明|整个|整月|整理|旺|旺盛|明细|是的|显然|显现|晋升|普遍|更|更为|更是|最为|最后看|\
    最新数据|最终|月度|月度数据|有力|有所|有望继续|本刊讯|本报|本报讯|本省|来到|来自于|格局|榜单|榜首位置|\
    横盘|次于|次席|正式|步入|比重较高|毫无悬念|汇总|没有悬念|活跃|涌现|清淡|温和|火热|火爆|然后|爆发|牢牢|\
    特别|特别是|独占|现身|由此|留意|略微|疲弱|疲软|目的国中|目的地中|直接|相当于|相较而言|看得出|看来|看看|\
    真正|眼下|知道|确实|稍|稍稍|稳中有升|稳中有降|稳健|稳定|突出|突围|竟|竟然|第一名|第一多|第三位|第三名|\
    第三多|第二位|第二名|第二多|第五|第五位|第五名|第四|第四位|第四名|简单|简单报一下|简单说|紧接着|紧追|\
    结果|给出|统计结果|统计结果表明|统计表明|维持在|综合|翻倍|老|老大|老牌|脱颖而出|至于|节前|节后|节奏|\
    节节|若看|若论|荣登|落到|落后|落在|蝉联|表明|表格|表现不俗|表现出色|表现平平|见|见下|解析|记录|\
    记者了解到|说|说实话|说明|谁|谈|走|走出|走势|跃升|跃居|跃居首位|跻身|转为|较为|较多|较大|较少|较快|输往|\
    迅速|迎来|还是|还有|进入|远|连创|连涨|连跌|逆转|逐步|逐渐|通过|那|那么|那边|都|都是|重回|重夺|重新|重返|\
    重返榜首|量能|金牌|铜牌|银牌|阶段|随之|随即|集中|集中度|霸榜|非常|顺势|领先者|领头羊|首位度|首次|高光|\
    高增|高增收官|高度|高点回落|齐|齐升|齐涨|齐跌|齐降";

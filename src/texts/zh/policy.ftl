# policy: faults of a policy file
policy-fault-unknown-clause = 没有“{ $id }”这一条；请改成 [[clause]] 里已有的条款编号，或补上这一条
policy-fault-unknown-offence = 没有“{ $id }”这一违规类别；请改成 [[offence]] 里已有的编号，或补上这一类
policy-fault-role = “{ $key }”说不清是哪个岗位；请写成 岗位 = ["本单位的写法"]，岗位只能是 { $known }
policy-fault-role-twice = “{ $word }”写在两个岗位下；请只留一处
policy-fault-of-every-house = “{ $id }”是各家都有的应办事项，不写在制度文件里；请改用另一个编号
policy-fault-twice = “{ $id }”写了两次；请删去一处，或改用另一个编号
policy-fault-overlapping-holds = 来源 { $channel } 同时落在两个保护期里；每个来源只能写在一处
policy-fault-no-hold = 来源 { $channel } 没有保护期；请把它写进一个 [[hold]] 的 channels
policy-fault-no-window = 事项 { $id } 没有期限；请补上 window = {"{"} from = 天数, to = 天数 {"}"}
policy-fault-answers-not-owner = 要求“{ $by }”去做的事项不由销售的专员负责；请去掉 answers，或写 by = "owner"
policy-fault-unread = 由“{ $trigger }”引起的事项不看“{ $key }”；请去掉
policy-fault-by = 由“{ $trigger }”引起的事项不能要求“{ $by }”去做；可以写 { $known }
policy-fault-with-expert-alone = 本来就由专家去做，谈不上陪同；请去掉 with
policy-fault-evidence-ledger = “{ $ledger }”里没有哪一行能办结状态“{ $trigger }”引起的事项，它会一直不能办结；可以写 { $known }
policy-fault-evidence-of-state = 状态“{ $trigger }”引起的事项，在“{ $ledger }”里只由归属规则认定的那些行办结；请写 { $wanted }
policy-fault-evidence-of-nobody = “{ $ledger }”里没有员工一栏，它的行谈不上由谁所办（by = “{ $by }”）；请去掉 by
policy-fault-same-row = 引起这一项的是“{ $trigger }”，凭据不能是“{ $ledger }”里的同一行；请去掉 same，或改写引起这一项的台账
policy-fault-same-row-dated = 引起这一项的那一行当天就会把它办结；请在 dated 里写明取它的哪个别的日期
policy-fault-breach-of-state = 状态“{ $trigger }”引起的事项随状态结束，谈不上漏做；请去掉“{ $key }”
policy-fault-breach-of-nobody = 台账看不出该由哪位经理负责，这一项可以列出，但不能记在谁名下；请去掉“{ $key }”，或写 by = "owner" 或 "expert"
policy-fault-unsigned = 只有回访表才有签名，这里看的是“{ $ledger }”；请去掉 unsigned
policy-fault-trigger = 没有写明由什么引起；请写上 { $known } 中的一项
policy-fault-query-ledger = “{ $ledger }”里的行不是顾客的事，永远查不到；可以写 { $known }
policy-fault-query-field = “{ $ledger }”里没有“{ $field }”这一栏；可以写 { $known }
policy-fault-query-word = “{ $word }”不是“{ $ledger }”里“{ $field }”一栏的词；可以写 { $known }、"*"（已填写）或 ""（空着）
policy-fault-query-no-date = “{ $field }”不是“{ $ledger }”里的日期栏；可以写 { $known }
policy-fault-query-no-number = “{ $ledger }”里的“{ $field }”不是数字，不能写上下限；请直接写值
policy-fault-query-never-blank = “{ $ledger }”里的“{ $field }”不会空着，这样写一行也查不到；请写上要的内容
policy-fault-query-upside-down = at_least 大于 at_most；请对调
policy-fault-repeat = 没有写明隔多久；请写 days 或 months 中的一项，数字从 1 起
policy-fault-query-nothing = 这里什么也没有要求；请写上，或去掉这一项
policy-fault-blank = 引号里是空的；请写上
policy-fault-hold-of-nothing = 这条保护期没有写来源；请在 channels 里写上，或去掉这条保护期
policy-fault-referrer-unread = 只有转介才有介绍人；请去掉 referrer，或在 channels 里加上 "referral"
policy-fault-above-zero = 这里须是大于 0 的数
policy-fault-up-to = 这里须是大于 0、不超过 { $max } 的数
policy-fault-negative = 处理金额不能小于零
policy-fault-paper-per = 迟交迟录按次计算，不按顾客或盒数；请换一个不写 per 的违规类别来代替“{ $id }”
policy-fault-per-box = 没有做的事没有盒数可算；请换一个不按盒数计算的违规类别来代替“{ $id }”
policy-fault-window-upside-down = 期限的开始晚于结束；请对调 from 和 to
policy-fault-range-upside-down = 金额下限高于上限；请对调 min 和 max
policy-fault-mode = 不认识 mode = “{ $mode }”；可写 amounts、points（须另写 rate）或 proposals
policy-fault-date = 这里须是一个日期，例如 2026-01-01
policy-fault-unknown-key = 这里没有“{ $key }”这一项；可写的有 { $known }
policy-fault-unknown-key-near = 这里没有“{ $key }”这一项，是不是“{ $near }”？可写的有 { $known }
policy-fault-unknown-word = 不认识“{ $word }”；可写的有 { $known }
policy-fault-unknown-word-near = 不认识“{ $word }”，是不是“{ $near }”？可写的有 { $known }
policy-fault-missing-key = 这里缺少“{ $key }”；请补上
policy-fault-no-evidence = 事项 { $id } 没有写凭据；请补上 evidence = {"{"} ledger = "台账" {"}"}，否则无从判断办没办
policy-fault-no-chinese = 缺少中文；请补上 zh = "……"
policy-fault-no-english = 缺少英文；请补上 en = "…"
policy-fault-blank-words = 中文或英文是空的；请写上文字，或删去这一项
policy-fault-type = 这里须是{ $wanted }，写的是{ $found }
policy-fault-sum = 金额须是整数，或加引号的小数，例如 "12.50"
policy-fault-amount = 金额可写一个数、min 和 max、wage_days 或 wage_share，只能取一种
policy-fault-from-none = 这里没有数值；请写一个值
policy-fault-from-first = 第一个值从一开始就有效，不写 from
policy-fault-from-later = 后面的值须写明从哪天起，例如 {"{"} from = 2027-01-01, value = 3 {"}"}
policy-fault-from-order = 各个 from 须从早到晚排列，不能相同

policy-wanted-count = 不小于零的整数
policy-wanted-text = 加引号的文字
policy-wanted-boolean = true 或 false
policy-wanted-list = 方括号括起的一列，例如 ["store", "scattered"]
policy-wanted-table = 一组“名称 = 值”
policy-wanted-date = 日期，例如 2027-01-01

policy-found-text = 文字
policy-found-integer = 整数
policy-found-decimal = 小数
policy-found-boolean = true 或 false
policy-found-date = 日期或时间
policy-found-list = 一列
policy-found-table = 一组“名称 = 值”

policy-syntax-key-twice = “{ $key }”在同一处写了两次；请删去一处
policy-syntax-unquoted = 这个值无法识别：文字要加英文引号，数字、日期只写一个，后面不加单位
policy-syntax-open-quote = 引号没有配对；请在文字末尾补上同样的英文引号
policy-syntax-unclosed = 括号没有配对；请补上右括号
policy-syntax-comma = 逗号不对：两项之间要有且只有一个英文逗号
policy-syntax-no-value = 这里要写成“名称 = 值”
policy-syntax-key = 名称只能用英文字母、数字、- 和 _
policy-syntax-one-a-line = 一行只写一项，后面多出了内容；若是说明，请在前面加 #
policy-syntax-date = 没有这样的日期或时间；日期写成 2027-01-01
policy-syntax-escape = 反斜杠后面的字符无法识别；路径请用单引号括起，或写两个反斜杠
policy-syntax-character = 引号里有看不见的控制字符；请删去
policy-syntax-other = 写法无法识别；请对照制度模板改写

# what a violation is, in a line
policy-detail-missed = 应于 { $window }办理，台账无记录
policy-detail-late = 应于 { $window }办理，实际 { $on } 才办
policy-detail-unsigned = { $window }回访 { $count } 次，均无本人签名
policy-detail-pending = { $detail }（{ $until }）
policy-detail-covered = 本部门台账只录至 { $day }
policy-detail-never-covered = 本部门此类台账尚未导入
policy-detail-suspected = { $at } { $act }，{ $whose }，须查实
policy-detail-act = { $at } { $act }，{ $whose }
policy-detail-no-handover = 离职时名下 { $count } 户未交接：{ $households }
policy-detail-late-report = { $day } 新增的资源应当日上报，有 { $count } 笔迟报
policy-detail-late-report-by = { $day } 新增的资源最迟应于 { $deadline } 上报，有 { $count } 笔迟报
policy-detail-late-entry = { $day } 上报的资源应当日录入，有 { $count } 笔迟录
policy-detail-late-sales-list = { $day } 的出货名单最迟应于 { $deadline } 上交，有 { $count } 笔迟交
policy-detail-late-sales-entry = { $day } 上交的出货名单应当日录入，有 { $count } 笔迟录
policy-window = { $start } 至 { $deadline } 期间
policy-window-day = { $day } 当日
policy-act-signup = 报名一次
policy-act-preheat = 预热一次
policy-act-invite = 邀约一次
policy-act-attendance = 请到会一次
policy-act-sale = 出货一笔
policy-act-other = 跟进一次
policy-whose-owner = 当时归属 { $owner }
policy-whose-company = 当时是公司资源（待分配）
policy-whose-claimed = 当时别的专员已报名在先
policy-detail-found = 处理意见登记
policy-detail-found-by = 处理意见登记，认定人 { $by }
policy-detail-waived = { $detail }；{ $on } 免予处理{ $by }{ $why }
policy-detail-upheld = { $detail }；{ $on } 核定{ $by }{ $why }
policy-detail-by =，认定人 { $text }
policy-detail-because =，理由：{ $text }

# what check lists
policy-check-not-employed = 这一行不算数（经办人 { $staff } 在 { $day } 不在职）
policy-check-several-names = 电话 { $phone } 有几个姓名：{ $names }；若是两个人，请各留一个电话
policy-check-link-refused = { $one } 与 { $other } 都已购买且各有专员，此亲属关系未采用
policy-check-barred-assigned = 分配给了重复报名的当事专员，请核对
policy-check-finding-astray = 处理意见所写的违规编号 { $id } 不存在；请核对编号

# what a policy says
policy-part-house = 本单位
policy-part-ownership = 归属
policy-part-hold = 保护期：{ $channels }
policy-part-calls = 应办清单
policy-part-obligation = 事项 { $id } { $title }
policy-part-sanctions = 处理
policy-part-papers = 单据
policy-part-offence = 违规 { $id } { $title }
policy-part-clause = 条款 { $id } { $title }
policy-part-heading = 栏目 { $field }
policy-part-role = 岗位“{ $word }”

policy-value-days = { $count } 天
policy-value-months = { $count } 个月
policy-value-yuan = { $sum } 元
policy-value-range = { $min }–{ $max } 元（没有处理意见时取下限）
policy-value-wage-days = { $days } 天工资
policy-value-wage-share = 月工资的 { $percent }%
policy-value-words = { $words }

policy-entry-statement = 要求
policy-entry-interpretation = 解释（非原文）
policy-entry-undecidable = 程序不能判定的
policy-entry-decided = 由谁判定
policy-entry-source = 出处
policy-entry-preset = 制度模板
policy-entry-title = 名称
policy-entry-in-force-from = 此日之前不算违规
policy-entry-clause = 所依条款
policy-entry-idle-months = 跟踪顾客多久没有跟进，其他专员可以接手
policy-entry-followup-months = 新资源多久没跟进，可归请来者
policy-entry-visit-months = 到会未购，多久之内须上门
policy-entry-sole-claim = 只有一人报名，归预热者
policy-entry-several-claims = 同一人在几处报名，归先预热者
policy-entry-several-persons = 家人分别报名，归先预热者
policy-entry-contest = 重复报名都没预热就邀约，归公司
policy-entry-clear-referral = 介绍清楚的转介，归老顾客的专员
policy-entry-unassigned = 没有专员的店内、电话回馈，归公司
policy-entry-departure = 专员离职，名下归公司
policy-entry-open-unvisited = 到会未购又没上门，视为放弃
policy-entry-open-referral = 转介未预热，视为放弃
policy-entry-idle = 跟踪顾客久未跟进，归其他专员
policy-entry-not-followed-up = 预热后久未跟进，归请来者
policy-entry-claim-on-client = 报名他人老顾客，疑似
policy-entry-sale-by-non-owner = 非归属人出货，疑似
policy-entry-occupy-company = 未经分配跟进公司资源，疑似
policy-entry-accept-resigned = 未经分配跟进离职员工资源，疑似
policy-entry-no-handover = 离职时未交接，疑似
policy-entry-hold-days = 几天内预热
policy-entry-hold-unprotected = 不受保护
policy-entry-hold-yields-not-to = 逾期后也不让给
policy-entry-hold-yields-to-preheat = 逾期后让给未报名而预热的
policy-entry-overdue-days = 逾期后再列几天
policy-entry-trigger = 起因
policy-entry-window-from = 起因后第几天起
policy-entry-window-to = 起因后第几天止（含当天）
policy-entry-listed-before = 提前几天列出
policy-entry-by = 由谁办
policy-entry-seller-answers = 只追究出货的专员
policy-entry-with-expert = 须约同咨询专家
policy-trigger-rows = { $rows }有记录的每一天
policy-trigger-first = { $rows }第一次有记录
policy-trigger-month = { $rows }第一次有记录之后的每个月
policy-trigger-month-until = { $rows }第一次有记录之后的每个月，到其“{ $until }”为止
policy-trigger-repeat-days = { $rows }有一行的每一天之后，每 { $count } 天
policy-trigger-repeat-days-until = { $rows }有一行的每一天之后，每 { $count } 天，到其“{ $until }”为止
policy-trigger-repeat-months = { $rows }有一行的每一天之后，每 { $count } 个月
policy-trigger-repeat-months-until = { $rows }有一行的每一天之后，每 { $count } 个月，到其“{ $until }”为止
policy-trigger-agreed = 约定的下次日期
policy-trigger-claim = 报名，或转介后尚未预热
policy-trigger-visit-due = 到会未购
policy-said-rows = { $ledger }（{ $conditions }）
policy-said-dated = 日期取“{ $field }”
policy-said-first-of = { $first }，空着的取 { $others }
policy-said-is = { $field }：{ $wanted }
policy-said-filled = { $field }已填写
policy-said-blank = { $field }空着
policy-said-between = { $field }：{ $least } 到 { $most }
policy-said-at-least = { $field }：{ $least } 以上
policy-said-at-most = { $field }：{ $most } 以下
policy-said-anything = 已填写
policy-said-nothing = 空着
policy-entry-evidence-where = 凭据须写明
policy-entry-evidence-by = 凭据须由谁所办
policy-entry-evidence-same = 凭据是哪一行
policy-entry-lacking-where = 期限内的凭据至少一次还须写明
policy-entry-lacking = 没有一次如此，算违规
policy-entry-evidence = 凭据在
policy-entry-evidence-dated = 凭据日期取
policy-entry-missed = 未办，算违规
policy-entry-mode = 金额当作
policy-entry-rate = 每元折合积分
policy-entry-ceiling = 参考上限（占月工资）
policy-entry-wage-month-days = 折算日工资的每月天数
policy-entry-minimum-wage = 当地最低月工资（元）
policy-entry-sales-list-days = 出货名单几天内上交
policy-entry-report-days = 新增资源几天内上报
policy-entry-sales-list = 出货名单迟交，算违规
policy-entry-sales-entry = 出货名单迟录，算违规
policy-entry-report = 新增资源迟报，算违规
policy-entry-entry = 新增资源迟录，算违规
policy-entry-amount = 金额
policy-entry-per = 按什么计
policy-entry-first-only = 只有第一次计金额
policy-entry-from-second = 第二次起的后果
policy-entry-action = 后果
policy-entry-severe = 情节严重的后果
policy-entry-heading = 本单位的写法
policy-entry-role = 算作

# 命令行自己的话。

cli-error = 错误：{ $what }
cli-remedy = 怎么办：{ $what }
cli-unexpected = 出了意料之外的问题：{ $what }

cli-io = “{ $path }”：{ $reason }
cli-io-denied-remedy = 请申请写入权限，或换一个文件夹
cli-io-full-remedy = 请腾出磁盘空间，再做一遍
cli-io-not-found-remedy = 请核对路径；要写入的文件夹必须已经存在
cli-io-other-remedy = 请换一个名字
cli-io-place-remedy = 请把占着这个位置的文件或文件夹移走，再做一遍
cli-policy-missing-remedy = 用“huifang init 文件夹 --preset { $preset }”新建一个工作区，把里面的 policy.toml 复制过来
cli-stdout = 结果没能输出：{ $reason }

cli-log-done = 完成
cli-log-rejected = 完成，有行被退回

cli-usage-help = 请看“{ $command } --help”
cli-usage-far = { $day } 太远了，最远到 { $farthest }
cli-usage-far-remedy = 请核对年份
cli-usage-day = { $why }。可以写 2026-11-20、20261120、2026年11月20日、11-20、今天、昨天、明天、周一
cli-usage-day-timed = 这里只要日期，不要钟点
cli-day-taken = “{ $arg } { $value }”按 { $meant } 处理
cli-usage-value = “{ $arg }”没有“{ $value }”这个值；可用的有 { $known }
cli-usage-invalid = “{ $arg }”：{ $why }
cli-usage-count = “{ $value }”不是这里可用的整数
cli-usage-no-value = “{ $arg }”后面要有值
cli-usage-argument = 这里不该有“{ $arg }”
cli-usage-argument-near = 没有参数“{ $arg }”；是不是要写“{ $near }”
cli-usage-command = 没有命令“{ $command }”
cli-usage-command-near = 没有命令“{ $command }”；是不是要写 { $near }
cli-usage-too-many = “{ $arg }”多出一个值“{ $value }”
cli-usage-twice = “{ $arg }”写了两次
cli-usage-conflict = “{ $arg }”不能和 { $others } 一起用
cli-usage-missing = 缺少：{ $args }
cli-usage-no-command = 没有写命令，例如“import”或“due”
cli-usage-utf8 = 有一个参数不是可读的文字
cli-usage-ending = 从“{ $file }”的后缀看不出要哪种格式
cli-usage-ending-remedy = 文件名请以 .txt、.csv、.xlsx、.json 或 .html 结尾，或用“--format”指明格式
cli-usage-binary = “{ $format }”是文件，不能显示在屏幕上
cli-usage-binary-remedy = 请用“-o”写进文件，例如“-o 报表.{ $format }”
cli-usage-encoding = “{ $format }”的编码不能选
cli-usage-encoding-remedy = “--encoding”只用于 CSV；请去掉它，或改用“--format csv”
cli-usage-format = 这里没有“{ $format }”格式
cli-usage-format-remedy = 请用 { $known } 之一

cli-workspace-none = “{ $folder }”和它的上层文件夹都不是工作区
cli-workspace-none-at = “{ $folder }”不是工作区：里面没有 huifang.toml
cli-workspace-no-folder = 没有文件夹“{ $folder }”
cli-workspace-remedy = 用“huifang init 文件夹”新建一个，或用“-C 文件夹”指明已有的
cli-workspace-newer = “{ $file }”是更新版本的 huifang 写的；请更新本程序
cli-settings = 设置文件“{ $file }”不能用，有 { $count } 处要改
cli-settings-encoding = 设置文件“{ $file }”不是 UTF-8 文字
cli-settings-format = 本单位的设置。以 # 开头的行是说明；改好存盘，马上生效。
    文件格式，请不要改。
cli-settings-preset = 制度最初用的模板。制度本身在 policy.toml 里。
cli-settings-name = 单位名称。
cli-settings-language = 没有另外指定时用的语言：zh 中文，en 英文。
cli-settings-masking = 是否隐去电话中间几位（138****5678）；应办清单总是显示全号。false：都显示全号。
cli-settings-nightly =
    每晚导入（nightly）怎么做。
    same_name：收件箱里的表像是改过的同名表时怎么办。ask：留在收件箱等人确认；replace：代替原来的；add：与原来的并存。

cli-init-preset = 没有制度模板“{ $preset }”；已有的是 { $known }
cli-init-exists = “{ $folder }”已经是工作区
cli-init-exists-remedy = 用“-C”指明它，或换一个文件夹
cli-init-begins = { $from } 以前的事不算违规；要从更早的日子算起，改 policy.toml 里 in_force_from 那一行。
cli-init-always = 台账里所有日子的事都计算违规。
cli-init-done =
    { $folder } 已建成工作区，制度模板为“{ $preset }”。
    接下来：
      1. 读一读 { $folder } 里的“{ $first }”：每天晚上、每天早上、月底各做什么。
      2. 填好 templates 里的员工花名册和手上的台账，放进 inbox。
      3. 导入：双击“每晚导入”，或运行  huifang -C { $folder } nightly
      4. 看明天要办什么：huifang -C { $folder } due
    { $begins }
    本单位的数字和日期在 policy.toml 里，名称、语言等设置在 huifang.toml 里。
    要让系统每晚自己做，运行一次（Windows），或加进 crontab -e（Linux、macOS）：
      { $scheduled }
      { $cron }

cli-templates-done =
    { $count } 种空白台账已写到“{ $folder }”。
    用 Excel 或 WPS 填好，放进收件箱，或用 huifang import 导入；要填什么，见每个文件里的“填写说明”。
cli-templates-no-staff = 下拉列表里还没有员工：请先导入员工花名册，再生成一次模板
cli-templates-renewed = 空白台账已换上新的员工名单：{ $count } 个（有人填过的不动）
cli-templates-left = templates 里的 { $files } 有人填过或改过，没有动；要换成新的员工名单，请先把它移走，再用“huifang templates 文件夹”写一份新的
cli-templates-kept = “{ $folder }”里的 { $files } 被人改过，所以什么也没有写
cli-templates-kept-remedy = 请换一个文件夹，或把这些文件移走

cli-policy = 制度文件“{ $file }”不能用，有 { $count } 处要改
cli-policy-encoding = 制度文件“{ $file }”不是 UTF-8 文字
cli-policy-encoding-remedy = 用记事本打开，另存为时编码选 UTF-8
cli-policy-remedy = 请改正文件中的这些地方

cli-place = { $file } 第 { $row } 行

cli-batches-title = 批次
cli-batches-count = 共 { $count } 个批次，先导入的在前
cli-batches-none = 还没有导入过资料；请用“huifang import 文件”导入员工花名册和台账
cli-batch-live = 有效
cli-batch-reverted = 已撤销
cli-batch-in-part = 部分撤销：{ $files }
cli-batch-replaced = 已被后来的文件替换
cli-taking-batch = 批次 { $batch }
cli-taking-file = 批次 { $batch } 的文件“{ $file }”
cli-taking-ledger = { $ledger } { $rows }
cli-taking-out = 不再有效的行：{ $ledgers }
cli-taking-back = 重新有效的行：{ $ledgers }
cli-taking-same = 归属、应办事项、违规和金额都没有变化
cli-taking-not-done = 什么也没有改动
cli-taking-unasked = 这里没有终端可以确认，所以什么也没有改动
cli-taking-unasked-remedy = 上面列出的变动确认无误后，请输入：{ $command }
cli-taking-moved = 台账库刚才有了变动，上面列出的已经不准，所以什么也没有改动
cli-taking-moved-remedy = 请再做一遍
cli-revert-would = 撤销 { $what } 会使 { $rows } 行不再有效
cli-revert-ask = 确定撤销 { $what } 吗？（y/N）
cli-revert-done = { $what } 已撤销：{ $rows } 行不再有效；要恢复，用“huifang restore { $batch }”
cli-revert-again = 下面的文件也含有这些行，当时没有重复导入。撤销之后，请把这些文件再导入一遍：
cli-revert-again-gone = { $file }（原处和归档里都没有，请先找回这个文件）
cli-restore-would = 恢复 { $what } 会使 { $rows } 行重新有效
cli-restore-ask = 确定恢复 { $what } 吗？（y/N）
cli-restore-done = { $what } 已恢复：{ $rows } 行重新有效
cli-restore-twice = 批次 { $batch } 不能恢复：撤销之后，相同的行又随别的文件导入过，恢复了就会算两遍
cli-restore-twice-line = 批次 { $batch } 的“{ $file }”：{ $rows } 行
cli-restore-twice-remedy = 不需要恢复的，不用管它；要以原来的批次为准，请先输入：{ $command }

cli-status-title = “{ $folder }”（数据截至 { $as_of }）
cli-status-last = 最近批次：{ $batch }，{ $at }，{ $added } 行
cli-status-empty = 台账库是空的：请用“huifang import 文件”导入员工花名册和台账
cli-status-inbox = 收件箱里等待导入：{ $files }
cli-status-inbox-empty = 收件箱里没有等待导入的文件

cli-check-title = 需要核对的资料（数据截至 { $as_of }）
cli-home-below = 这个文件夹里的“{ $folder }”是工作区：先进去，或运行  huifang -C { $command }
cli-home-none =
    huifang：会销客户回访——导入每天的台账，得出应办清单、客户归属和违规处理。
    这里还没有工作区。接下来：
      新建一个（“门店”换成您的名字）：huifang init 门店
      打开已有的：huifang -C 文件夹
      先看看演示：huifang demo
      全部命令：huifang --help
cli-home-title = { $name }（数据截至 { $as_of }）
cli-home-folder = 工作区：{ $folder }
cli-home-empty = 台账库还是空的
cli-home-last = 最近一次导入：批次 { $batch }，{ $at }，新增 { $added } 行
cli-home-inbox-none = 收件箱：没有等着导入的文件
cli-home-inbox = 收件箱：{ $count } 个文件等着导入（{ $files }）
cli-home-held = 等人确认：{ $count } 个文件像是改过的同名表，还没有导入（{ $files }）
cli-home-rejects = 退回：{ $count } 个文件还没有改好，共 { $rows } 行（{ $files }）
cli-home-rejects-none = 退回：没有
cli-home-behind = 台账没有录全：{ $ledgers }
cli-home-kept = 台账：都录到了昨天或今天
cli-home-unkept = 台账：预热、回访等台账还没有导入，有没有按时办还看不出来
cli-home-reach = { $ledger }只到 { $day }
cli-home-reach-of = { $department }的{ $ledger }只到 { $day }
cli-home-tomorrow = 明天（{ $day }）：当日到期 { $due } 项，逾期 { $overdue } 项，即将到期 { $upcoming } 项
cli-home-names = { $names }
cli-home-more = { $names }，另有 { $count } 个
cli-home-next-inbox = 接下来：{ $command }（导入收件箱，写出当天的报表）
cli-home-next-begin = 接下来：填好 templates 里的员工花名册，放进 inbox，再运行  { $command }
cli-home-next-held = 接下来：说明等人确认的文件是代替旧表还是另外添加，两条命令都在  { $command }
cli-home-next-rejects = 接下来：改好 rejects 里的文件，放进 inbox；详情看  { $command }
cli-home-next-behind = 接下来：导入缺的台账；各录到哪天看  { $command }
cli-home-next-due = 接下来：看明天的应办清单  { $command }
cli-home-all = 全部命令：{ $command }

cli-check-count = 共 { $count } 处要核对
cli-check-none = 没有要核对的
cli-check-blank = { $kind }：{ $rows } 行中有 { $blank } 行没填“{ $field }”
cli-check-twins = 两份表里各有一行，只有“{ $field }”不同（{ $values }），像是同一件事记了两次；请改正错的那份，再导入代替它
cli-check-equal = 同一张表里有 { $count } 行完全相同；若是重复登记，请删去多余的行，再导入代替它
cli-check-of-twins = 不同的表里只差一栏的行
cli-check-of-equal = 同一张表里完全相同的行
cli-check-warning = { $words }
cli-check-rejected = { $reasons }
cli-check-of-rejected = 退回的行（改好后导入，或记为已处理）
cli-check-count-seen = 其中 { $count } 处已处理
cli-check-replace = 改正了的表，这样导入来代替旧的：huifang import --replace 文件
cli-check-how = 核对过的，用“huifang check --seen 编号 --by 姓名”记下，以后不再列出
cli-check-seen-done = 已记下：{ $by } 处理了 { $count } 处
cli-check-seen-unknown = 没有这样的编号：{ $ids }；什么也没有记下
cli-check-seen-unknown-remedy = 编号见“huifang check”，处理过的见“huifang check --all”
cli-check-seen-nobody = “--by”后面要写处理人的姓名
cli-check-of-warning = 已导入、但要留意的行
cli-check-of-blank = 单据上没有填写的栏目（不能作为依据）
cli-check-of-not-employed = 经办人当日不在职的行
cli-check-of-several-names = 一个电话有几个姓名
cli-check-of-link-refused = 未采用的家庭关系
cli-check-of-barred-assigned = 分配给了重复报名的当事人
cli-check-of-finding-astray = 找不到对应违规的处理意见

cli-nothing-imported = 台账库里还没有资料：请先用“huifang import 文件”导入员工花名册和台账
cli-usage-known = “{ $value }”不是批次号，也不是日期或时刻；可以写 12（批次号，见 huifang batches）、2026-11-20、11月20日、昨天（指当天结束时），或 2026-11-20 21:30
cli-usage-known-here = 这个命令只能用于现在的台账库，不能用“--known-at”
cli-usage-known-here-remedy = 请去掉“--known-at”
cli-known-reverted = 批次 { $batch } 后来于 { $at } 撤销；下面是它刚导入时的情况

cli-usage-month = “{ $value }”不是月份；可以写 2026-10、2026年10月、10月、上月、本月

cli-usage-kind = 没有台账“{ $kind }”；可用的有 { $known }

cli-import-missing = 没有文件或文件夹“{ $path }”
cli-import-missing-near = 是不是“{ $near }”
cli-import-missing-link = 这是一个快捷链接，它所指的文件已经不在了：请直接写那个文件的路径
cli-import-missing-remedy = 请核对路径；写文件夹则导入其中所有台账
cli-import-done = 批次 { $batch }：新增 { $added } 行
cli-import-would = 试运行，未保存；去掉 --dry-run 即导入，会新增 { $added } 行
cli-import-nothing-new = 没有新的内容，所以没有建立批次
cli-import-replaced = 同名旧文件的 { $replaced } 行不再有效
cli-import-row = { $file } 第 { $row } 行：{ $reasons }
cli-import-more = …… 另有 { $count } 行退回
cli-rejects-done = “{ $file }”里的行都已处理，移到“{ $folder }”
cli-import-rejects = 退回 { $rejected } 行，存在“{ $path }”：请在里面改好，再导入这个文件
cli-import-no-roster = 花名册里还没有人：请先导入员工花名册，最好和这些文件一起导入
cli-import-refused = { $place } 没有导入：{ $why }
cli-import-broken = { $place } 只读到损坏的地方为止：{ $why }
cli-import-remark = { $place } 已读取，请留意：{ $what }
cli-import-passed = { $place } 略过：{ $why }
cli-import-not-replaced = 旧文件保留，因为这一份没能整个读出来：{ $why }
cli-import-nothing-read = 什么也没能读出来
cli-import-strict = 没有导入任何内容，因为有退回的行或读不了的文件（退回 { $rejected } 行）
cli-import-strict-remedy = 请改正上面列出的地方，或不带“--strict”导入
cli-import-task-unknown = “{ $task }”不是本程序给出的回访单号；这一行照常导入
cli-import-task-closed = 回访单号“{ $task }”的事项已在 { $on } 办结（{ $place }）；这一行照常导入
cli-import-task-superseded = 回访单号“{ $task }”的事项因 { $on } 又有联系（{ $place }）已不再须办；这一行照常导入
cli-import-task-past = 回访单号“{ $task }”的事项只能在 { $last } 及以前办，已经过期；这一行照常导入
cli-import-task-gone = 回访单号“{ $task }”的事项现在不用办：已经办过、已经失效，或还没到时候；这一行照常导入
cli-import-task-elsewhere = 回访单号“{ $task }”是给{ $customer }（{ $phone }）的，与这一行的顾客不是一家；请核对是不是填错了行
cli-import-no-violation = 没有违规编号“{ $id }”；编号见“huifang violations”
cli-import-department = 花名册里没有人在部门“{ $department }”；已有的部门是 { $known }

cli-nightly-locked = 夜间处理正在进行：{ $holder }
cli-nightly-locked-remedy = 请等它结束；不需要手工清理什么
cli-nightly-title = 夜间处理（数据截至 { $as_of }）
cli-nightly-inbox-empty = 收件箱是空的
cli-nightly-batch = 批次 { $batch }：从 { $files } 个文件新增 { $added } 行；退回 { $rejected } 行；留在收件箱的文件 { $left } 个
cli-nightly-nothing-new = { $files } 个文件中没有新的内容；退回 { $rejected } 行；留在收件箱的文件 { $left } 个
cli-nightly-not-moved = “{ $path }”已导入，但没能移到归档：{ $reason }
cli-nightly-file = { $file }：{ $ledger }，新增 { $added }，已有 { $known }，退回 { $rejected }，略过 { $skipped }
cli-changes-policy = 其间 policy.toml 也改过；前后都按现在的制度比较，因改制度而起的变动不在其中，用“huifang policy what-if 旧文件”来看。
cli-written = 已写入 { $file }
cli-nightly-check = 资料里有 { $count } 处要核对：huifang check
cli-nightly-call-sheets-folder = 回访单
cli-nightly-call-sheets = 次日的回访单：{ $count } 份，在报表旁的“回访单”里
cli-nightly-reports = 报表在“{ $folder }”

cli-usage-year = 年份要写成“2026”这样
cli-usage-number = 要写批次号，见“huifang batches”
cli-import-warning = { $file } 第 { $row } 行已导入，请留意：{ $warnings }
cli-import-unknown = { $file }：以下各列不参与计算，只随行保留：{ $headings }
cli-import-settled = 这一行以前退回过，已经处理
cli-import-copy = 工作表“{ $copy }”的行都在工作表“{ $original }”里，是它的副本，没有再导入一次
cli-import-warning-more = { $file }：另有 { $count } 处要留意，见“huifang check”
cli-import-log = { $done }；退回 { $rejected } 行，待确认的文件 { $held } 个

cli-roster-changes = 花名册上原有的 { $count } 人有改动（旧 → 新）：
cli-roster-change = {"  "}{ $staff } { $name }：{ $field } { $before } → { $after }
cli-roster-change-from = {"  "}{ $staff } { $name }：{ $field } { $before } → { $after }（自 { $from } 起）
cli-roster-more = {"  "}……另有 { $count } 处改动
cli-roster-blank = （空）
cli-roster-ask = 花名册上 { $count } 人会这样改动，继续导入吗？（y/N）
cli-roster-refused = 什么也没有导入，因为花名册的改动没有确认
cli-roster-refused-remedy = 请核对这张表是不是最新的员工花名册；核对无误再导入一次
cli-roster-log = { $log }；花名册改动 { $people } 人

cli-held = { $file } 没有导入，等人确认：与已导入的同名表相比，原有 { $rows } 行中 { $there } 行还在，{ $gone } 行不见了（其中 { $twins } 行在新表里只改了一两栏），像是改过的同一张表
cli-held-line = {"  "}{ $line }
cli-held-old = 旧 { $place }：{ $fields }
cli-held-new = 新 { $place }：{ $fields }
cli-held-field = { $field } { $value }
cli-held-differs = { $field }【{ $value }】
cli-held-more = …… 另有 { $count } 行不见了
cli-held-settle =
    {"  "}以新表为准，旧行不再有效：{ $replace }
    {"  "}两张都算，新行全部加上：{ $add }
cli-held-ask = { $file }：以新表为准（r）、两张都算（a），还是先放着（回车）？
cli-status-rejected = 退回未处理“{ $file }”：{ $rows } 行（rejects 里的 { $rejects }）
cli-status-held = 待确认“{ $path }”：像是改过的同名表（原有 { $there } 行还在，{ $gone } 行不见了）
cli-nightly-held = 有 { $count } 个文件等人确认，留在收件箱

cli-demo-format = 演示只在屏幕上显示
cli-demo-format-remedy = 请不要写“--format”；要表格文件，先做演示，再用“due --format csv”这样的命令
cli-demo-made = “{ $folder }”里已经有工作区了
cli-demo-made-remedy = 接着用它：{ $command }；要重新做一个，请换一个文件夹，或先删掉“{ $folder }”
cli-demo-not-empty = 文件夹“{ $folder }”不是空的
cli-demo-not-empty-remedy = 请换一个文件夹：{ $program } demo 文件夹
cli-demo-done =
    “{ $folder }”已建成工作区，里面是一家虚构门店三个月的台账：{ $files } 个文件，{ $rows } 行。
    下面是 { $as_of } 晚上的情况；报表在“{ $folder }/reports/{ $as_of }”。
cli-demo-more = ……还有 { $count } 条没有列出。全部请看：
cli-demo-next = 接下来可以试试：
cli-demo-clerk = 数据员：台账各录到了哪一天
cli-demo-clerk-check = 数据员：资料里有什么需要核对
cli-demo-supervisor = 主管：哪些家庭已经可以由别人跟踪
cli-demo-supervisor-staff = 主管：一位专员明天要办的事
cli-demo-hr = 人事：哪些疑似违规还等着查实

cli-log-differs = 完成，与原件不同

cli-verify-same = “{ $file }”与按当时的台账库和制度重新得出的报表一致
cli-verify-differs = “{ $file }”与重新得出的报表有 { $count } 处不同
cli-verify-changed = 台账库和制度都是当时的，所以是文件在输出以后被改动过
cli-verify-version = 这份报表由 huifang { $version } 得出，与本程序版本不同，算法可能有别
cli-verify-more = ……另有 { $count } 处不同
cli-verify-journal = 台账库里没有与这份报表相符的批次：它出自别的台账库，或台账库被改动过
cli-verify-journal-remedy = 请用“-C”指明得出这份报表的工作区
cli-verify-policy = 得出这份报表的制度（{ $policy }）没有留存，现在的制度又不相同
cli-verify-policy-remedy = 请把当时的 policy.toml 放回工作区，再核对一遍
cli-verify-request = 报表编号信息里的命令“{ $request }”不是可以重新得出的报表
cli-verify-unstamped = “{ $file }”没有报表编号信息，无法核对
cli-verify-unstamped-remedy = CSV 的报表编号信息在旁边的 .stamp 文件里，请放在一起；xlsx 的在文档属性的备注里；JSON 要用“--stamp”得出；表格和网页的在最后一行
cli-verify-stamp = 报表编号信息文件“{ $file }”无法识别
cli-verify-unreadable = “{ $file }”不是可读的 CSV
cli-policy-named-remedy = 请写制度文件的路径，或制度模板的名字：{ $known }
cli-policy-upgraded = “{ $file }”里有 { $count } 项应办事项已改用查询来写：{ $obligations }。文件的其余部分原样不动，判定与以前相同。
cli-policy-upgraded-already = “{ $file }”已经是现在的写法，没有改动。
cli-policy-no-clause = “{ $file }”里没有条款“{ $clause }”
cli-policy-no-clause-remedy = 用“huifang policy list”看有哪些条款

cli-finding-done = 批次 { $batch }：处理意见已登记
cli-finding-duplicate = 台账库里已有完全相同的处理意见，没有再登记
cli-finding-would = 试运行，未保存；去掉 --dry-run 即登记
cli-finding-refused = 处理意见没有登记：
cli-verdict-confirm = 属实
cli-verdict-waive = 免予处理
cli-verdict-adjust = 调整
cli-explain-task-closed = “{ $id }”已在 { $on } 办结（{ $place }），不在应办清单里了
cli-explain-task-superseded = “{ $id }”因 { $on } 又有联系（{ $place }）已不再须办，不在应办清单里了
cli-explain-task-past = “{ $id }”只能在 { $last } 及以前办，已经过期，不在应办清单里了
cli-explain-no-task = 这一天的应办清单里没有“{ $id }”
cli-explain-no-task-remedy = 可能不再须办、还没到时候，或逾期太久；按顾客的电话或姓名查“huifang explain”，可以看到经过。清单上的编号请看“huifang due”
cli-explain-no-violation = 这一天没有编号为“{ $id }”的违规
cli-explain-no-violation-remedy = 编号请看“huifang violations”；日期在后的，请把“--as-of”写晚一些
cli-explain-no-phone = 电话“{ $phone }”不在台账的任何家庭里
cli-explain-no-phone-remedy = 请核对号码；{ $as_of } 以后的行不读
cli-explain-no-name = 台账里没有叫“{ $name }”的顾客
cli-explain-no-name-remedy = 请核对写法，或按电话查
cli-explain-near = 是不是 { $near }
cli-explain-staff = { $name } 是员工：请用“huifang owners --staff { $staff }”
cli-explain-several = “{ $name }”共有 { $count } 户
cli-explain-choice = { $nth }  { $phone }  { $customer }  { $status }，{ $owner }
cli-explain-claimants = { $claimants } 报过名
cli-explain-several-remedy = 请按序号选，例如“huifang explain { $name } --nth 2”；或按电话查（“--reveal”显示完整号码）
cli-explain-nth = “{ $name }”只有 { $count } 户，没有第 { $nth } 户
cli-ask-unread = 没能读到回答：{ $reason }

cli-interrupted = 已中断。没有做到一半的事：已导入的批次都是完整的，这一次没有导入完的一行也没有留下；再运行一次即可。
cli-progress-reading = 正在读台账库
cli-progress-judging = 正在按制度计算
cli-progress-writing = 正在写出结果
cli-progress-journal = 正在写入台账库
cli-limited = ……另有 { $count } 行没有列出（-n）

# 可选的值怎样说
cli-word-staff = 专员
cli-word-department = 部门
cli-word-task = 事项
cli-word-offence = 违规类别
cli-word-table = 表格
cli-word-csv = CSV
cli-word-xlsx = 工作簿
cli-word-json = JSON
cli-word-html = 网页
cli-word-utf-8 = UTF-8
cli-word-gb18030 = GB18030
cli-word-zh = 中文
cli-word-en = 英文
cli-word-auto = 自动
cli-word-always = 总是
cli-word-never = 从不
cli-nightly-intake = 录入情况
cli-nightly-ran = 录入情况：{ $at } 由系统用户 { $who } 运行
cli-nightly-intake-rejected = 退回的行和原因：
cli-nightly-intake-reason = { $file } 第 { $rows } 行：{ $why }
cli-nightly-intake-odd = 已导入、但请看一眼的：
cli-nightly-intake-kept = 退回的行在“{ $path }”
cli-nightly-intake-left = 留在收件箱的文件 { $count } 个：
cli-nightly-intake-why = { $file }：{ $why }
cli-nightly-intake-unmoved = 已导入，但没能移到归档
cli-nightly-log = { $batch }：文件 { $files } 个，新增 { $added } 行，已有 { $duplicate } 行，退回 { $rejected } 行，留在收件箱 { $left } 个，其中待确认 { $held } 个
cli-finding-decided = 违规 { $id } 已有处理意见：{ $rulings }
cli-finding-ruling = { $on } { $by }{ $verdict }
cli-finding-by = { $by } 认定
cli-finding-no-amount = 处理意见是“调整”却没有写金额：金额仍照制度；要另定，请加上“--amount 金额”
cli-finding-nobody = 没有写认定人；以后要查是谁定的，请加上“--by 姓名”
cli-finding-decided-remedy = 确实要再作一次处理的，请加上 --again；以后一次为准，两次都会列出
cli-status-stray = { $ledger } { $department }：{ $count } 行的日期与同一张表的其他行都相差 60 天以上，不算作已录到那一天；请核对日期

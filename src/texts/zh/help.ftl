# 帮助。`help-<命令>` 说明命令，`help-<命令>-<参数>` 说明参数。

help-about = 会销客户回访：导入每天的台账，得出明日应办清单、客户归属，以及谁因何事、依哪一条应处理多少。
help-more = 第一次使用：huifang init 门店  →  huifang -C 门店 import 台账文件  →  huifang -C 门店 due
    退出码：0 完成；1 没有办成；2 用法不对；3 完成，但有行被退回。

help-usage = 用法：
help-usage-command = <命令>
help-usage-options = [选项]
help-heading-commands = 命令
help-heading-arguments = 参数
help-heading-options = 选项
help-heading-global = 所有命令通用

help-value-dir = 文件夹
help-value-date = 日期
help-value-day = 日期
help-value-moment = 日期
help-value-begin = 日期|none
help-value-file = 文件
help-value-format = 格式
help-value-lang = 语言
help-value-name = 名称
help-value-shell = 命令行
help-value-when = 何时

help-global-workspace = 工作区；不写则取 HUIFANG_WORKSPACE，再取当前文件夹或上层最近的工作区
help-global-as-of = 数据截至日：按这一天结束时的情况来看；不写则为今天。日期可按台账的写法，也可写今天、昨天、11-20、周一（指最近的一个周一）
help-global-known-at = 按台账库当时的情况来看：某个批次刚导入时，或某个日期结束时、某个时刻；以后导入、撤销、替换的都不算在内
help-value-known = 批次|日期|时刻
help-global-format = 结果的格式；不写则看 -o 的后缀，再不然为表格
help-global-output = 把结果写进这个文件
help-global-encoding = CSV 的编码：utf-8（默认）或 gb18030（给只认国标码的软件）
help-value-encoding = 编码
help-global-limit = 最多列出多少行
help-global-no-pager = 不分页，一次显示完
help-global-reveal = 显示完整的电话号码（会记入日志）
help-global-lang = 语言；不写则取 HUIFANG_LANG，再取系统语言，否则为中文
help-global-color = 屏幕颜色
help-global-quiet = 除结果和错误外什么也不说
help-global-verbose = 多说一些正在做的事
help-global-help = 显示本帮助
help-version = 显示版本

help-init = 新建工作区：制度、台账库、空白台账 templates、收件箱 inbox 和报表 reports
help-init-dir = 文件夹；没有就新建
help-init-preset = 从哪个制度模板开始；不写则为 meeting-sales
help-init-in-force-from = 从哪一天起计算违规；不写则从建立当天起，以前的不追究；none 表示不论早晚都算
help-templates = 写出空白台账：每种台账一个 xlsx，带下拉列表和填写说明
help-templates-dir = 文件夹；没有就新建
help-templates-more = 在工作区里，下拉列表用本单位的员工和违规类别；不在工作区里，就没有员工。文件夹里已有同名文件时：没人动过的模板换成新的；只要有一个被人存过盘，就一个也不写。
help-completions = 输出命令行（Shell）补全脚本
help-completions-shell = 哪一种命令行
help-value-batch = 批次
help-batches = 按批次列出导入过的资料
help-revert = 撤销一个批次，或其中一个文件：先列出会有什么变动，确认后才撤销；历史里仍保留
help-revert-batch = 批次号，见“batches”
help-revert-file = 只撤销这个批次里的这个文件
help-revert-yes = 不再询问，直接撤销
help-revert-dry-run = 只列出会有什么变动
help-restore = 恢复撤销了的批次，或其中一个文件
help-restore-batch = 批次号，见“batches”
help-restore-file = 只恢复这个批次里的这个文件
help-restore-yes = 不再询问，直接恢复
help-restore-dry-run = 只列出会有什么变动
help-status = 台账库里有什么，录到哪一天，收件箱里还有什么
help-check = 台账库里有哪些地方需要核对
help-check-seen = 这些已经处理：以后不再列出
help-check-by = 由谁处理
help-check-all = 已处理的也列出，连同处理人和时间

help-value-by = 依据
help-value-month = 月份
help-value-staff = 员工
help-value-status = 状态

help-due = 应办清单：明天（或某一天）谁该联系谁，依哪一条
help-due-on = 清单是哪一天的；不写则为数据截至日的次日。这里的“周一”指下一个周一
help-due-by = 表格按什么分组；不写则按专员
help-due-staff = 只列这个人负责的（工号或姓名）
help-owners = 资源归属：每个家庭归谁，从哪天起，依哪一条，保护到何时
help-due-sheets = 在这个文件夹里写出回访单：每人一个工作簿（加 --by department 则每个部门一个），填好后再导入
help-due-all = 逾期太久、已不在单上的也列出
help-owners-status = 只列这种状态的
help-owners-staff = 只列归这个人或由这个人报名的（工号或姓名）
help-violations = 违规台账：每一条的类别、条款和依据的台账行
help-violations-from = 只列这一天及以后的
help-violations-to = 只列这一天及以前的
help-violations-status = 只列这种状态的
help-violations-staff = 只列这个人的（工号或姓名）
help-fines = 违规处理月度汇总表：一个月里每个人的条数、按制度应处金额和尚未了结的
help-fines-month = 哪个月；不写则为数据截至日所在的月
help-fines-by = 按什么汇总；不写则按员工
help-value-path = 路径
help-value-kind = 台账
help-value-year = 年份
help-import = 导入台账：文件，或文件夹里的所有台账
help-import-paths = 文件和文件夹
help-import-kind = 标题和名称看不出是哪种台账时，指定每张表是什么（signup、sale、visit……）
help-import-year = 没写年份的日期算哪一年
help-import-through = 这些台账已录全到这一天，没有行也算
help-import-department = ……只对这个部门
help-import-replace = 以前从同名文件导入的不再有效
help-import-add = 同名旧文件的行照旧有效，这一份里的新行全部加上
help-import-strict = 只要有一行退回，就什么也不导入
help-import-dry-run = 只说会怎样，不作改动
help-nightly = 夜间处理：导入收件箱并归档，写出当天的报表，给出小结
help-nightly-more = 适合 cron 或任务计划程序：重复运行也不要紧。没导入的文件留在收件箱（退出码 3）；同时再开一个会立刻停下（退出码 1）。
help-value-command = 命令
help-help = 显示命令的帮助
help-help-command = 命令；不写则为全部

help-demo = 演示：用一家虚构门店三个月的台账建一个工作区，做一次夜间处理，看看结果
help-demo-dir = 文件夹；不写则为 huifang-demo

help-changes = 变动：新近导入、撤销、替换的资料改变了哪些归属、应办事项、违规和金额，各因哪一行
help-changes-since = 从哪里算起：某个批次导入之后（0 为最初），或某个日期结束时、某个时刻
help-policy = 制度：条款和数字的查看、检查、比较，若改用另一份会怎样
help-policy-what-if = 若改用另一份制度：哪些家庭归属不同，哪些违规增减，各人各部门金额差多少
help-policy-what-if-other = 另一份制度文件

help-verify = 核对：按报表编号信息重新得出一份报表，说明是否相同，或哪里不同（退出码 0 相同，1 不同）
help-verify-report = 报表文件：xlsx、网页、带 .stamp 的 CSV、用 --stamp 得出的 JSON，或存成文件的表格
help-global-stamp = JSON 外面加一层，写明报表编号信息；表格总以它作最后一行，xlsx 总写在页脚和文档属性里，用 -o 写出的 CSV 旁边总有 .stamp 文件，不写文件的 CSV 没有
help-value-clause = 条款
help-value-policy = 制度
help-policy-list = 列出制度模板，以及本单位制度的条款和由谁判定
help-policy-list-of = 哪份制度：文件，或制度模板的名字；不写则为工作区的
help-policy-show = 一条或全部条款：要求、解释、出处和各项数字
help-policy-show-clause = 条款编号，例如 resource-6；不写则为全部
help-policy-show-of = 哪份制度：文件，或制度模板的名字；不写则为工作区的
help-policy-check = 检查制度文件；没有错处的，列出从未触发的内容和没有测试实例的条款
help-policy-check-file = 制度文件；不写则为工作区的
help-policy-upgrade = 把旧写法的制度文件改成现在的写法；内容、备注和空格都不变
help-policy-upgrade-file = 制度文件；不写则为工作区的
help-policy-diff = 逐项比较两份制度
help-policy-diff-a = 文件，或制度模板的名字
help-policy-diff-b = 同上

help-finding = 处理意见：登记主管的认定，不必另填台账
help-finding-add = 登记一条处理意见：对一条违规予以属实、免予处理或调整，或认定一条新的违规；自成一个批次，可以撤销
help-finding-add-at = 认定日期；不写则为数据截至日
help-finding-add-violation = 违规编号；没有编号就是认定一条新的违规
help-finding-add-verdict = 处理意见：属实、免予处理或调整
help-finding-add-staff = 责任人（工号或姓名）；写了违规编号时，不写则为该违规的责任人
help-finding-add-offence = 违规类别（编号或名称）；写了违规编号时，不写则为该违规的类别
help-finding-add-concerning = 涉及员工
help-finding-add-phone = 顾客电话
help-finding-add-customers = 顾客数
help-finding-add-boxes = 盒数
help-finding-add-amount = 金额，须在该类别的幅度之内
help-finding-add-severe = 情节严重
help-finding-add-by = 认定人
help-finding-add-note = 备注：为什么这样认定
help-finding-add-again = 已有处理意见的违规，再作一次处理
help-finding-add-dry-run = 只说会怎样，不作改动
help-value-id = 编号
help-value-verdict = 处理意见
help-value-offence = 违规类别
help-value-phone = 电话
help-value-count = 数量
help-value-amount = 金额
help-value-text = 文字
help-value-who = 查谁
help-value-number = 序号
help-explain = 为什么：这一户归谁、从哪天起、依哪一条哪几行、哪些没有作数、下一步会怎样；或某条违规、某项应办事项的来由
help-explain-who = 电话（报表里的 138****5678 也行）、顾客姓名、违规编号（V-…）或回访单号（T-…）
help-explain-nth = 同名或同样掩码的有几户时，取列表中的第几户
help-explain-more = 格式：table（一页文字）、xlsx（工作簿）、json、html（可打开、可打印的网页）。
help-value-days = 天数
help-owners-history = 各段归属：从何时到何时归谁，依哪一条
help-expiring = 即将到期：谁的保护到哪一天为止，依哪一条，办一件什么事就能保住
help-expiring-days = 数据截至日之后多少天以内；不写为 7
help-expiring-staff = 只列这个人会失去的（工号或姓名）
help-disputes = 待经理裁定的争议及其依据：重复报名、争抢后归公司、未采用的亲属关系、疑似违规

help-heading-examples = 例如
help-choices = { $help }。可用：{ $known }
help-common = --lang、--color、-q、-v 等通用选项见“huifang --help”。
help-group-begin = 开始使用
help-group-clerk = 数据员
help-group-supervisor = 主管
help-group-hr = 人事
help-group-manager = 经理和管理
help-init-examples =
    huifang init 门店
    huifang init 门店 --in-force-from 2026-11-1
help-demo-examples =
    huifang demo
    huifang demo 演示
help-templates-examples = huifang templates 空白台账
help-nightly-examples = huifang nightly
help-import-examples =
    huifang import 11月2日.csv
    huifang import 台账 --kind 新增资源一览表 --dry-run
help-status-examples = huifang status
help-check-examples =
    huifang check
    huifang check --all
help-batches-examples = huifang batches
help-revert-examples =
    huifang revert 2 --dry-run
    huifang revert 2 --yes
help-restore-examples = huifang restore 2 --yes
help-due-examples =
    huifang due
    huifang due --on 周一 --staff 高志强
    huifang due --sheets 回访单
help-owners-examples =
    huifang owners --status 视为放弃
    huifang owners --staff 高志强 --history
help-expiring-examples = huifang expiring --days 3
help-disputes-examples =
    huifang disputes
    huifang disputes -o 争议.html
help-explain-examples =
    huifang explain 13631959976
    huifang explain 韩秋菊
    huifang explain V-Z42PVXAXRK
help-violations-examples = huifang violations --status 疑似 --from 10-1
help-fines-examples = huifang fines --month 10月 --by 部门
help-changes-examples = huifang changes --since 昨天
help-finding-add-examples = huifang finding add --violation V-Z42PVXAXRK --verdict 属实 --by 李总
help-verify-examples = huifang verify 应办清单.csv
help-policy-list-examples = huifang policy list
help-policy-show-examples = huifang policy show 补充条例3
help-policy-check-examples = huifang policy check
help-policy-diff-examples = huifang policy diff meeting-sales policy.toml
help-policy-upgrade-examples = huifang policy upgrade
help-policy-what-if-examples = huifang policy what-if 新制度.toml
help-completions-examples = huifang completions bash
help-expiring-past = 列出保护期已过、还没有被别人接手的

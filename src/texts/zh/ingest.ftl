# 读台账时说的话。“在哪里”(文件、工作表、行)由调用处补上,这里说看到了什么、哪里不对、怎么办。

ingest-word = { $zh }
ingest-in-column = “{ $column }”：{ $problem }

# 路径与文件
ingest-path-missing = 找不到“{ $path }”；请核对路径，文件名里有空格时用引号括起来
ingest-path-special = “{ $path }”不是普通文件；请指定台账文件或文件夹
ingest-path-unreadable = 打不开文件夹“{ $path }”：{ $error }
ingest-path-empty = 文件夹“{ $path }”里没有台账；请放入 CSV 或 Excel 文件（csv、tsv、xlsx、xls、xlsb、ods）
ingest-path-ending = 跳过“{ $path }”：按扩展名看不是台账；确是台账的话，请直接写出这个文件名导入
ingest-path-link = 跳过“{ $path }”：这是快捷方式（符号链接），不是文件本身；请把文件复制到这里，或直接写出这个文件名导入
ingest-path-no-file = 跳过“{ $path }”：这不是普通文件
ingest-file-missing = 文件不见了；请核对它是否被移走或改名
ingest-file-denied = 没有读取权限；请关闭占用它的程序，或请管理员开放权限
ingest-file-unreadable = 读不出来：{ $error }
ingest-file-empty = 文件是空的；请重新导出后再导入
ingest-file-old-excel = 这是很旧的 Excel 格式，不能直接读取；请用 Excel 或 WPS 打开，另存为 xlsx 再导入
ingest-file-foreign = 这不是台账，看内容是 { $what } 文件；请导出成 CSV 或 xlsx
ingest-file-binary = 这既不是文字，也不是工作簿；请导出成 CSV 或 xlsx
ingest-file-html = 这其实是网页，里面没有能放心读取的表格；请用 Excel 或 WPS 打开，另存为 xlsx 再导入
ingest-file-xml = 这其实是 XML 文件，只是起了台账的名字；请用 Excel 或 WPS 打开，另存为 xlsx 再导入
ingest-file-zip = 这是一个压缩包；请先解压，再导入里面的台账
ingest-text-encoding = 认不出文字编码（既不是 UTF-8，也不是 GB18030/GBK）；请用 Excel 另存为“CSV UTF-8”
ingest-text-big5 = 文字多半是 Big5（繁体）编码；请用 Excel 另存为“CSV UTF-8”再导入
ingest-text-big5-maybe = 文字可能是 Big5（繁体）编码，已按 GB18030 读入；请核对姓名有没有变成乱码
ingest-text-endless = 第 { $line } 行起的一条记录过长，多半是少了一个引号；请补上引号后重新导入
ingest-text-quote = 第 { $line } 行开始的引号一直没有关上，后面的行都被吞进去了；请补上引号后重新导入
ingest-text-wide = 第 { $line } 行有 { $cells } 个格子，不像台账；请核对分隔符
ingest-book-damaged = 工作簿读不出来：已损坏、不完整，或者写法特别；请用 Excel 或 WPS 打开，另存为 xlsx 再导入
ingest-book-password = 工作簿有密码保护；请去掉密码后再导入
ingest-book-encrypted = 工作簿的加密方式无法读取；请用 Excel 或 WPS 打开，不设密码另存为 xlsx，再导入
ingest-book-bomb = 工作簿展开后大得不正常，没有打开；请用 Excel 或 WPS 打开，删去多余的格式和空格子，另存为 xlsx 再导入
ingest-book-row-long = 第 { $line } 行的文字多得不正常；请核对这一行
ingest-book-empty-cells = 第 { $line } 行之后有上千万个只有格式的空格子，没有再往下读；请删去后面的空行再导入
ingest-book-large = 旧格式的工作簿太大；请另存为 xlsx 再导入
ingest-book-no-sheets = 工作簿里没有工作表，或者目录已损坏；请用 Excel 或 WPS 打开核对，另存为 xlsx 再导入
ingest-book-order = 第 { $line } 行的位置颠倒，工作簿已损坏；请用 Excel 或 WPS 打开，另存为 xlsx 再导入

# 工作表
ingest-sheet-summary = 这是主管的汇总表，不是台账；已跳过
ingest-sheet-others = 这一页只供查看，不读入
ingest-sheet-hidden = 隐藏的工作表，未读；要导入请先取消隐藏
ingest-sheet-no-cells = 图表或宏工作表，没有数据
ingest-sheet-empty = 空白工作表
ingest-sheet-marks = 查不出哪些格子是上下合并的，没有读入，以免把合并的格子当成空白；请用 Excel 或 WPS 打开，另存为 xlsx 再导入
ingest-sheet-notes = 没有表头，当作说明页跳过
ingest-far = { $place } 的“{ $value }”比能读的栏目更靠右，没有读入；请移到台账的栏目里，或删去后重新导入
ingest-far-rows = { $place } 的“{ $value }”等，共 { $rows } 行有内容比能读的栏目更靠右，没有读入；请移到台账的栏目里，或删去后重新导入
ingest-table-other = 第 { $line } 行是另一张表的表头，没有再往下读；一张工作表请只放一种台账
ingest-kind-tie = 分不清是哪一种台账：{ $kinds } 都说得通；看到的表头是 { $headings }；请在文件名或工作表名里写明台账名称，或用“--kind”指定
ingest-kind-none = 认不出是哪一种台账；看到的表头是 { $headings }；请核对表头，或用“--kind”指定
ingest-kind-no-table = 没有找到表头；台账的第一行应是栏目名称，如“电话”、“日期”、“专员”
ingest-kind-incomplete = 最像{ $kind }，但缺少栏目 { $missing }；看到的表头是 { $headings }；请补上缺的栏目，若不是台账，请从收件箱里拿走
ingest-kind-clock = 看表头（{ $clock }）是考勤打卡记录，不是台账，没有读入；看到的表头是 { $headings }；确是台账的话，请用“--kind”指定
ingest-roster-other = 有工号和姓名，但 { $others } 不是花名册的栏目，没有当作员工花名册读入；看到的表头是 { $headings }；确是花名册的话，请删去这些栏目，或用“--kind staff”指定
ingest-roster-nothing-own = 有工号和姓名，但没有花名册才有的栏目（岗位、入职日期、离职日期、用工类型），没有当作员工花名册读入；看到的表头是 { $headings }；确是花名册的话，请补上其中一栏，或用“--kind staff”指定
ingest-roster-numbering = 像员工花名册，但“编号”多半只是行号，不能当作工号；看到的表头是 { $headings }；请把员工号码那一栏的表头写成“工号”

# 格子里的值
ingest-blank = 没有填写；这一栏必填
ingest-silent = “{ $value }”等于没有填写；这一栏必填，请补上
ingest-ditto = “{ $value }”要看上一行才知道写的什么；每一行都要能单独看懂，请照上一行填完整
ingest-twins = “{ $column }”写“{ $one }”，“{ $other_column }”写“{ $other }”，两栏是同一项，写得却不一样；请改成一致，或只留一栏
ingest-cell-long = 文字超过一格能写的长度：“{ $value }”；请删短
ingest-formula = 公式出错（{ $value }）；请改成正确的值
ingest-formula-uncomputed = 这一格是公式（{ $value }），文件里没有存下算出来的结果；请用 Excel 或 WPS 打开，保存后再导入
ingest-row-hidden = 这一行在表里被筛选或隐藏，看不见；已收下，请核对是否算数
ingest-row-struck = “{ $columns }”的字画了删除线；已收下，请核对是否作废
ingest-date = “{ $value }”不是日期；请写成 2026-11-20 这样
ingest-date-no-year = “{ $value }”没有年份；请补上年份，或用“--year”指定
ingest-date-beside-name = “{ $value }”没有年份，文件名写的是 { $name }，这一天比那个月晚了一个月以上，不能按那一年算；请补上年份
ingest-date-short-year = “{ $value }”的年份不是四位数；请写成 2026-11-20 这样
ingest-date-day-first = “{ $value }”把日写在前面；请改成年月日的顺序，如 2026-11-20
ingest-date-month-first = “{ $value }”把月写在前面、年写在最后；请改成年月日的顺序，如 2026-11-20
ingest-date-year-last = “{ $value }”分不清日和月；请写成 2026-11-20 这样
ingest-date-impossible = “{ $value }”这一天不存在
ingest-date-time = “{ $value }”里的时间无法识别；请写成 2026-11-20 09:05 这样
ingest-date-time-only = “{ $value }”只有时间没有日期；请写成 2026-11-20 09:05 这样
ingest-date-serial = 数字 { $value } 不是日期；请写成 2026-11-20 这样
ingest-date-early = { $date } 早于 { $first } 年；请核对年份
ingest-date-late = { $date } 太晚，最晚到 { $last }；请核对年份
ingest-date-ahead = { $date } 还没有到，已经发生的事最晚写到导入日的次日 { $last }；请核对日期
ingest-date-future = { $date } 晚于导入日 { $today }；已收下，请核对
ingest-before-event = { $date } 早于“{ $event }” { $at }，单据不会早于所记的事；已收下，请核对
ingest-next-before = { $date } 早于“{ $event }” { $at }，约好的下一次不会早于这一次；已收下，但不算作约定，请核对
ingest-next-same-day = { $date } 就是“{ $event }”那一天，约好的下一次应当在它之后；已收下，但不算作约定，请核对
ingest-date-weekday = “{ $value }”的星期与日期不符；已按日期收下，请核对
ingest-date-alone = 第 { $line } 行的 { $date } 比本表其余各行早 60 天以上（其余最早是 { $next }）；已收下，请核对年份
ingest-phone = “{ $value }”不是电话号码；手机要 11 位，座机要有区号或 7–8 位
ingest-phone-rounded = “{ $value }”被 Excel 改成了科学计数，后几位已经丢失；请把这一栏设为文本后重填号码
ingest-phone-restored = 开头的 0 丢了，已补上，按 { $phone } 收下；请核对
ingest-phone-dummy = “{ $value }”像是随手填的号码；已收下，请核对
ingest-yes-no = “{ $value }”不是“是”或“否”
ingest-word-unknown = “{ $value }”无法识别；可以写 { $known }
ingest-satisfaction = “{ $value }”不是满意度；请写 1 到 5，或非常满意、满意、一般、不满意、非常不满意
ingest-money = “{ $value }”不是金额；请只写数字
ingest-count = “{ $value }”不是整数
ingest-negative = 不能是负数（{ $value }）
ingest-left-before-hired = 离职日期 { $left } 早于入职日期 { $hired }；已收下，请核对
ingest-leave-ends-before = { $to } 早于开始的 { $from }，请核对起止日期
ingest-left-without-day = 写的是“{ $value }”，却没有离职日期；请补上最后一天上班的日期
ingest-resumed-before-stop = 恢复日期 { $resumed } 早于停访日期 { $stop }；已收下，请核对

# 员工
ingest-staff-unknown = 花名册上没有“{ $staff }”；请核对姓名或工号，或先补花名册
ingest-staff-near = 花名册上没有“{ $staff }”；是不是 { $near }？请改正或先补花名册
ingest-staff-named = { $name }（{ $number }）
ingest-staff-ambiguous = 有几位员工都叫“{ $staff }”；请改写工号：{ $numbers }
ingest-staff-no-roster = 还没有花名册，认不出“{ $staff }”；请先导入员工花名册，或与本文件一起导入
ingest-wage-of-two = 工号是 { $staff }，姓名却是 { $named } 的；请核对后改成同一个人
ingest-role-none = 岗位“{ $value }”不是制度认得的岗位（{ $known }），照原样留着，此人在制度里不算哪一种岗位；要算的话，请在 policy.toml 的 [roles] 里写明
ingest-month = “{ $value }”看不出是哪一年哪个月；请写成 2026-10
ingest-signup-nobody = 没有填写；只有专卖店回馈和电话回馈可以不填专员

# 处理意见
ingest-offence-unknown = 制度里没有违规类别“{ $value }”；可以写 { $known }
ingest-finding-fixed = { $offence }的金额是固定的，不能另填；请不要填写金额
ingest-finding-range = { $offence }的金额只能在 { $low } 到 { $high } 之间，填了 { $amount }
ingest-finding-boxes = { $offence }按盒计算，必须填盒数
ingest-finding-no-verdict = 填了违规编号就要填处理意见：属实、免予处理或调整

# 退回清单
ingest-swapped = “{ $one }”和“{ $other }”两栏填反了，请对调
ingest-swapped-rows = “{ $one }”和“{ $other }”两栏填反了：有 { $rows } 行因此退回，对调两栏即可
ingest-swapped-days = “{ $one }”和“{ $other }”两栏的日期像是填反了，表中大多数行都是这样；已收下，请核对
ingest-rejects-row = 退回行号
ingest-rejects-why = 退回原因（{ $kind }）
ingest-rejects-unwritten = 退回清单写不进“{ $path }”（{ $error }）；请关闭打开着的同名文件，或检查文件夹权限和磁盘空间
ingest-rejects-too-many = 行或列超过了工作簿的上限

# 系统不让读写的原因
ingest-io-not-found = 没有这个文件或文件夹
ingest-io-denied = 没有读写权限
ingest-io-read-only = 这里只能读，不能写
ingest-io-full = 磁盘满了
ingest-io-exists = 已经存在
ingest-io-folder = 这是文件夹，不是文件
ingest-io-no-folder = 路径中有一段是文件，不是文件夹
ingest-io-large = 文件太大，这里放不下
ingest-io-name = 文件名不能这样写
ingest-io-busy = 文件正被别的程序占用
ingest-io-cut-off = 文件不完整
ingest-io-network = 网络或共享文件夹断开了
ingest-io-number = 系统错误 { $number }
ingest-io-unknown = 系统没有说明原因

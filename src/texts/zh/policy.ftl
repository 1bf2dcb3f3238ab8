# policy: faults of a policy file
policy-fault-form = 写法不对:{ $detail }
policy-fault-unknown-clause = 没有“{ $id }”这一条;请改成 [[clause]] 里已有的条款编号,或补上这一条
policy-fault-unknown-offence = 没有“{ $id }”这一违规类别;请改成 [[offence]] 里已有的编号,或补上这一类
policy-fault-twice = “{ $id }”写了两次;请删去一处,或改用另一个编号
policy-fault-overlapping-holds = 来源 { $channel } 同时落在两个保护期里;每个来源只能写在一处
policy-fault-no-hold = 来源 { $channel } 没有保护期;请把它写进一个 [[hold]] 的 channels
policy-fault-no-window = 事项 { $id } 没有期限;请补上 window = {"{"} from = 天数, to = 天数 {"}"}
policy-fault-window-upside-down = 期限的开始晚于结束;请对调 from 和 to
policy-fault-range-upside-down = 金额下限高于上限;请对调 min 和 max
policy-fault-mode = 不认识 mode = “{ $mode }”;可写 amounts、points(须另写 rate)或 proposals
policy-fault-date = 这里须是一个日期,例如 2026-01-01
policy-fault-wage-days = 折算工资的每月天数须大于零

# what a violation is, in a line
policy-detail-missed = 应于 { $start } 至 { $deadline } 办理,台账无记录
policy-detail-late = 应于 { $start } 至 { $deadline } 办理,实际 { $on } 才办
policy-detail-unsigned = { $start } 至 { $deadline } 回访 { $count } 次,均无本人签名
policy-detail-pending = { $detail }({ $until })
policy-detail-covered = 本部门台账只录至 { $day }
policy-detail-never-covered = 本部门此类台账尚未录入
policy-detail-suspected = { $at } 的这一行,须经人查实
policy-detail-act = { $at } 的这一行
policy-detail-no-handover = 离职时名下 { $count } 户未交接:{ $households }
policy-detail-late-paper = { $day } 的单据应于 { $deadline } 前办妥,有 { $count } 行晚于此日
policy-detail-found = 处理意见登记
policy-detail-found-by = 处理意见登记,认定人 { $by }
policy-detail-waived = { $detail };{ $on } 免予处理,认定人 { $by }
policy-detail-upheld = { $detail };{ $on } 核定,认定人 { $by }

# what check lists
policy-check-not-employed = { $staff } 在 { $day } 不在职,此行按无人办理
policy-check-several-names = 电话 { $phone } 有几个姓名:{ $names };若是两个人,请各留一个电话
policy-check-link-refused = { $one } 与 { $other } 都已购买且各有专员,此亲属关系未采用
policy-check-barred-assigned = 分配给了重复报名的当事专员,请核对
policy-check-finding-astray = 处理意见指向的违规编号 { $id } 不存在;请核对编号

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

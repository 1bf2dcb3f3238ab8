# 台账库:为什么用不了。

journal-missing = 没有台账库“{ $file }”
journal-missing-remedy = 请把备份放回去，或在别的文件夹用“huifang init”重新开始
journal-none = “{ $file }”不是 huifang 的台账库
journal-none-remedy = 请移走这个文件，把台账库放回去
journal-newer = “{ $file }”是更新版本的 huifang 写的
journal-newer-remedy = 请更新本程序
journal-damaged = 台账库“{ $file }”损坏了
journal-damaged-remedy = 先不要改动，留一份副本，再把最近一份完好的备份放回去
journal-waiting = 另一个 huifang 正在写台账库，等它写完……
journal-busy = 另一个 huifang 写台账库“{ $file }”太久了
journal-busy-remedy = 等它结束后再做一遍
journal-full = 磁盘满了：“{ $file }”保持原样
journal-full-remedy = 请腾出磁盘空间，再做一遍
journal-read-only = 台账库“{ $file }”不能写入
journal-read-only-remedy = 请申请该文件和所在文件夹的写入权限
journal-no-batch = 没有批次 { $batch }；最后一个是 { $last }
journal-no-batch-yet = 没有批次 { $batch }；还没有导入过任何资料
journal-no-batch-remedy = 请看“huifang batches”
journal-before-first = { $at } 还没有导入过资料；第一个批次是 { $first } 导入的
journal-before-any = { $at } 还没有导入过资料；至今也没有
journal-reverted-before = 批次 { $batch } 已于 { $at } 撤销过
journal-other = 台账库“{ $file }”用不了：{ $reason }
journal-drive = 台账库“{ $file }”所在的磁盘出错；台账库保持原样
journal-drive-remedy = 请检查磁盘或网络盘的连接，再做一遍

"""The numbers of results.json as the READMEs of heshu print them, in English and in Chinese."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from gold import HALVES, HERE

# A part of what results.json holds
Table = dict[str, Any]

MARKS = ("<!-- benchmark: written by benchmark/measure.py --readme -->", "<!-- /benchmark -->")
READMES = {"en": HERE.parent / "README.md", "zh": HERE.parent / "README.zh.md"}
SYSTEMS = ("heshu", "face value", "cn2an", "jionlp")
WORDS = {
    "en": {
        "first": "First half, on which the rules were developed",
        "second": "Second half, written with the rules unseen; they were changed after it since",
        "third": "Third half, written with the rules unseen and frozen; they were changed after it "
        "since",
        "fourth": "Fourth half, written with the rules unseen; they were changed after it since",
        "fifth": "Fifth half, written with the rules unseen; they were changed after it since",
        "sixth": "Sixth half, written with the rules unseen; they were changed after it since",
        "seventh": "Seventh half, written with the rules unseen; they were changed after it since",
        "seen": "Rules were changed after each half, to remove the causes of what was wrong in it. "
        "So these tables flatter: what to expect on a new text is what the seventh half gave when "
        "it was first measured, as told above.",
        "recall": "testable relations formed",
        "precision": "of what was formed, right",
        "slips": "planted slips found",
        "accusations": "false accusations per 10,000 characters",
        "heshu": "heshu",
        "face value": "its joins at face value",
        "cn2an": "cn2an, naive ratios",
        "jionlp": "jionlp, naive ratios",
        "measure": "95 % interval in brackets",
        "relation": "relation",
        "slip": "slip",
        "count": "{count} in {characters:,} characters: {rate} [{low}, {high}]",
        "none": "not measured",
    },
    "zh": {
        "first": "前一半，规则据此改进",
        "second": "后一半，编写时未见规则；其后规则据此改过",
        "third": "第三部分，规则定稿之后编写，编写时未见规则；其后规则据此改过",
        "fourth": "第四部分，编写时未见规则；其后规则据此改过",
        "fifth": "第五部分，编写时未见规则；其后规则据此改过",
        "sixth": "第六部分，编写时未见规则；其后规则据此改过",
        "seventh": "第七部分，编写时未见规则；其后规则据此改过",
        "seen": "每一部分首次测量之后，规则都据其中的错误改过，下列各表因而偏好；"
        "对新文稿，应以上文第七部分首次测量的数字为准。",
        "recall": "可检验关系中已建立的",
        "precision": "已建立的关系中正确的",
        "slips": "埋设差错中查出的",
        "accusations": "每一万字误报",
        "heshu": "heshu",
        "face value": "同样的关系，按字面数值",
        "cn2an": "cn2an 加朴素比值",
        "jionlp": "jionlp 加朴素比值",
        "measure": "方括号内为 95 % 区间",
        "relation": "关系",
        "slip": "差错",
        "count": "{characters:,} 字中 {count} 处：{rate} [{low}, {high}]",
        "none": "未测",
    },
}
KINDS_ZH = {
    "share": "占比",
    "change": "水平、增减量与增减率",
    "growth": "基期、报告期与增长率",
    "parts": "总数与各部分",
    "difference": "差额",
    "points": "百分点",
    "hundred": "占比之和为 100 %",
    "product": "乘积",
    "average": "平均",
    "rate": "有名称的率",
    "multiple": "倍数与比值",
    "same": "同一数字",
    "mix": "增长率的合成",
    "annual": "年均增长",
    "duration": "时长",
    "order": "部分不超过总数",
    "grim": "小样本的占比",
    "other": "其他",
}
SLIPS_ZH = {
    "digit": "错一个数字",
    "transposed": "两个数字颠倒",
    "unit": "单位",
    "by/to": "增长与增长到",
    "points": "百分点与百分之",
    "year": "年份",
    "above": "部分大于总数",
    "share": "占比",
}


def rate(row: Table) -> str:
    """12 of 20: 60 % [39, 78]."""
    low, high = 100 * row["low"], 100 * row["high"]
    percent = 100 * row["hits"] / row["of"] if row["of"] else 0
    return f"{row['hits']}/{row['of']}: {percent:.0f} % [{low:.0f}, {high:.0f}]"


def block(report: Table, language: str) -> str:
    """The numbers of a report, as Markdown."""
    say = WORDS[language]
    halves = [half for half in HALVES if half in report["heshu"]]
    lines = [say["seen"], ""]
    for half in halves:
        lines += [f"**{say[half]}**", ""]
        lines += [f"| {say['measure']} | " + " | ".join(say[name] for name in SYSTEMS) + " |"]
        lines += ["|---" * (len(SYSTEMS) + 1) + "|"]
        tables = [report.get(name, {}).get(half) for name in SYSTEMS]
        for part in ("recall", "precision", "slips"):
            cells = [rate(table[part]["all"]) if table else say["none"] for table in tables]
            lines.append(f"| {say[part]} | " + " | ".join(cells) + " |")
        cells = [
            accusations(table["accusations"], say) if table else say["none"] for table in tables
        ]
        lines += [f"| {say['accusations']} | " + " | ".join(cells) + " |", ""]
    for part, title in (("recall", "relation"), ("slips", "slip")):
        kinds = dict.fromkeys(
            kind for half in halves for kind in report["heshu"][half][part] if kind != "all"
        )
        names = {} if language == "en" else {"recall": KINDS_ZH, "slips": SLIPS_ZH}[part]
        lines += [f"| {say[title]} | " + " | ".join(say[half] for half in halves) + " |"]
        lines += ["|---" * (len(halves) + 1) + "|"]
        for kind in kinds:
            rows = [report["heshu"][half][part].get(kind) for half in halves]
            cells = [rate(row) if row else "–" for row in rows]
            lines.append(f"| {names.get(kind, kind)} | " + " | ".join(cells) + " |")
        lines.append("")
    return "\n".join(lines).rstrip()


def accusations(row: Table, say: dict[str, str]) -> str:
    return say["count"].format(**row, rate=row["per 10,000"])


def placed(text: str, report: Table, language: str) -> str:
    """A README with the numbers between its marks. Raises ValueError where it has none."""
    before, opened, rest = text.partition(MARKS[0])
    _, closed, after = rest.partition(MARKS[1])
    if not (opened and closed):
        where = READMES[language].name
        raise ValueError(f"{where} has no place for the numbers: {' … '.join(MARKS)}")
    return f"{before}{MARKS[0]}\n\n{block(report, language)}\n\n{MARKS[1]}{after}"


def write(report: Table) -> list[Path]:
    """Write the numbers into each README that there is."""
    written = []
    for language, path in READMES.items():
        if path.exists():
            text = path.read_text(encoding="utf-8")
            path.write_text(placed(text, report, language), encoding="utf-8")
            written.append(path)
    return written

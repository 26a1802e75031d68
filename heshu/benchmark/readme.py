"""The numbers of results.json as the READMEs of heshu print them, in English and in Chinese."""

from __future__ import annotations

from pathlib import Path

from counting import Table, pooled
from gold import HALVES, HERE, UNSEEN

MARKS = ("<!-- benchmark: written by benchmark/measure.py --readme -->", "<!-- /benchmark -->")
READMES = {"en": HERE.parent / "README.md", "zh": HERE.parent / "README.zh.md"}
SYSTEMS = ("heshu", "face value", "cn2an", "jionlp")
WORDS = {
    "en": {
        "unseen": "The tenth and the nineteenth half, which no rule has seen",
        "used": "The other seventeen, which rules have learnt from",
        "seen": "After each of seventeen halves rules were changed, to remove the causes of what "
        "was wrong in it. What the tenth and the nineteenth show has changed none. So these say "
        "what to expect on a new text, and the others flatter.",
        "recall": "testable relations formed",
        "precision": "of what was formed, right",
        "slips": "planted slips found",
        "accusations": "false accusations per 10,000 characters",
        "hints": "slips called doubtful only",
        "doubts": "called doubtful in right texts, per 10,000 characters",
        "heshu": "heshu",
        "face value": "its joins at face value",
        "cn2an": "cn2an, naive ratios",
        "jionlp": "jionlp, naive ratios",
        "measure": "95 % interval in brackets",
        "relation": "relation",
        "slip": "slip",
        "count": "{count} in {characters:,} characters: {rate} [{low}, {high}]",
        "none": "not measured",
        "traps": "In {texts} right texts that were written to mislead a checker ({characters:,} "
        "characters), from which rules have learnt too, it accuses {accused} and doubts {doubted}.",
    },
    "zh": {
        "unseen": "第十、第十九部分，规则未见过",
        "used": "其余十七个部分，规则据此改进过",
        "seen": "其余十七个部分每次首次测量之后，规则都据其中的错误改过；"
        "没有一条规则据第十、第十九部分改过。因此对新文稿应以这两个部分为准，其余偏好。",
        "recall": "可检验关系中已建立的",
        "precision": "已建立的关系中正确的",
        "slips": "埋设差错中查出的",
        "accusations": "每一万字误报",
        "hints": "差错中只列为存疑的",
        "doubts": "每一万字无误文字中列为存疑的",
        "heshu": "heshu",
        "face value": "同样的关系，按字面数值",
        "cn2an": "cn2an 加朴素比值",
        "jionlp": "jionlp 加朴素比值",
        "measure": "方括号内为 95 % 区间",
        "relation": "关系",
        "slip": "差错",
        "count": "{characters:,} 字中 {count} 处：{rate} [{low}, {high}]",
        "none": "未测",
        "traps": "另有 {texts} 篇专为误导而写的正确文稿（{characters:,} 字），规则也据此改进过："
        "其中误报 {accused} 处，列为存疑 {doubted} 处。",
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
    """The numbers of a report, as Markdown: of the halves that are unseen, and of the others."""
    say = WORDS[language]
    sets = {"unseen": UNSEEN, "used": tuple(half for half in HALVES if half not in UNSEEN)}
    told: dict[str, dict[str, Table]] = {name: {} for name in SYSTEMS}
    for name in SYSTEMS:
        for which, halves in sets.items():
            tables = [report[name][half] for half in halves if half in report.get(name, {})]
            if len(tables) == len(halves):
                told[name][which] = pooled(tables)
    lines = [say["seen"], ""]
    for which in sets:
        lines += [f"**{say[which]}**", ""]
        lines += [f"| {say['measure']} | " + " | ".join(say[name] for name in SYSTEMS) + " |"]
        lines += ["|---" * (len(SYSTEMS) + 1) + "|"]
        found = [told[name].get(which) for name in SYSTEMS]
        for part in ("recall", "precision", "slips"):
            cells = [rate(table[part]["all"]) if table else say["none"] for table in found]
            lines.append(f"| {say[part]} | " + " | ".join(cells) + " |")
        cells = [
            accusations(table["accusations"], say) if table else say["none"] for table in found
        ]
        lines.append(f"| {say['accusations']} | " + " | ".join(cells) + " |")
        hints, doubts = (told["heshu"][which][part] for part in ("hints", "doubts"))
        none = " | –" * (len(SYSTEMS) - 1)
        lines.append(f"| {say['hints']} | {rate(hints)}{none} |")
        lines += [f"| {say['doubts']} | {accusations(doubts, say)}{none} |", ""]
    traps = report["traps"]
    accused, doubted = (traps[part]["count"] for part in ("accusations", "doubts"))
    characters = traps["accusations"]["characters"]
    told_of = {"characters": characters, "accused": accused, "doubted": doubted}
    lines += [say["traps"].format(texts=traps["texts"], **told_of), ""]
    ours = told["heshu"]
    for part, title in (("recall", "relation"), ("slips", "slip")):
        kinds = dict.fromkeys(kind for which in sets for kind in ours[which][part] if kind != "all")
        names = {} if language == "en" else {"recall": KINDS_ZH, "slips": SLIPS_ZH}[part]
        lines += [f"| {say[title]} | " + " | ".join(say[which] for which in sets) + " |"]
        lines += ["|---" * (len(sets) + 1) + "|"]
        for kind in kinds:
            rows = [ours[which][part].get(kind) for which in sets]
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

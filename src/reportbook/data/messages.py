"""The words in which pages, print and the table say what numbers rest on, all in this one place.

Names in braces are filled in; each is a message that an edition in another language translates
(`reportbook.translation.words.say`). What a number is said as, and its range, are words of the
sentence that says it (`reportbook.prose`); a row's own words stand in data/.
"""

HEADING = "What the numbers rest on"
HINT = "Click or touch a number to see what it rests on."
COMPUTED = "computed from {rows}"
COUNTED = "counted {rows}"
CHOSEN = "counted {rows}, chosen from {pool}"
NONE = "none"
MANY = "{count} rows of {table}"
MANY_OF = "{count} of {pool} rows of {table}"
ROWS_OF = "rows of {table}"  # where their number stands beside it
AMONG = "among {pool} rows of {table}"
ROW, ROWS = "{count} row", "{count} rows"  # in an expression
CHOSEN_ROWS = "{count} of {pool} rows"
OF_TABLE = "{rows} ({table})"
RANGE = "stands for {range}"
PLACE = "paragraph {paragraph}, sentence {sentence}"
SHORT_PLACE = "¶{paragraph}.{sentence}"
SOURCE = "source {number}"
TESTS = "{relation}: tests {figures}"
READING = "{question}: {reading}"
# In print, where readings are told by letters, which the head of the notes explains
PRINTED = (
    "By page; in brackets ¶ paragraph and sentence of the article, or the number of the source; "
    "then what it can be."
)
READINGS = " How it is read: {readings}."
READ_AS = "read {readings}"
CODE = "Code"
BETWEEN = ", "
# How its parts follow each other
TOLD = ": {told}"
FURTHER = "; "
ADDED = ", {added}"
ABOUT = "{phrase}: {what} ({place})"
EQUALS = " = {expression}"

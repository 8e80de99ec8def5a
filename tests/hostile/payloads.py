"""Texts made to do harm: to a terminal, to a reader's eye, to markup, and to what a corpus is exported to."""

TERMINAL = (
    "\x1b[2J\x1b[31m\x1b[?1049l",  # CSI: clear, colour, leave the alternate screen
    "\x1b]0;PWNED\x07\x1b]2;PWNED\x1b\\",  # OSC 0 and 2: the window's title
    "\x1b]52;c;UFdORUQ=\x07",  # OSC 52: the clipboard
    "\x1b]8;;http://pwned.example/\x1b\\PWNED\x1b]8;;\x1b\\",  # OSC 8: a link
    "\x1bP$qPWNED\x1b\\\x1b_GPWNED\x1b\\\x1b^PWNED\x1b\\",  # DCS, APC, PM
    "\x1bc\x1b[6n\x1b[5i\x1b[20t\x1b#8",  # reset, what answers as if it had been typed, the printer, a full screen
    "\x9b2J\x9b31m \x9d0;PWNED\x9c \x90qPWNED\x9c \x85\x84\x8d",  # the same in C1
    "\x00\x07\x08\x08\x08\x0b\x0c\x0e\x0f\x1a\x7f",  # C0: bell, backspace, another character set
    "a\rPWNED\r\nb\tc",  # back to the start of the line
)
"""What a terminal would obey."""

EYE = (
    "\u202etxt.exe\u202c \u2066\u2067a\u2069",  # bidi overrides and isolates
    "pa\u200bss\u200dword\u2060\ufeff\u00ad\u034f",  # what takes no cell
    "\U000e0041\U000e0042 \ufff9a\ufffa\ufffb \ue000\U0010fffd",  # tags, annotations, private use
    "e" + "\u0301" * 60 + " \u0301\u0489",  # a pile of marks, and one on nothing
    "\u3164\u115f\u2800\u3000\u2028\u2029",  # blanks that are none, line ends that are some
    "한국 각하 \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1f0\U0001f1f5 ﷽",  # wide, joined, very wide
)
"""What a reader would not see, or see elsewhere."""

MARKUP = (
    "[bold red]PWNED[/] [/x] [@click=app.quit]q[/] [link=http://pwned.example]x[/link] [[OOHCS-1234]]",
    "<script>PWNED()</script> <img src=x onerror=PWNED()> &lt;b&gt; ]]> --> {{7*7}} ${HOME} %s {0}",
    "](javascript:PWNED) ![x](http://pwned.example/x.png) ```sh # * _ ~~ | a | b | [^1]: \\",
    "=cmd|' /C PWNED'!A1 +1 -1 @SUM(1)",
    "`id` $(id) ; rm -rf / #' \" ' \"\"\" ''' \\ \\x1b \\u001b",
)
"""What Rich, Textual, HTML, Markdown, a spreadsheet or a shell would take for more than text."""

PAYLOADS = (*TERMINAL, *EYE, *MARKUP)

"""The page around a brief: one file that asks nothing of anywhere else, for light and dark screens and for paper."""

from string import Template

PAGE = Template("""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>$title</title>
<style>
:root { color-scheme: light dark; --text: #23272e; --ground: #fbfaf7; --mute: #5f6673; --rule: #d8d5cc;
  --link: #1f5fbf; --due: #8a5200; --open: #0a6678; --no: #b02a2a; --lit: #f4dc8455; }
@media (prefers-color-scheme: dark) { :root { --text: #d6d9df; --ground: #15181d; --mute: #8d95a3; --rule: #3a414d;
  --link: #8ab8ff; --due: #f0b35c; --open: #79c6d6; --no: #f08c86; } }
body { color: var(--text); background: var(--ground); font: 1.05rem/1.5 Georgia, "Noto Serif", serif;
  max-width: 44rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.2; font-family: system-ui, sans-serif; }
h1 { font-size: 1.9rem; margin-bottom: .3rem; }
h2 { border-bottom: 1px solid var(--rule); margin: 2.2rem 0 .8rem; padding-bottom: .2rem; font-size: 1.3rem; }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .2rem; }
p { margin: .3rem 0; }
ul { margin: .3rem 0; padding-left: 1.2rem; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
article ul, ul ul, .notes { font-size: .95rem; }
article ul ul, ul ul ul { font-size: 1em; }
.mute { color: var(--mute); font-weight: 400; }
.word { font-family: system-ui, sans-serif; }
.open { color: var(--open); } .no { color: var(--no); } .due { color: var(--due); }
sup { line-height: 0; margin-left: .15em; }
q { quotes: none; }
.notes li { margin: .5rem 0; }
.back { color: var(--mute); white-space: nowrap; }
:target { background: var(--lit); }
@media print {
  :root { color-scheme: light; --text: #000; --ground: #fff; --mute: #444; --rule: #999; --link: #000; --due: #000;
    --open: #000; --no: #000; --lit: transparent; }
  @page { margin: 18mm; }
  body { font-size: 10.5pt; max-width: none; margin: 0; padding: 0; }
  li, p { break-inside: avoid; orphans: 2; widows: 2; } h1, h2, h3 { break-after: avoid; } .back { display: none; }
}
</style>
</head>
<body>
$body
</body>
</html>
""")
"""A page, by its `title` and its `body`, both HTML."""

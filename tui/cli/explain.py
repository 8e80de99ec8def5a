"""`dprk-tui check --explain CODE`: what a kind of finding is, with an example and a remedy."""

from model.corpus.codes import CODES, SUBJECTS, Code
from model.corpus.suggest import did_you_mean
from tui.cli.refusal import Refusal
from tui.cli.streams import output


def print_explanation(name: str) -> int:
    """Print the page of a code, which may be named by its short name too. Raises `Refusal` where there is no such."""
    code = _code(name)
    with output():
        print(f"{code.id} {code.name}: {code.severity}")
        print(f"  cause    {code.cause}")
        print(f"  example  {code.example}")
        print(f"  remedy   {code.remedy}")
    return 0


def _code(name: str) -> Code:
    named = {code.name: code for code in CODES.values()} | CODES
    found = named.get(name.upper()) or named.get(name.lower())
    if found is None:
        raise Refusal(f'--explain: there is no code "{name}"{_near(name)}')
    return found


def _near(name: str) -> str:
    """The nearest code; of one whose subject alone is known, the codes of that."""
    subject = SUBJECTS.get(name[:1].upper())
    if subject is not None and name[1:].isdigit():
        about, codes = subject
        return f"; of {about} there are {codes[0].id} to {codes[-1].id}" + _nearest_number(name, codes)
    hint = did_you_mean(name, [*CODES, *(code.name for code in CODES.values())])
    return hint or "; a finding has its code in brackets, as in error[Q001]"


def _nearest_number(name: str, codes: tuple[Code, ...]) -> str:
    wanted = int(name[1:10])
    nearest = min(codes, key=lambda code: abs(int(code.id[1:]) - wanted))
    return f', did you mean "{nearest.id}"?'

"""`dprk-tui export` of a table of coded rows: its rows in a format, as of a day and under a filter."""

import argparse
import shlex
from functools import partial
from typing import NoReturn

from model.exchange.enumeration import enumerated
from model.exchange.formats import EXPORTERS, Exporter
from model.exchange.refused import CannotExport
from model.exchange.registry import PluginFault
from model.index.archive import Archive
from model.index.features import Feature
from model.index.postgres.address import is_address
from model.index.table.of_rows import CodedRows
from tui.cli.narration import narrate
from tui.cli.output_file import put_bytes, put_text
from tui.cli.refusal import Refusal
from tui.exporting import rows_extract_of

_OF_CLAIMS = ("since", "what", "drafts")
"""The options that only claims have an answer to."""


def export_rows(archive: Archive, table: CodedRows, options: argparse.Namespace) -> int:
    """Write the rows as the options of `export` ask. Raises `Refusal`."""
    exporter = _exporter(options)
    extract = rows_extract_of(archive, table, archive.default)
    try:
        if exporter.is_binary:
            put_bytes(options.out, exporter.name, partial(exporter.rows_into_file, extract))
        else:
            put_text(options.out, exporter.pieces_of_rows(extract), options.bom)
    except CannotExport as why:
        raise Refusal(str(why)) from None
    for sentence in (exporter.rows_lack, *extract.left_out()):
        narrate(sentence)
    if archive.default.narrowed:
        counts = archive.at(archive.default).counts
        narrate(f"{counts.total:,} of {counts.known:,} rows; the filter leaves out the others.")
    return 1 if table.store.away() else 0


def refuse_both(options: argparse.Namespace) -> NoReturn:
    """Say how the rows of a table that is to lie under a corpus are exported. Raises `Refusal`."""
    name = options.tables[0]
    # An address may have a password in it.
    table = "TABLE" if is_address(name) else shlex.quote(name)
    to = options.to if options.to in _takers() else "csv"
    to += " -o FILE" if EXPORTERS.get(to).is_binary else ""
    raise Refusal(
        "--with: no export holds the events of a corpus and the rows of a table together; "
        f"the rows alone are written by: dprk-tui export {table} --to {to}"
    )


def _takers() -> list[str]:
    return [it.name for it in EXPORTERS.built_in if it.rows_writer]


def _exporter(options: argparse.Namespace) -> Exporter:
    try:
        exporter = EXPORTERS.get(options.to)
    except PluginFault as fault:
        raise Refusal(str(fault)) from None
    if not exporter.rows_writer:
        raise Refusal(f"{exporter.name} has no place for rows without claims; {enumerated(_takers())} have")
    if (wanted := next((it for it in _OF_CLAIMS if getattr(options, it)), None)) is not None:
        raise Refusal(f"--{wanted}: {Feature.CLAIMS.lacking}")
    if options.bom and not exporter.for_spreadsheets:
        raise Refusal(f"{exporter.name} takes no --bom, which is for spreadsheets")
    return exporter

"""A workbook that LibreOffice saved, in any of its forms, says what it said before."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from raci.cli.exit_code import ExitCode

from conftest import write_files

if TYPE_CHECKING:
    from conftest import RunRaci

OFFICE = shutil.which("soffice")
KITCHEN = """
version: 1
roles:
  head-chef:
    name: Head Chef
    responsibilities:
      - {name: Seasonal Planning, area: Food, with: {buyer: C, sommelier: I}}
      - {name: "=Pairing, & co.", letters: AR}
  buyer: {name: Buyer, deliverables: [{name: Wine List, area: Cellar}]}
  sommelier: {name: Sommelier, deliverables: [{name: Wine List, area: Cellar}]}
overlaps:
  wine: {tension: Who?, work: [Wine List], agreement: {accountable: sommelier, because: So.}}
unowned: [{name: Car Park, because: No.}]
"""


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_what_libreoffice_saved_makes_no_edit(in_folder: Path, raci: RunRaci) -> None:
    """As .ods, as .xlsx that was made of that, and as .csv of its first sheet."""
    pytest.importorskip("python_calamine")
    write_files(in_folder, {"own/kitchen.yaml": KITCHEN})
    raci("matrix", "--data", "own", "-f", "xlsx", "-o", "m.xlsx")
    for source, form, folder in (("m.xlsx", "ods", "."), ("m.ods", "xlsx", "back"), ("m.xlsx", "csv", ".")):
        profile = f"-env:UserInstallation=file://{in_folder}/profile"
        command = [OFFICE or "", profile, "--headless", "--convert-to", form, "--outdir", folder, source]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    for name in ("m.ods", "back/m.xlsx", "m.csv"):
        ran = raci("import", name, "--into", "own", "--diff")
        assert (ran.code, ran.out) == (ExitCode.ANSWERED, ""), name
    shutil.rmtree("profile")
    assert Path("own/kitchen.yaml").read_text("utf-8") == KITCHEN

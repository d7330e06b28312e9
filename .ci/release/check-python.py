"""Whether PyPI would take files: `python check-python.py dist/python/*`, with packaging and trove-classifiers installed.

PyPI looks at each field of the metadata when a file is uploaded; `twine check` looks at the description alone.
"""

import os
import re
import sys
import tarfile
import zipfile

from packaging.metadata import Metadata, parse_email
from packaging.utils import canonicalize_name, parse_sdist_filename, parse_wheel_filename
from packaging.version import Version
from trove_classifiers import classifiers

# "Storage limits" in the documentation of PyPI
LARGEST_FILE = 100_000_000


def metadata_of(path: str) -> bytes:
    if path.endswith(".whl"):
        with zipfile.ZipFile(path) as wheel:
            return wheel.read(next(name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")))
    with tarfile.open(path) as sdist:
        (info,) = [member for member in sdist.getmembers() if re.fullmatch(r"[^/]+/PKG-INFO", member.name)]
        file = sdist.extractfile(info)
        assert file is not None
        return file.read()


def uploaded(raw: bytes) -> Metadata:
    """What twine makes of the metadata, validated: names, versions, and which field belongs into which version of the metadata."""
    fields, unknown = parse_email(raw)
    assert not unknown, f"no fields of the metadata: {', '.join(unknown)}"
    # setuptools writes it into older versions too, and twine leaves it out there (twine's package.py).
    if Version(fields["metadata_version"]) < Version("2.4"):
        fields.pop("license_files", None)
    return Metadata.from_raw(fields, validate=True)


def problems_of(path: str) -> list[str]:
    metadata = uploaded(metadata_of(path))
    parse = parse_wheel_filename if path.endswith(".whl") else parse_sdist_filename
    name, version, *_ = parse(os.path.basename(path))
    addresses = [metadata.home_page, metadata.download_url, *(metadata.project_urls or {}).values()]
    description = re.sub(r"^ *(```|~~~).*?^ *\1", "", metadata.description or "", flags=re.MULTILINE | re.DOTALL)
    links = re.findall(r"\]\((?!#|https:)([^)]*)\)", description)
    checks = [
        (name == canonicalize_name(metadata.name), f"the file is named {name}, the package {metadata.name}"),
        (version == metadata.version, f"the file has version {version}, the package {metadata.version}"),
        (metadata.requires_python is not None, "it does not say which Python it needs"),
        (metadata.description_content_type == "text/markdown", "its description is not said to be Markdown"),
        ("```python" in (metadata.description or ""), "its description shows no Python"),
        (not re.search(r"^```(ts|typescript)$", metadata.description or "", re.MULTILINE), "its description shows TypeScript"),
        (os.path.getsize(path) < LARGEST_FILE, "it has more than 100 MB"),
        *((bool(re.match(r"https?://\S+$", each)), f"the address {each} is not of http(s)") for each in addresses if each),
        *((each in classifiers, f"the classifier {each} does not exist") for each in metadata.classifiers or []),
        *((False, f"the link to {each} leads nowhere on PyPI") for each in links),
    ]
    return [f"{os.path.basename(path)}: {problem}" for holds, problem in checks if not holds]


def main(paths: list[str]) -> int:
    problems = [problem for path in paths for problem in problems_of(path)]
    print("\n".join(problems) or f"PyPI would take {len(paths)} files", file=sys.stderr if problems else sys.stdout)
    return 1 if problems or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

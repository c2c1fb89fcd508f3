"""Generates litigation.v1 into a staged copy of the package: messages, stubs, their types, and one module to import."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import grpc_tools
from google.protobuf.descriptor_pb2 import FileDescriptorProto, FileDescriptorSet
from grpc_tools import protoc


def main(proto: Path, package: Path) -> None:
    own = proto / "src/main/protobuf"
    files = sorted(own.glob("litigation/v1/*.proto"))
    services = [file for file in files if file.stem.endswith("_service")]
    run(proto, [f"--python_out={package}", f"--mypy_out=quiet:{package}"], files)
    run(proto, [f"--grpc_python_out={package}", f"--mypy_grpc_out=quiet:{package}"], services)
    with tempfile.NamedTemporaryFile() as described:
        run(proto, [f"--descriptor_set_out={described.name}"], files)
        contract = FileDescriptorSet.FromString(Path(described.name).read_bytes())
    (package / "litigation/v1/__init__.py").write_text(exports(contract), encoding="utf-8")


def run(proto: Path, outputs: list[str], files: list[Path]) -> None:
    plugins = Path(sys.executable).parent
    paths = [proto / "src/main/protobuf", proto / "third_party", Path(grpc_tools.__file__).parent / "_proto"]
    arguments = [
        "protoc",
        *(f"-I{path}" for path in paths),
        f"--plugin=protoc-gen-mypy={plugins / 'protoc-gen-mypy'}",
        f"--plugin=protoc-gen-mypy_grpc={plugins / 'protoc-gen-mypy_grpc'}",
        *outputs,
        *map(str, files),
    ]
    if protoc.main(arguments) != 0:
        raise SystemExit("protoc failed")


def exports(contract: FileDescriptorSet) -> str:
    """Every message and enum at one place: who uses them need not know in which file they are written down."""
    lines = ['"""The messages of the contract litigation.v1. Generated, do not edit."""', ""]
    everything = []
    for file in contract.file:
        names = names_of(file)
        if names:
            everything += names
            lines.append(f"from {file.name.removesuffix('.proto').replace('/', '.')}_pb2 import (")
            lines += [f"    {name}," for name in names]
            lines.append(")")
    lines += ["", "__all__ = [", *(f'    "{name}",' for name in sorted(everything)), "]", ""]
    return "\n".join(lines)


def names_of(file: FileDescriptorProto) -> list[str]:
    values = [value.name for enum in file.enum_type for value in enum.value]
    return sorted([*(message.name for message in file.message_type), *(enum.name for enum in file.enum_type), *values])


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())

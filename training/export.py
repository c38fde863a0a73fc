"""From the trained network to what is shipped: two ONNX graphs, the first in eight-bit integers, and their tokenizer.

Weights keep seven bits of the eight (``reduce_range``): on processors without VNNI the sums of full eight-bit products
overflow and are cut off, and the same sentence would be read differently on different machines.
"""

from __future__ import annotations

import json
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from synopticon.extract.trained.labels import FLAT, MODALITIES, ROLES, TYPES
from synopticon.records import sha256
from training.fit import restore
from training.network import WIDTH, Reader

OPSET = 18


class Alone(nn.Module):
    """The first graph: one sentence, no padding, so that nothing depends on what else is read."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, segments: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """``ids`` and ``segments`` are (pieces,); gives type scores, subject scores and vectors of the sentence."""
        types, subjects, x = self.reader(ids[None], segments[None])
        return types[0], subjects[0], x[0]


def export(model: Path, tokenizer: Path, out: Path, name: str) -> None:
    """Write ``NAME.onnx``, ``NAME-roles.onnx``, ``NAME-tokenizer.json`` and print their digests."""
    trained = restore(model)
    out.mkdir(parents=True, exist_ok=True)
    whole = out / f"{name}-float.onnx"
    pieces = torch.export.Dim("pieces", min=4, max=512)
    ids, segments = torch.arange(4, 30), torch.tensor([0] * 10 + [1] * 16)
    _write(Alone(trained.reader), (ids, segments), ("ids", "segments"), ("types", "subjects", "vectors"),
           ({0: pieces}, {0: pieces}), whole)
    quantize_dynamic(whole, out / f"{name}.onnx", weight_type=QuantType.QInt8, reduce_range=True, per_channel=True)
    whole.unlink()
    whole.with_name(whole.name + ".data").unlink(missing_ok=True)
    told = torch.export.Dim("told", min=1, max=512)
    x, distances = torch.randn(26, WIDTH), torch.zeros(3, 26, dtype=torch.long)
    _write(
        _Shared(trained.roles), (x, torch.tensor([1, 2, 3]), torch.rand(3, 26), distances, torch.rand(26)),
        ("vectors", "kinds", "subjects", "distances", "own"), ("tags", "modality", "values"),
        ({0: pieces}, {0: told}, {0: told, 1: pieces}, {0: told, 1: pieces}, {0: pieces}), out / f"{name}-roles.onnx",
    )  # fmt: skip
    for graph in (out / f"{name}.onnx", out / f"{name}-roles.onnx"):
        _bare(graph)
    _tokenizer(tokenizer, out / f"{name}-tokenizer.json")
    _labels(out / f"{name}-labels.json")
    for path in sorted(out.glob(f"{name}*")):
        print(f'    "{path.name}": "{sha256(path.read_bytes())}",  # {path.stat().st_size:,} bytes')


def _tokenizer(source: Path, target: Path) -> None:
    """Copy the tokenizer without the word pieces that stand for nothing, so that all files keep within their size."""
    told = json.loads(source.read_text("utf-8"))
    vocabulary = told["model"]["vocab"]
    told["model"]["vocab"] = {piece: number for piece, number in vocabulary.items() if not piece.startswith("[unused")}
    target.write_text(json.dumps(told, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _bare(path: Path) -> None:
    """Take out what the exporter notes down beside the graph: line by line, where on this machine it came from."""
    model = onnx.load(path)
    for part in (model, model.graph, *model.graph.node, *model.graph.value_info, *model.graph.initializer,
                 *(node for function in model.functions for node in (function, *function.node))):
        part.doc_string = ""
        del part.metadata_props[:]
    onnx.save(model, path)


class _Shared(nn.Module):
    """The second graph: all statements of one sentence share its vectors."""

    def __init__(self, roles: nn.Module) -> None:
        super().__init__()
        self.roles = roles

    def forward(
        self, vectors: Tensor, kinds: Tensor, subjects: Tensor, distances: Tensor, own: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """``vectors`` (pieces, width), ``own`` (pieces,); the rest has a row for each statement."""
        told, pieces = subjects.shape
        return self.roles(  # type: ignore[no-any-return]
            vectors[None].expand(told, pieces, WIDTH), kinds, subjects, distances, own[None].expand(told, pieces)
        )


def _write(
    part: nn.Module, given: tuple[Tensor, ...], inputs: tuple[str, ...], outputs: tuple[str, ...],
    shapes: tuple[dict[int, object], ...], path: Path,
) -> None:  # fmt: skip
    part.eval()
    program = torch.onnx.export(
        part, given, input_names=inputs, output_names=outputs, dynamic_shapes=shapes, dynamo=True, opset_version=OPSET,
        verbose=False,
    )
    assert program is not None
    program.save(path, external_data=False)
    onnx.checker.check_model(str(path))


def _labels(path: Path) -> None:
    """What the numbers mean, beside the files: a check, and a help to whoever reads the files elsewhere."""
    names = {"types": TYPES, "roles": ROLES, "modalities": MODALITIES, "values": [list(pair) for pair in FLAT]}
    path.write_text(json.dumps(names, indent=1) + "\n", "utf-8")

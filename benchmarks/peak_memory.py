"""One process, one work, and the memory it took at most: `python -m benchmarks.peak_memory`."""

import resource
import sys
from pathlib import Path

# Each process holds only what its own work imports.


def price_file(path: str) -> object:
    """Load and price a quote, and keep a result for every line."""
    import quotekit as qk  # noqa: PLC0415 - see above

    priced = qk.price(qk.load_quote(path))
    return priced.lines, priced.totals


def load_yaml(path: str) -> object:
    """Load a file with PyYAML's CSafeLoader."""
    import yaml  # noqa: PLC0415 - see above

    with Path(path).open(encoding="utf-8") as file:
        return yaml.load(file.read(), yaml.CSafeLoader)


def peak() -> int:
    """Return the most memory this process has held, in KiB."""
    status = Path("/proc/self/status")
    if status.exists():
        # What the system call says includes what the process it was forked from held.
        lines = status.read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // 1024 if sys.platform == "darwin" else most


if __name__ == "__main__":
    _kept = {"price": price_file, "yaml": load_yaml}[sys.argv[1]](sys.argv[2])
    print(peak())

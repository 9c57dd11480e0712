"""What quotekit costs, held against its peers: `python -m benchmarks`."""

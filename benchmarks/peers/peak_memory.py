#!/usr/bin/python3
"""Runs a command and prints the most memory that its process held: peak_memory.py COMMAND [ARGUMENT ...]"""
import resource
import subprocess
import sys

code = subprocess.run(sys.argv[1:]).returncode
print(f"peak memory {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB")
sys.exit(code)

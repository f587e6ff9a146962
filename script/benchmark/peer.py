"""peer.py FOLDER SIZE: how fast python-aiml answers the lines of FOLDER with its pack of SIZE; one JSON object."""
import json
import resource
import sys
import time

import aiml

folder, size = sys.argv[1], sys.argv[2]
with open(f"{folder}/lines.json") as file:
    lines = json.load(file)
before = time.perf_counter()
kernel = aiml.Kernel()
kernel.verbose(False)
kernel.learn(f"{folder}/pack{size}.aiml")
load = time.perf_counter() - before
right = sum(kernel.respond(line["text"]) == (line["reply"] or "NOMATCH") for line in lines)
times = []
for _ in range(10):
    for line in lines:
        start = time.perf_counter()
        kernel.respond(line["text"])
        times.append(time.perf_counter() - start)
times.sort()
print(json.dumps({
    "load_ms": load * 1e3,
    "median_us": times[len(times) // 2] * 1e6,
    "p99_us": times[len(times) * 99 // 100] * 1e6,
    "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "right": right,
}))

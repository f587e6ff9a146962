"""Runs heavylegs and other engines side by side and compares the ratios with script/benchmark/baseline.json."""
import argparse
import glob
import json
import os
import pty
import subprocess
import sys
import tempfile
import time

import make_packs

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BASELINE = f"{HERE}/baseline.json"
REPEATS = 3  # runs of which the quickest counts
LONGEST = 16_000  # bytes of a line; a little below what is read whole

# Packages of the package index, and what peer.py calls them.
ENGINES = {"python-aiml": "aiml", "adapt-parser": "adapt", "hassil": "hassil", "rivescript": "rivescript"}
# What a package imports without saying so.
NEEDS = {"adapt": ["setuptools<80"]}

# Said over and over in a long talk: a complaint, answers, a question.
TALK = ["my legs are heavy", "none", "what is overtraining", "3 weeks", "not sure", "my left calf hurts", "no"]

HOSTILE = {
    "one keyword, 10,000 times": "calf " * 10_000,
    "keywords in reverse": "swollen calf left my " * (LONGEST // 21),
    "1 MB of letters": "a" * 1_000_000,
    "100,000 different words": " ".join(f"w{n:x}" for n in range(100_000)),
    "words to correct": " ".join(f"calg{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}x" for n in range(LONGEST // 8)),
    "deep brackets": "(" * (LONGEST // 2) + ")" * (LONGEST // 2),
    "quotes": "\"'" * (LONGEST // 2),
    "denials": "not no never " * (LONGEST // 13),
}


def ours(program, pack, lines, rounds=10):
    command = [program, "bench", pack, "--utterances", lines, "--rounds", str(rounds), "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def best(runs):
    """Of several runs the quickest time of each kind: whatever else the machine does can only slow a run down."""
    return {key: (max if key == "peak_mb" else min)(run[key] for run in runs) for key in runs[0]}


def talk(program, lines, turns):
    """Seconds of processor time, and peak megabytes, of one talk of so many turns."""
    said = "".join(json.dumps({"say": lines[turn % len(lines)]}) + "\n" for turn in range(turns))
    with tempfile.TemporaryFile() as file:
        file.write(said.encode())
        file.seek(0)
        child = subprocess.Popen([program, "chat", "--jsonl", "--region", "GB"], stdin=file, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise subprocess.CalledProcessError(child.returncode, child.args)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def long_talk(program, lines):
    """What a turn costs in a talk of 1,250 turns and in the second half of one of 5,000; microseconds and megabytes."""
    def seconds(turns):
        return min(talk(program, lines, turns)[0] for _ in range(3))

    # The first fifty pay for the start and for what is learnt once.
    start, early, half = seconds(50), seconds(1_250), seconds(2_500)
    late, peak = talk(program, lines, 5_000)
    late = min(late, talk(program, lines, 5_000)[0])
    return {"early_us": (early - start) / 1_200 * 1e6, "late_us": (late - half) / 2_500 * 1e6, "peak_mb": peak}


def right_replies(program, pack, lines):
    """How many of the lines get the reply they must get, and no other."""
    said = "".join(json.dumps({"reset": True}) + "\n" + json.dumps({"say": line["text"]}) + "\n" for line in lines)
    out = subprocess.run(
        [program, "chat", "--jsonl", "--pack", pack], input=said, check=True, capture_output=True, text=True).stdout
    replies = [json.loads(text) for text in out.splitlines()][1:]
    right = 0
    for line, reply in zip(lines, replies[1::2]):
        numbered = [text for text in reply["say"] if text.startswith("Reply number")]
        right += numbered == ([line["reply"]] if line["reply"] else [])
    return right


def peers(folder, packages):
    """For each engine that can be had a function from a size to its figures."""
    found = {}
    for package in packages:
        engine = ENGINES[package]
        python = f"{folder}/venv-{engine}/bin/python"
        try:
            subprocess.run([sys.executable, "-m", "venv", f"{folder}/venv-{engine}"], check=True, capture_output=True)
            subprocess.run([python, "-m", "pip", "install", "-q", *NEEDS.get(engine, ()), package], check=True,
                           capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            print(f"{package} could not be installed (no network?): it is left out, its ratios are not compared.\n")
            continue

        def run(size, python=python, engine=engine):
            return json.loads(
                subprocess.run([python, f"{HERE}/peer.py", folder, engine, str(size)], check=True, capture_output=True,
                               text=True).stdout)
        found[package] = run
    return found


def milliseconds_to_reply(program, line, runs=15):
    """Process start to the end of the first reply, quickest and middle of some runs."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run([program, "chat", "--region", "GB"], input=line.encode() + b"\n", check=True, capture_output=True)
        times.append((time.perf_counter() - start) * 1e3)
    times.sort()
    return times[0], times[len(times) // 2]


def milliseconds_to_prompt(program, runs=15):
    """Process start to the first prompt on a terminal, quickest and middle of some runs."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        child, terminal = pty.fork()
        if child == 0:
            os.execv(program, [program, "chat", "--region", "GB", "--plain"])
        seen = b""
        while b"\n> " not in seen and not seen.endswith(b"> "):
            try:
                seen += os.read(terminal, 65536)
            except OSError:
                break
        times.append((time.perf_counter() - start) * 1e3)
        os.close(terminal)
        os.waitpid(child, 0)
    times.sort()
    return times[0], times[len(times) // 2]


def suite_lines():
    """What users say in the conversations of the shipped pack."""
    lines = set()
    for path in glob.glob(f"{ROOT}/Intents/**/*.chat", recursive=True):
        with open(path, encoding="utf-8") as file:
            lines.update(line[5:].strip() for line in file if line.startswith("user:"))
    return sorted(line for line in lines if line)


def main():
    parser = argparse.ArgumentParser(prog="script/bench", description=__doc__)
    parser.add_argument("--program", help=argparse.SUPPRESS)
    parser.add_argument("--no-peer", action="store_true", help="heavylegs alone: no network needed")
    parser.add_argument("--all-peers", action="store_true",
                        help="beside python-aiml also adapt-parser, hassil and rivescript: some minutes more")
    parser.add_argument("--update", action="store_true", help="store this run's ratios as the baseline")
    parser.add_argument("--json", metavar="FILE", help="write all figures to a file")
    options = parser.parse_args()
    program, figures, failures = options.program, {}, []
    with tempfile.TemporaryDirectory(prefix="heavylegs-bench-") as folder:
        make_packs.make(folder)
        with open(f"{folder}/lines.json") as file:
            lines = json.load(file)
        wanted = [] if options.no_peer else list(ENGINES)[:None if options.all_peers else 1]
        others = peers(folder, wanted)
        print(f"{'':24}{'load ms':>9}{'median us':>12}{'p99 us':>12}{'peak MB':>9}{'right':>10}")
        # Side by side: one after the other at each size, so that a slow spell of the machine meets both.
        for size in make_packs.SIZES:
            mine = best([ours(program, f"{folder}/heavylegs{size}", f"{folder}/lines.txt") for _ in range(REPEATS)])
            mine["right"] = right_replies(program, f"{folder}/heavylegs{size}", lines)
            mine["asked"] = len(lines)
            runs = {f"heavylegs {size:,}": mine}
            for name, run in others.items():
                # The other engines answer for up to twenty seconds: once is enough.
                runs[f"{name} {size:,}"] = best([run(size) for _ in range(REPEATS if name == "python-aiml" else 1)])
            for name, run in runs.items():
                figures[name] = run
                print(f"{name:24}{run['load_ms']:9.0f}{run['median_us']:12.1f}{run['p99_us']:12.1f}"
                      f"{run['peak_mb']:9.1f}{run['right']:6} /{run['asked']}", flush=True)
            if mine["right"] != 200:
                failures.append(f"{200 - mine['right']} of 200 replies are wrong at {size:,} intents")
        with open(f"{folder}/suite.txt", "w", encoding="utf-8") as file:
            file.write("\n".join(suite_lines()) + "\n")
        shipped = best([ours(program, "heavy-legs", f"{folder}/suite.txt", rounds=3) for _ in range(REPEATS)])
        figures["heavy-legs"] = shipped
        print(f"{'heavy-legs, its suite':24}{shipped['load_ms']:9.0f}{shipped['median_us']:12.1f}"
              f"{shipped['p99_us']:12.1f}{shipped['peak_mb']:9.1f}")
        print(f"\n{'from process start to':40}{'quickest':>9}{'middle':>8}")
        for name, (quickest, middle) in {
            "--version": milliseconds_to_version(program),
            "the first prompt": milliseconds_to_prompt(program),
            "the first reply": milliseconds_to_reply(program, "my left calf is swollen"),
            "the first reply, nothing understood": milliseconds_to_reply(program, "banana split tomorrow"),
        }.items():
            figures[name] = {"quickest_ms": quickest, "middle_ms": middle}
            print(f"{name:40}{quickest:6.0f} ms{middle:5.0f} ms")
        growing = long_talk(program, TALK)
        figures["a talk of 5,000 turns"] = growing
        print(f"\na talk of 5,000 turns: {growing['late_us']:.0f} us a turn in its second half, {growing['early_us']:.0f} us "
              f"in one of 1,250; peak {growing['peak_mb']:.0f} MB")
        print(f"\n{'hostile lines':40}{'turn':>9}")
        for name, text in HOSTILE.items():
            with open(f"{folder}/hostile.txt", "w") as file:
                file.write(text + "\n")
            spent = ours(program, "heavy-legs", f"{folder}/hostile.txt", rounds=5)["median_us"] / 1e3
            figures[name] = {"turn_ms": spent}
            print(f"{name:40}{spent:6.1f} ms")
    ratios = {"growth, 10,000 to 100 intents":
              figures["heavylegs 10,000"]["median_us"] / figures["heavylegs 100"]["median_us"],
              "late turns of a long talk to early ones": growing["late_us"] / growing["early_us"]}
    if "python-aiml" in others:
        for name, key in (("median", "median_us"), ("load", "load_ms"), ("memory", "peak_mb")):
            ratios[f"{name}, to python-aiml at 10,000"] = (
                figures["heavylegs 10,000"][key] / figures["python-aiml 10,000"][key])
    failures += compare(ratios, options.update)
    if options.json:
        with open(options.json, "w") as file:
            json.dump({"figures": figures, "ratios": ratios}, file, indent=2)
    for failure in failures:
        print(f"worse: {failure}", file=sys.stderr)
    sys.exit(1 if failures else 0)


def milliseconds_to_version(program, runs=15):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run([program, "--version"], check=True, capture_output=True)
        times.append((time.perf_counter() - start) * 1e3)
    times.sort()
    return times[0], times[len(times) // 2]


def compare(ratios, update):
    """Prints the ratios beside the stored ones; what is worse by more than a quarter is a failure."""
    stored = {}
    if os.path.exists(BASELINE):
        with open(BASELINE) as file:
            stored = json.load(file)
    print(f"\n{'ratio':40}{'now':>7}{'stored':>8}")
    failures = []
    for name, value in ratios.items():
        before = stored.get(name)
        print(f"{name:40}{value:7.3f}" + (f"{before:8.3f}" if before else f"{'-':>8}"))
        if before and value > 1.25 * before and not update:
            failures.append(f"{name} is {value:.3f}, stored is {before:.3f}")
    if update:
        with open(BASELINE, "w") as file:
            json.dump({**stored, **{name: round(value, 3) for name, value in ratios.items()}}, file, indent=2)
            file.write("\n")
    return failures


if __name__ == "__main__":
    main()

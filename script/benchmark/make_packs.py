"""Makes the same synthetic packs for heavylegs and for its peers: 100, 1,000 and 10,000 intents, each within the next.

An intent has three patterns of two to four made-up words. In half of them one word may be left out; in the others any
words may stand at one place. The same 200 lines of 6 to 20 words serve every size: 150 mean exactly one of the first
hundred intents, 50 mean none. "Exactly one" and "none" are made sure of against the largest pack.
"""
import json
import os
import random

SIZES = [100, 1000, 10000]
FILLERS = (
    "the my this from with over morning evening street hill park shoes coach group week month lately often mostly still "
    "quite rather about around again today yesterday mile miles trail track pace water breakfast jacket winter summer "
    "weekend plan").split()


def make_words(rnd):
    words = set()
    while len(words) < 3000:
        words.add("".join(rnd.choice("bdfgklmnprtvz") + rnd.choice("aiou") for _ in range(3)) + rnd.choice("kmnr"))
    words = sorted(words)
    rnd.shuffle(words)
    return words


def make_intents(rnd, words):
    weights = [4] * 300 + [1] * 2700  # some words are met four times as often as the others
    seen, intents = set(), []

    def pick(count):
        while True:
            some = rnd.choices(words, weights, k=count)
            if len(set(some)) == count:
                return some

    while len(intents) < SIZES[-1]:
        patterns = []
        while len(patterns) < 3:
            count = rnd.choice([2, 3, 3, 4])
            some = pick(count)
            kind = rnd.choice(["gap", "optional"]) if count > 2 else "gap"
            place = rnd.randrange(1, count) if kind == "gap" else rnd.randrange(1, count - 1)
            required = [w for i, w in enumerate(some) if not (kind == "optional" and i == place)]
            if frozenset(required) in seen:
                continue
            seen.add(frozenset(required))
            patterns.append(dict(words=some, kind=kind, place=place, required=required))
        number = len(intents)
        intents.append(dict(id=f"i{number:05}", patterns=patterns, reply=f"Reply number {number} for this case."))
    return intents, lambda: rnd.choices(words, weights)[0]


def make_lines(rnd, intents, decoy):
    by_word = {}
    for number, intent in enumerate(intents):
        for pattern in intent["patterns"]:
            by_word.setdefault(min(pattern["required"]), []).append((number, frozenset(pattern["required"])))

    def meant(some):
        there = set(some)
        return {n for w in there for n, required in by_word.get(w, ()) if required <= there}

    def fillers(count):
        return [rnd.choice(FILLERS) for _ in range(count)]

    order = list(range(100))
    rnd.shuffle(order)
    lines = []
    for number in (order[i % 100] for i in range(150)):
        while True:
            pattern = rnd.choice(intents[number]["patterns"])
            core = list(pattern["words"])
            if pattern["kind"] == "optional":
                if rnd.random() < 0.5:
                    core.pop(pattern["place"])
            else:
                core[pattern["place"]:pattern["place"]] = fillers(rnd.choice([0, 1, 2]))
            rest = rnd.randint(6, 20) - len(core)
            if rest < 2:
                continue
            cut = rnd.randint(1, rest - 1)
            before, after = fillers(cut), fillers(rest - cut)
            for _ in range(rnd.choice([0, 1, 2])):
                side = rnd.choice([before, after])
                side[rnd.randrange(len(side))] = decoy()
            line = before + core + after
            if meant(line) == {number}:
                break
        lines.append(dict(text=" ".join(line), reply=intents[number]["reply"]))
    while len(lines) < 200:
        line = fillers(rnd.randint(6, 20))
        for _ in range(rnd.choice([1, 2, 3])):
            line[rnd.randrange(1, len(line) - 1)] = decoy()
        if not meant(line):
            lines.append(dict(text=" ".join(line), reply=None))
    rnd.shuffle(lines)
    return lines


def write_heavylegs(folder, intents):
    os.makedirs(folder)
    with open(f"{folder}/pack.yaml", "w") as file:
        file.write("pack: bench\ntitle: Bench\nlanguage: en\nstart: listen\nstates:\n  listen:\n    say: Ready.\n")
    for first in range(0, len(intents), 100):  # as a real pack: many files
        with open(f"{folder}/intents-{first // 100:03}.yaml", "w") as file:
            file.write("intents:\n")
            for intent in intents[first:first + 100]:
                file.write(f"  {intent['id']}:\n    patterns: |\n")
                for pattern in intent["patterns"]:
                    some = list(pattern["words"])
                    if pattern["kind"] == "optional":
                        some[pattern["place"]] = f"[{some[pattern['place']]}]"
                    file.write(f"      {' '.join(some)}\n")
                file.write(f"    say: {intent['reply']}\n")


def write_aiml(path, intents):
    # "*" stands for one word or more, so that each pattern takes two categories; every line has words on both sides.
    with open(path, "w") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<aiml version="1.0.1">\n')
        file.write("<category><pattern>*</pattern><template>NOMATCH</template></category>\n")
        for intent in intents:
            for pattern in intent["patterns"]:
                whole = [w.upper() for w in pattern["words"]]
                other = list(whole)
                if pattern["kind"] == "optional":
                    other.pop(pattern["place"])
                else:
                    other.insert(pattern["place"], "*")
                for some in (whole, other):
                    file.write(
                        f"<category><pattern>* {' '.join(some)} *</pattern>"
                        f"<template>{intent['reply']}</template></category>\n")
        file.write("</aiml>\n")


def write_rivescript(path, intents):
    with open(path, "w") as file:
        file.write("! version = 2.0\n\n")
        for intent in intents:
            for pattern in intent["patterns"]:
                some = list(pattern["words"])
                if pattern["kind"] == "optional":
                    some[pattern["place"]] = f"[{some[pattern['place']]}]"
                else:
                    some.insert(pattern["place"], "[*]")
                file.write(f"+ [*] {' '.join(some)} [*]\n- {intent['reply']}\n\n")
        file.write("+ *\n- NOMATCH\n")


def write_hassil(path, intents):
    with open(path, "w") as file:
        file.write("language: en\nlists:\n")
        for name in ("before", "mid", "after"):
            file.write(f"  {name}:\n    wildcard: true\n")
        file.write("intents:\n")
        for intent in intents:
            file.write(f"  {intent['id']}:\n    data:\n      - sentences:\n")
            for pattern in intent["patterns"]:
                sentence = ""
                for place, word in enumerate(pattern["words"]):
                    if pattern["kind"] == "optional" and place == pattern["place"]:
                        sentence += f"[{word} ]"
                    elif pattern["kind"] == "gap" and place == pattern["place"]:
                        sentence += f"[{{mid}} ]{word} "
                    else:
                        sentence += f"{word} "
                file.write(f'          - "[{{before}} ]{sentence.strip()}[ {{after}}]"\n')
            file.write(f'        response: "{intent["id"]}"\n')


def make(folder):
    """Writes all packs and the lines below a folder."""
    rnd = random.Random(20240607)
    intents, decoy = make_intents(rnd, make_words(rnd))
    lines = make_lines(rnd, intents, decoy)
    with open(f"{folder}/lines.json", "w") as file:
        json.dump(lines, file)
    with open(f"{folder}/lines.txt", "w") as file:
        file.write("".join(line["text"] + "\n" for line in lines))
    for size in SIZES:
        write_heavylegs(f"{folder}/heavylegs{size}", intents[:size])
        write_aiml(f"{folder}/pack{size}.aiml", intents[:size])
        write_rivescript(f"{folder}/pack{size}.rive", intents[:size])
        write_hassil(f"{folder}/pack{size}.hassil.yaml", intents[:size])
    with open(f"{folder}/intents.json", "w") as file:
        json.dump(intents, file)

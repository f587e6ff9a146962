"""peer.py FOLDER ENGINE SIZE: how fast another engine answers the lines of FOLDER with its pack of SIZE; one JSON object.

ENGINE is aiml, adapt, hassil or rivescript. Slow ones are stopped after SECONDS (default 20) of answering.
"""
import json
import os
import sys
import time

NOTHING = "NOMATCH"


def aiml(folder, size):
    import aiml as engine
    kernel = engine.Kernel()
    kernel.verbose(False)
    kernel.learn(f"{folder}/pack{size}.aiml")
    return kernel.respond


def rivescript(folder, size):
    from rivescript import RiveScript
    bot = RiveScript()
    bot.load_file(f"{folder}/pack{size}.rive")
    bot.sort_replies()
    return lambda text: bot.reply("user", text)


def adapt(folder, size):
    from adapt.engine import IntentDeterminationEngine
    from adapt.intent import IntentBuilder
    engine, replies, words = IntentDeterminationEngine(), {}, set()
    with open(f"{folder}/intents.json") as file:
        intents = json.load(file)[:size]
    for intent in intents:
        for number, pattern in enumerate(intent["patterns"]):
            name = f"{intent['id']}_{number}"
            builder = IntentBuilder(name)
            for place, word in enumerate(pattern["words"]):
                if word not in words:
                    engine.register_entity(word, "K" + word)
                    words.add(word)
                if pattern["kind"] == "optional" and place == pattern["place"]:
                    builder.optionally("K" + word)
                else:
                    builder.require("K" + word)
            engine.register_intent_parser(builder.build())
            replies[name] = intent["reply"]

    def respond(text):
        for found in engine.determine_intent(text):
            if found.get("confidence", 0) > 0:
                return replies[found["intent_type"]]
        return NOTHING
    return respond


def hassil(folder, size):
    from hassil import Intents
    from hassil.recognize import recognize
    with open(f"{folder}/pack{size}.hassil.yaml") as file:
        intents = Intents.from_yaml(file)

    def respond(text):
        found = recognize(text, intents)
        return NOTHING if found is None else f"Reply number {int(found.intent.name[1:])} for this case."
    return respond


def peak_megabytes():
    """The most memory this process held; the kernel's other count begins with that of the process that started it."""
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmHWM"))


def main():
    folder, engine, size = sys.argv[1], sys.argv[2], int(sys.argv[3])
    seconds = float(os.environ.get("SECONDS_TO_ANSWER", "20"))
    with open(f"{folder}/lines.json") as file:
        lines = json.load(file)
    before = time.perf_counter()
    respond = {"aiml": aiml, "adapt": adapt, "hassil": hassil, "rivescript": rivescript}[engine](folder, size)
    load = time.perf_counter() - before
    # One reply before, so that what is made on first use is not counted.
    respond(lines[0]["text"])
    right = asked = 0
    times = []
    begin = time.perf_counter()
    for number in range(11):
        for line in lines:
            start = time.perf_counter()
            reply = respond(line["text"])
            times.append(time.perf_counter() - start)
            if number == 0:
                asked += 1
                right += reply == (line["reply"] or NOTHING)
            if time.perf_counter() - begin > seconds and len(times) >= 20:
                break
        if time.perf_counter() - begin > seconds:
            break
        if number == 0:
            times = []  # the first round warms up
    times.sort()
    print(json.dumps({
        "load_ms": load * 1e3,
        "median_us": times[len(times) // 2] * 1e6,
        "p99_us": times[len(times) * 99 // 100] * 1e6,
        "peak_mb": peak_megabytes(),
        "right": right,
        "asked": asked,
    }))


if __name__ == "__main__":
    main()

"""How far the early warning, the returns, the credit and the experiments can be believed.

`python -m tests.bench.bench_evidence [PART ...]` measures all parts or some, and writes their
tables into docs/evidence.md.
"""

import argparse
import time

import numpy as np

from tests.bench import evidence_attribution as attribution
from tests.bench import evidence_experiments as experiments
from tests.bench import evidence_many as many
from tests.bench import evidence_returns as returns
from tests.bench import evidence_warning as warning
from tests.bench.evidence_tables import calls, clustered, put, share, table
from tests.bench.evidence_warning import CALLS, RUNS, Case, scaled
from warmcalls.domain.results import MODEL_WORDS, Model

SEED = 20_260_222
FLEET_RUNS, AGENCIES, EXPERIMENTS, RESAMPLES = 1_000, 300, 1_000, 200
FEES = (10, 30, 100, 300, 1_000)
MAIN_SHARE = 0.05
LOW = (0.25, 0.4, 0.25)
JUNK = scaled(1, 0.05, 0.5)
CASES = (
    Case("like the others", scaled(1, 1, 1)),
    Case("like the others, all of them new", scaled(1, 1, 1), others_a_day=14, history=0),
    Case("like the others in an agency that answers .25, fits .40, meets .25", LOW, LOW),
    Case("the same, all of them new", LOW, LOW, others_a_day=14, history=0),
    Case("a third better at every step", scaled(1.3, 1.3, 1.3)),
    Case("**junk leads**: fit x .05, meetings x .5", JUNK),
    Case("junk leads, all campaigns new", JUNK, others_a_day=14, history=0),
    Case("nobody answers: x .05", scaled(0.05, 1, 1)),
    Case("a quarter of the normal fit and meetings", scaled(1, 0.25, 0.25)),
    Case("half of the normal fit and meetings", scaled(1, 0.5, 0.5)),
    Case("good talk, no meetings", scaled(1, 1, 0)),
    Case("half of the normal meetings only", scaled(1, 1, 0.5)),
)


def of_warning() -> str:
    """Measure the early warning of one campaign."""
    rows = []
    for number, case in enumerate(CASES):
        found = warning.run(case, SEED + number)
        row = [case.name]
        for each in (found.weak, found.stop):
            row += [share(int((each <= CALLS).sum()), RUNS), calls(each, CALLS)]
        rows.append(row)
    head = [
        "campaign",
        "weak ever, %",
        "calls: median, 90th",
        "stop ever, %",
        "calls: median, 90th",
    ]
    return table(head, rows)


def of_rules() -> str:
    """Measure the rules that people use instead."""
    names = (
        "binomial test, p < 5 %, each day",
        "posterior chance of below normal > 95 %, each day",
    )
    sound, junk = warning.usual_rules(scaled(1, 1, 1), SEED), warning.usual_rules(JUNK, SEED + 1)
    rows = [
        [name, share(int((none <= CALLS).sum()), RUNS), calls(some, CALLS)]
        for name, none, some in zip(names, sound, junk, strict=True)
    ]
    return table(
        ["rule on meetings of calls", "like the others, flagged, %", "junk: median, 90th"], rows
    )


def of_many() -> str:
    """Measure the early warning of many campaigns at once."""
    rows = []
    for number, fleet in enumerate(many.FLEETS):
        found = many.run(fleet, SEED + number, FLEET_RUNS)
        most = many.DAYS * many.A_DAY
        junk = calls(found.calls, most) if len(found.calls) else "–"
        worst = f"{100 * found.false_share:.1f}"
        rows.append([fleet.name, worst, share(*found.any_false), share(*found.alone), junk])
    head = ["campaigns", "false of the flagged, worst day, %", "any false flag ever, %"]
    return table([*head, "the same without e-BH, %", "calls until junk is flagged"], rows)


def of_returns() -> str:
    """Measure how often the intervals of the return hold."""
    rows = []
    for world in (*returns.WORLDS, *returns.FURTHER):
        found = [returns.measure(world, days, SEED + days, AGENCIES) for days in returns.AGES]
        rows.append([world.name, *(clustered(each["covered"], SEED) for each in found)])
        if world is returns.WORLDS[0]:
            usual = [clustered(each["bootstrap"], SEED) for each in found]
    rows.append(["for comparison: the usual bootstrap of the fees so far", *usual])
    return table(["believed", *(f"day {days}" for days in returns.AGES)], rows)


def of_losses() -> str:
    """Measure what the chance of a loss is worth, and what it saves over the figure so far."""
    rows = []
    for days in returns.AGES:
        found = returns.measure(returns.WORLDS[0], days, SEED + days, AGENCIES)
        lost, said = (found["true"] < 1).ravel(), found["loses"].ravel()
        held = []
        for low, high in ((0.0, 0.1), (0.1, 0.3), (0.3, 0.7), (0.7, 0.9), (0.9, 1.01)):
            inside = (said >= low) & (said < high)
            held.append(f"{100 * lost[inside].mean():.0f}" if inside.sum() >= 30 else "–")
        naive = float(np.median(found["so_far"] / found["true"]))
        likely = float(np.median(found["likely"] / found["true"]))
        rows.append([f"day {days}", f"{naive:.2f}", f"{likely:.2f}", *held])
    head = ["", "so far / true, median", "likely / true, median"]
    return table([*head, *(f"said {s} %" for s in "0–10 10–30 30–70 70–90 90–100".split())], rows)


def of_attribution() -> str:
    """Compare attribution with another implementation; empty where that is not installed."""
    rows = []
    for seed in range(SEED, SEED + 5):
        drawn = attribution.journeys(seed)
        other = attribution.reference(drawn, seed=1)
        if other is None:
            return ""
        ours, row = attribution.truth(drawn), [f"{seed}", f"{drawn.won.sum()}"]
        for model in (Model.FIRST, Model.LAST, Model.LINEAR):
            off = np.abs(ours[model.value] * drawn.won.sum() - other[model.value]).max()
            row.append(f"{off:.0e}" if off else "0")
        one, two = ours[Model.MARKOV.value], other[Model.MARKOV.value] / drawn.won.sum()
        main = one >= MAIN_SHARE
        row.append(f"{100 * np.abs(one / two - 1)[main].max():.1f} % ({main.sum()} campaigns)")
        rows.append(row)
    head = ["seed", "fees", "first: largest difference in fees", "last", "linear"]
    return table([*head, "Markov: largest relative difference"], rows)


def of_noise() -> str:
    """Measure how much of an attribution is noise."""
    drawn = attribution.journeys(SEED)
    whole, rows = attribution.truth(drawn), []
    for fees in FEES:
        found = attribution.noise(drawn, fees, SEED, RESAMPLES)
        rows.append(
            [f"{fees:,}", *(f"{off:.2f}, {100 * top:.0f} %" for off, top in found.values())]
        )
    names = [MODEL_WORDS[Model(model)] for model in whole]
    first = table(["fees", *names], rows)
    between = [
        [
            MODEL_WORDS[Model(one)],
            *(f"{attribution.apart(whole[one], whole[two]):.2f}" for two in whole),
        ]
        for one in whole
    ]
    return f"{first}\n\nDistance between the models over all journeys:\n\n{table(['', *names], between)}"


def of_experiments() -> str:
    """Measure the comparison of arms."""
    rows = []
    for number, trial in enumerate(experiments.TRIALS):
        wrong, right = experiments.run(trial, SEED + number, EXPERIMENTS)
        most = experiments.EACH * len(trial.rates)
        found = share(int((right <= most).sum()), EXPERIMENTS) if trial.best is not None else "–"
        until = calls(right, most) if trial.best is not None else "–"
        rows.append([trial.name, share(wrong, EXPERIMENTS), found, until])
    head = ["rates of the arms", "decided wrongly, %", "decided rightly, %"]
    return table([*head, "observations in all: median, 90th"], rows)


PARTS = {
    "warning": of_warning,
    "rules": of_rules,
    "many": of_many,
    "returns": of_returns,
    "losses": of_losses,
    "attribution": of_attribution,
    "noise": of_noise,
    "experiments": of_experiments,
}


def main() -> None:
    """Measure what was asked for and write it down."""
    parser = argparse.ArgumentParser()
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}")
    for name in parser.parse_args().parts or PARTS:
        started = time.perf_counter()
        text = PARTS[name]()
        print(
            f"{name}: {time.perf_counter() - started:.0f} s\n{text or 'not measured'}\n", flush=True
        )
        if text:
            put(name, text)


if __name__ == "__main__":
    main()

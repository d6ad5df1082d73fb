# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Maakland contributors
"""What an officer of Overijssel types in the tests that go the whole way, and what must come of it: in the plan's file as it was
typed and nothing else, valid by the published schema and passed by the command line; on the pages of the document in its language."""
import json
import re
import subprocess

import driver

CLUSTER = {
    "title": {"nl": "Fotonica en nanotechnologie Twente", "en": "Photonics and nanotechnology in Twente"},
    "summary": {"nl": "Twente maakt chips met licht. Drie bedrijven leveren aan de hele wereld.",
                "en": "Twente makes chips with light. Three firms supply the whole world."},
}
# Before and after the figure that is put into it.
DISTINCTIVE = {"nl": ("De industrie is goed voor ", " van het bruto product."), "en": ("Industry makes ", " of the gross product.")}
FIGURE = {"nl": "15,2%", "en": "15.2%"}
RATIO = {"nl": "verhouding tot bbp", "en": "ratio to GDP"}  # how the figure is found
FICHE = {
    "title": {"nl": "Fabriek van de toekomst Twente", "en": "Factory of the future Twente"},
    "problem": {"nl": "Kleine bedrijven automatiseren te weinig.", "en": "Small firms automate too little."},
    "goal": {"nl": "Tweehonderd bedrijven werken in 2030 met robots.", "en": "Two hundred firms work with robots in 2030."},
}
NEXT_STEP = "Gesprek met Oost NL in mei."  # has no place in a proposal to the fund
FIT = {"nl": "Eén werkplaats versterkt drie ketens: chips, machines en voedsel.",
       "en": "One workshop strengthens three chains: chips, machines and food."}
TERM = {"nl": ("1-1-2027", "31-12-2028"), "en": ("1-1-2027", "31-12-2028")}
SUM_ASKED, OWN_CONTRIBUTION = 32_000_000, 8_000_000
YEARS = ("2027", "2028")
# As typed, and what it is.
BUDGET = ((("Projectleiding", "Project management"), (("1.250.000", 1_250_000), ("1,25 mln", 1_250_000))),
          (("Apparatuur", "Equipment"), (("12,5 mln", 12_500_000), ("25 mln", 25_000_000))))
FUNDING = (("fund", (("11.000.000", 11_000_000), ("21.000.000", 21_000_000))),
           ("own", (("2.750.000", 2_750_000), ("5.250.000", 5_250_000))))


def format_euros(amount, language):
    return f"{amount:,}".replace(",", "." if language == "nl" else ",")


def as_typed(text, language):
    """Amounts above are in Dutch notation."""
    return text if language == "nl" else text.replace(",", "\0").replace(".", ",").replace("\0", ".")


def totals():
    """Per year, and in all."""
    years = [sum(amounts[number][1] for _, amounts in BUDGET) for number in range(len(YEARS))]
    return [*years, sum(years)]


STEPS = ("a new plan for Overijssel", "a cluster with texts in both languages", "a figure in a text of both languages", "an exhibit from the map into the plan",
         "a fiche", "worked out into a proposal to the fund", "the proposal", "a budget with years and totals", "its funding", "undo and redo",
         "saved under a typed name", "closed")


def go(language, other, file, start, steps, open_again, export):
    """The whole way, whoever goes it: `steps` are those of STEPS, the other functions what comes after."""
    tap = driver.Tap(journey=True)
    programs = [tap.run("the program starts", start)]
    for name, step in zip(STEPS, steps, strict=True):
        tap.run(name, step)
    tap.run("the file holds what was typed", check_file, file)
    tap.run("the file fits the schema", check_schema, file)
    tap.run("the command line passes it", check_command, file)
    programs.append(tap.run("the program starts again", start))
    tap.run("the plan is opened again", open_again)
    for writing in (language, other):
        tap.run(f"the document ({writing}) says what was typed", export, writing)
    tap.close(*programs)


def find_total(program, say, language, field, euros):
    """A computed amount of the proposal, as it is shown."""
    amount = format_euros(euros, language)
    return program.find("label", re.compile(rf"^{re.escape(say.field('groeifonds', field))}: .*(?<![\d.,]){re.escape(amount)}(?![\d.,])"))


def run(*arguments):
    return subprocess.run(list(map(str, arguments)), capture_output=True, text=True, encoding="utf-8", check=False)


def equal(what, have, wanted):
    assert have == wanted, f"{what}: {have!r} instead of {wanted!r}"


def check_cluster(plan, cluster):
    equal("the name of the cluster", cluster["title"], CLUSTER["title"])
    equal("its summary", cluster["summary"], CLUSTER["summary"])
    equal("its area", cluster["regions"], ["GM0153", "GM0164"])
    equal("its industry", cluster["sector-kinds"], ["se.hightech"])
    sources = {source["id"]: source for source in plan["sources"]}
    for language, (before, after) in DISTINCTIVE.items():
        text = cluster["distinctive"][language]
        found = re.fullmatch(re.escape(before) + r"\[([^\]]+)\]\(maak:([^)]+)\)" + re.escape(after), text)
        assert found, f"no citation as it was put in: {text}"
        assert found[2] in sources, f"{found[2]} is none of the sources {list(sources)}"
        cited = sources[found[2]]["citation"]
        equal("the cited figure", (cited["kind"], cited["dataset"], cited["metric"], cited["region"]), ("figure", "gva-industry", "ratio-gdp", "PV23"))
        assert abs(cited["value"] - 0.152) < 0.0005, cited
    assert "outdated" not in cluster["title"] and "outdated" not in cluster["summary"] and "outdated" not in cluster["distinctive"], cluster
    exhibit, = cluster["exhibits"]
    equal("the exhibit", (exhibit["kind"], exhibit["dataset"], exhibit["metric"], exhibit["outlined"]), ("map", "gva-industry", "ratio-gdp", ["PV23"]))
    drawn = {value["region"][0] for value in exhibit["values"] if value.get("region", [""])[0].startswith("PV")}
    equal("the provinces that were drawn", len(drawn), 12)


def check_proposal(proposal):
    equal("the template of the proposal", proposal["template"], "groeifonds")
    for field, text in FICHE.items():
        equal(field, proposal[field], text)
    equal("the rationale", proposal["fit"], FIT)
    equal("the term", proposal["term"], {"start": "2027-01-01", "end": "2028-12-31"})
    equal("the sum asked", proposal["sum-asked"], SUM_ASKED)
    equal("the own contribution", proposal["own-contribution"], OWN_CONTRIBUTION)
    equal("what had no place is kept", json.dumps(proposal.get("next-step"), ensure_ascii=False), json.dumps({"nl": NEXT_STEP}, ensure_ascii=False))
    equal("the budget", [(line["title"], line["amounts"]) for line in proposal["budget"]],
          [({"nl": names[0], "en": names[1]}, dict(zip(YEARS, (amount for _, amount in amounts)))) for names, amounts in BUDGET])
    equal("the funding", [(line["source"], line["amounts"]) for line in proposal["funding"]],
          [(source, dict(zip(YEARS, (amount for _, amount in amounts)))) for source, amounts in FUNDING])


def check_file(path):
    """The plan's file holds what was typed."""
    plan = json.loads(path.read_text(encoding="utf-8"))["plan"]
    equal("the province", plan["lead-region"], ["PV23"])
    cluster, = plan["clusters"]
    proposal, = plan["proposals"]
    check_cluster(plan, cluster)
    check_proposal(proposal)


def check_schema(path):
    import jsonschema
    schema = json.loads((driver.SOURCE / "data/schema/plan-1.schema.json").read_text(encoding="utf-8"))
    errors = [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in
              jsonschema.Draft202012Validator(schema).iter_errors(json.loads(path.read_text(encoding="utf-8")))]
    assert not errors, "\n".join(errors)


def check_command(path):
    """Nothing blocks, and nothing that was typed is missing, out of date or too long: what is left to do is what was left open."""
    result = run(driver.BUILD / "src/cli/maakland-cli", "check", path, "--language", "en")
    assert result.returncode in (0, 1) and not result.stderr, result.stdout + result.stderr
    assert "Blocks submission: 0;" in result.stdout, result.stdout
    typed = r"clusters\[0\]\.(title|summary|regions|sector-kinds)|proposals\[0\]\.(title|problem|goal|fit|term|sum-asked|own-contribution)"
    faults = [line for line in result.stdout.splitlines() if re.search(rf": ({typed}): .*(Fill in|is missing|not updated|may be|outside)", line)]
    assert not faults, "\n".join(faults)


def squeeze(text):
    """Where lines and pages end does not count."""
    return re.sub(r"\s+", "", text.replace("\u00ad", ""))


def check_pages(path, language):
    """The document says in its language what was typed, and nothing of the other language."""
    result = run("pdftotext", "-raw", path, "-")
    assert result.returncode == 0, result.stderr
    pages, other = squeeze(result.stdout), "en" if language == "nl" else "nl"
    texts = [*CLUSTER.values(), *FICHE.values(), FIT]
    lines = [names for names, _ in BUDGET]
    wanted = [text[language] for text in texts] + [names[("nl", "en").index(language)] for names in lines]
    wanted += ["".join((DISTINCTIVE[language][0], FIGURE[language]))]
    wanted += [format_euros(amount, language) for amount in (*totals(), SUM_ASKED, OWN_CONTRIBUTION)]
    missing = [text for text in wanted if squeeze(text) not in pages]
    assert not missing, f"not on the pages: {missing}"
    strange = [text[other] for text in texts if squeeze(text[other]) in pages]
    assert not strange, f"of the other language: {strange}"
    assert NEXT_STEP.replace(" ", "") not in pages, "what has no place is printed"

"""Counts the report II.06a again from the events alone and says where one that was filled in differs.

    python3 recount.py DATABASE REPORT.json...

DATABASE is an installation's SQLite file, of which only the events and the keys of agencies are read. A REPORT is what
`motcua report II.06a --rows agencies --format json` wrote of any period. Nothing is printed but what differs, and the
status tells whether something did.

Nothing here is shared with the program, and no table of figures is read, only what the rules say: received is accepted;
done is decided, withdrawn or stopped; what the law owes is the time told on acceptance, moved by pauses that began
within it and by nothing else. Limits in hours and of the same day go by minutes when something is done, all others by
dates. Linked dossiers and trials do not count.
"""

import collections
import datetime
import json
import sqlite3
import sys

VIETNAM = datetime.timezone(datetime.timedelta(hours=7))
SUMS = {
    "all": ("received-online", "received-otherwise", "carried-over"),
    "done": ("done-early", "done-on-time", "done-late"),
    "in-hand": ("in-hand-in-time", "in-hand-late"),
}


def day(milliseconds):
    """The day in Viet Nam of a time in milliseconds since 1970."""
    return datetime.datetime.fromtimestamp(milliseconds / 1000, VIETNAM).date()


class Dossier:
    def __init__(self):
        self.counts = False
        self.online = False
        self.agency = None
        self.came = None
        self.due = None
        self.by_minutes = False
        self.paused = False  # from within its time, so that the time stands still
        self.done = None
        self.how = None

    def late(self, at):
        return at > self.due if self.by_minutes else day(at) > day(self.due)

    def judged(self, at, margin):
        """Early, on time or late; a later calendar is another, so the minutes that were left stand with the decision."""
        left = margin if margin is not None else self.due - at
        if not self.by_minutes:
            left = (day(self.due) - day(at)).days
        return "done-early" if left > 0 else "done-on-time" if left == 0 else "done-late"

    def see(self, fact):
        kind, at = fact["fact"], fact["at"]
        if kind == "submitted":
            trial = (fact.get("filed") or {}).get("trial", False)
            self.counts = not trial and "main" not in fact
            self.online = fact["channel"] == "online"
            self.agency = fact["competent"]
        elif kind == "accepted":
            self.came = day(fact["arrival"])
            self.due = fact.get("due")
            self.by_minutes = fact["limit"]["unit"] in ("working-hours", "same-day")
        elif kind == "paused-for-applicant" and self.due is not None:
            self.paused = not self.late(at)
        elif kind == "resumed" and self.paused:
            self.due = fact.get("owed", fact)["due"]
            self.paused = False
        elif kind == "decided" and self.due is not None:
            self.done, self.how = day(at), self.judged(at, fact.get("margin"))
        elif kind in ("withdrawn", "stopped") and self.due is not None:
            late = not self.paused and self.late(at)
            self.done, self.how = day(at), "done-late" if late else "done-on-time"

    def columns(self, first, last):
        """What a period counts it as, both days included."""
        if not self.counts or self.due is None or self.came > last or (self.done and self.done < first):
            return
        if self.came < first:
            yield "carried-over"
        else:
            yield "received-online" if self.online else "received-otherwise"
        if self.done and self.done <= last:
            yield self.how
        else:
            yield "in-hand-late" if not self.paused and day(self.due) < last else "in-hand-in-time"


def dossiers(database):
    found = collections.defaultdict(Dossier)
    for dossier, facts in database.execute("select dossier_id, facts from event order by dossier_id, sequence"):
        found[dossier].see(json.loads(facts))
    return found.values()


def main():
    database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    keys = dict(database.execute("select id, slug from agency"))
    record = list(dossiers(database))
    differs = figures = 0
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as file:
            report = json.load(file)
        first, last = (datetime.date.fromisoformat(report[end]) for end in ("from", "to"))
        counted = collections.defaultdict(collections.Counter)
        for dossier in record:
            for column in dossier.columns(first, last):
                counted[keys[dossier.agency]][column] += 1
                counted["total"][column] += 1
        for line in report["lines"]:
            of = line["agency"] if line["of"] == "agency" else line["of"]
            if of not in counted and of == "level":
                continue
            ours = counted[of]
            for name, parts in SUMS.items():
                ours[name] = sum(ours[part] for part in parts)
            for column, figure in line["figures"].items():
                figures += figure
                if ours[column] != figure:
                    differs += 1
                    print(f"{report['from']} to {report['to']}, {of}, {column}: {figure}, by the events {ours[column]}")
    if not figures:
        print("every figure is nothing")
    sys.exit(1 if differs or not figures else 0)


main()

"""Made-up minutes of a meeting, and what a group counted in spring and in summer."""

MINUTES = {
    "meeting-minutes.date": ["2026-11-30"],
    "meeting-minutes.next": ["2027-01-11"],
    "meeting-minutes.actions-due.1.action": ["Mend the gate"],
    "meeting-minutes.actions-due.1.state": ["Done"],
    "meeting-minutes.actions.1.action": ["Post the papers"],
    "meeting-minutes.actions.1.who": ["The clerk"],
    "meeting-minutes.actions.2.action": ["Look at the roof"],
    "meeting-minutes.items.1.decision": ["Keep the hall"],
    "meeting-minutes.updates.resident": ["The lifts are out again"],
}

NOW = {
    "coproduction-kpis.period": ["Summer"],
    "coproduction-kpis.count.1.measure": ["Papers  on time"],
    "coproduction-kpis.count.1.residents": ["9 out of 9"],
    "coproduction-kpis.count.1.organisation": ["50%"],
    "coproduction-kpis.count.2.measure": ["Days to an answer"],
    "coproduction-kpis.count.2.organisation": ["12 days"],
    "coproduction-kpis.count.3.measure": ["How it felt"],
    "coproduction-kpis.count.3.residents": ["Better"],
}
SPRING = {
    "coproduction-kpis.period": ["Spring"],
    "coproduction-kpis.count.4.measure": ["papers on time"],
    "coproduction-kpis.count.4.residents": ["3 of 9"],
    "coproduction-kpis.count.4.organisation": ["not counted"],
}
EARLIER = {"earlier.coproduction-kpis": [{"id": "a", "day": "2026-04-01", "filled": SPRING}]}

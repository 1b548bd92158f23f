//! TX-APPROVAL-REGION: An agent of an association is approved in one region, and the knowledge base knows nothing of another of the regions that are set (therapy.regions).

use crate::domain::{ReasonCode, RegulatoryEvent, RegulatoryStatus};
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::TxApprovalRegion,
    checks: "An agent of an association is approved in one region, and the knowledge base knows nothing of another of the regions that are set (therapy.regions).",
    why: "Approval differs by region and date; the reader must not take the one for the other.",
    example: "An agent approved in the US, no entry for the EU.",
    source: "Requirement R06; review reasons page, TX-APPROVAL-REGION.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    let mut raised = Vec::new();
    for line in view.lines() {
        let events = &line.assertion.regulatory;
        let is_withdrawn = |region: &str| {
            events.iter().any(|event| {
                event.status == RegulatoryStatus::Withdrawn
                    && (event.region == region || event.region.eq_ignore_ascii_case("worldwide"))
            })
        };
        let Some(approval) = events
            .iter()
            .find(|event| is_approval(event) && !is_withdrawn(&event.region))
        else {
            continue;
        };
        // A withdrawal, also one worldwide, is told by KB-WITHDRAWN.
        let is_told = |region: &str| {
            events.iter().any(|event| {
                event.region.eq_ignore_ascii_case(region)
                    || event.region.eq_ignore_ascii_case("worldwide")
            })
        };
        let unknown: Vec<&str> = view
            .subject
            .config
            .therapy
            .regions
            .iter()
            .map(String::as_str)
            .filter(|region| !is_told(region))
            .collect();
        if unknown.is_empty() {
            continue;
        }
        let message = format!(
            "{}: approved in {} on {}; not verified for {}.",
            line.assertion.agents.join(", "),
            approval.region,
            approval.date,
            unknown.join(", ")
        );
        raised.push(Raised::line(view, &line, RULE.code, message));
    }
    raised
}

fn is_approval(event: &RegulatoryEvent) -> bool {
    match event.status {
        RegulatoryStatus::Approved | RegulatoryStatus::AcceleratedApproval => true,
        RegulatoryStatus::Withdrawn | RegulatoryStatus::Investigational => false,
    }
}

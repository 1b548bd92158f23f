//! From a reason back to what it rests on: assertions, their sources, and the records read.

use crate::domain::{Asserted, AssertionId, ReasonCode};
use crate::interpret::Item;
use crate::interpret::review::{Raised, Target, View};

/// Every reason with its trace. What a rule itself wrote down as its ground stays.
pub(crate) fn traced(view: &View<'_>, mut raised: Vec<Raised>) -> Vec<Raised> {
    for one in &mut raised {
        let code = one.reason.code;
        let item_at = |index: usize| view.items.get(index);
        let (item, ground) = match &one.target {
            Target::Case => (None, Vec::new()),
            Target::Finding(index) => {
                let item = item_at(*index);
                (
                    item,
                    item.map(|item| spoken_of(code, item)).unwrap_or_default(),
                )
            }
            Target::Line { finding, assertion } => {
                (finding.and_then(item_at), vec![assertion.clone()])
            }
        };
        let trace = &mut one.reason.trace;
        if let Some(item) = item {
            trace.sources = item.observed.sources();
        }
        trace.assertions.extend(ground);
        for id in &trace.assertions {
            let evidence = view.subject.knowledge.evidence_of(id).iter();
            trace
                .citations
                .extend(evidence.map(|evidence| evidence.source.clone()));
        }
        trace.tidy();
    }
    raised
}

/// The assertions about a finding that a reason of that code is about: questions of inheritance, the
/// course, or else the closest links that set an entity apart. Associations with agents are left to
/// reasons about them, since a withheld one must not show through.
fn spoken_of(code: ReasonCode, item: &Item) -> Vec<AssertionId> {
    let family = code.as_str().split('-').next().unwrap_or_default();
    let closest = item.diagnostic().map(|(matched, _)| matched.degree).min();
    item.matches
        .iter()
        .filter(|matched| match &matched.asserted {
            Asserted::Germline(_) => family == "GERM" && matched.relation.applies(),
            Asserted::Prognostic(_) => code == ReasonCode::TxPrognosticOnly,
            Asserted::Diagnostic(_) => {
                family != "GERM"
                    && (code != ReasonCode::DxSupports || matched.relation.applies())
                    && code != ReasonCode::TxPrognosticOnly
                    && Some(matched.degree) == closest
                    && !matched.is_unspecific()
            }
            Asserted::Expected(_) | Asserted::Therapeutic(_) => false,
        })
        .map(|matched| matched.id().clone())
        .collect()
}

//! FUS-RECIPROCAL-ONLY: Only the reverse product of a known fusion was seen.

use crate::domain::{Alteration, AssertionId, FusedOrder, Match, MatchDegree, ReasonCode};
use crate::interpret::Item;
use crate::interpret::review::{Raised, Rule, View};

/// See [`Rule`].
pub static RULE: Rule = Rule {
    code: ReasonCode::FusReciprocalOnly,
    checks: "Only the reverse product of a known fusion was seen.",
    why: "The reverse transcript shows that the two genes are joined, not that the driver is made.",
    example: "FLI1::EWSR1 without EWSR1::FLI1.",
    source: "Requirement R27.",
    raise,
};

fn raise(view: &View<'_>) -> Vec<Raised> {
    view.indexed()
        .filter_map(|(index, item)| {
            Some(Raised::finding(
                view,
                index,
                RULE.code,
                message(view, item)?,
            ))
        })
        .collect()
}

/// What is said of an item. `None`: it is another kind, or not the reverse alone.
fn message(view: &View<'_>, item: &Item) -> Option<String> {
    match &item.observed.alteration {
        Alteration::Fusion(fusion) => {
            reverse_alone(item, |matched| matched.degree.is_full()).then(|| {
                format!(
                    "Only the reciprocal {} was seen; the driver orientation was not.",
                    fusion.label()
                )
            })
        }
        Alteration::Rearrangement(event) => {
            let is_pair = |matched: &Match| matched.degree == MatchDegree::Pair;
            let order = match event.candidate.as_deref() {
                Some(order @ FusedOrder::One { .. }) => order,
                Some(FusedOrder::Both | FusedOrder::Neither) | None => return None,
            };
            let alone = reverse_alone(item, is_pair) && !seen_elsewhere(view, item);
            alone.then(|| {
                format!(
                    "Of the known fusion only the reciprocal junction was seen in DNA: {order}."
                )
            })
        }
        Alteration::SmallVariant(_)
        | Alteration::CopyNumber(_)
        | Alteration::TandemDuplication(_)
        | Alteration::Biomarker(_) => None,
    }
}

/// Whether it meets something in that way, and all of it in reverse.
fn reverse_alone(item: &Item, counts: impl Fn(&Match) -> bool) -> bool {
    let mut met = item
        .matches
        .iter()
        .filter(|matched| counts(matched))
        .peekable();
    met.peek().is_some() && met.all(|matched| matched.reciprocal_only)
}

/// Whether another finding meets one of the same assertions in its own direction: both junctions of a
/// balanced translocation, or its transcript.
fn seen_elsewhere(view: &View<'_>, item: &Item) -> bool {
    let reversed: Vec<&AssertionId> = item
        .matches
        .iter()
        .filter(|matched| matched.reciprocal_only)
        .map(Match::id)
        .collect();
    view.items
        .iter()
        .flat_map(|other| &other.matches)
        .any(|matched| !matched.reciprocal_only && reversed.contains(&matched.id()))
}

//! Observations into what becomes a finding, what stays uninterpreted, what a filter set aside.

use crate::domain::{
    Alteration, Aside, Biomarker, DiagnosticPredicate, Filtered, FusionLimits, GeneSymbol, Match,
    MatchDegree, Measure, Observed, Uninterpreted,
};
use crate::interpret::Matched;
use crate::interpret::concern::{self, Concern};
use crate::interpret::requirements;

/// A finding before any reason is applied.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// `F1`, `F2` …
    pub id: String,
    /// The observation.
    pub observed: Observed,
    /// Assertions it meets, closest first; never empty.
    pub matches: Vec<Match>,
    /// What else the knowledge base says of it.
    pub aside: Aside,
    /// Why it is weak evidence, whatever it matches.
    pub weak: Vec<Concern>,
}

impl Item {
    /// The name people say.
    pub fn label(&self) -> String {
        self.observed.alteration.label()
    }

    /// Diagnostic matches with their assertion.
    pub fn diagnostic(
        &self,
    ) -> impl Iterator<Item = (&Match, &crate::domain::DiagnosticAssertion)> + Clone {
        self.matches
            .iter()
            .filter_map(|matched| Some((matched, matched.diagnostic()?)))
    }

    /// Entities it supports, the known alteration met in full.
    pub fn links(
        &self,
    ) -> impl Iterator<Item = (&Match, &crate::domain::DiagnosticAssertion)> + Clone {
        self.diagnostic().filter(|(matched, assertion)| {
            matched.degree.is_full() && assertion.predicate == DiagnosticPredicate::Supports
        })
    }

    /// Therapeutic matches with their assertion.
    pub fn therapeutic(
        &self,
    ) -> impl Iterator<Item = (&Match, &crate::domain::TherapeuticAssertion)> + Clone {
        self.matches
            .iter()
            .filter_map(|matched| Some((matched, matched.therapeutic()?)))
    }

    /// Why this is weak evidence for that match.
    pub fn concerns(&self, matched: &Match) -> Vec<Concern> {
        let mut concerns = self.weak.clone();
        concerns.extend(concern::of_match(&self.observed, matched, &self.matches));
        if requirements::lost_for(self, matched) {
            concerns.push(Concern::PartLost);
        }
        concerns
    }

    /// Whether the known alteration was met in full, on good evidence.
    pub fn is_adequate(&self, matched: &Match) -> bool {
        self.concerns(matched).is_empty()
    }

    /// The closest match.
    pub fn degree(&self) -> MatchDegree {
        self.matches
            .iter()
            .map(|matched| matched.degree)
            .min()
            .unwrap_or(MatchDegree::Gene)
    }
}

/// Observations sorted out.
#[derive(Debug)]
pub(crate) struct SortedOut {
    pub(crate) items: Vec<Item>,
    pub(crate) uninterpreted: Vec<Uninterpreted>,
    pub(crate) filtered: Vec<Filtered>,
    /// What else is known of observations that are no finding.
    pub(crate) bystanders: Vec<Bystander>,
    /// Small variants whose effect no annotation tells.
    pub(crate) unannotated: Vec<Unannotated>,
}

impl SortedOut {
    /// Every alteration that was read, whatever became of it.
    pub(crate) fn alterations(&self) -> impl Iterator<Item = &Alteration> {
        let items = self.items.iter().map(|item| &item.observed.alteration);
        let uninterpreted = self.uninterpreted.iter().map(|other| &other.alteration);
        let filtered = self.filtered.iter().map(|other| &other.alteration);
        items.chain(uninterpreted).chain(filtered)
    }
}

impl SortedOut {
    /// Measures of the whole sample, declared or out of a file.
    pub(crate) fn measures(&self) -> Vec<Biomarker> {
        self.alterations()
            .filter_map(|alteration| match alteration {
                Alteration::Biomarker(biomarker) => Some(biomarker.clone()),
                Alteration::SmallVariant(_)
                | Alteration::Fusion(_)
                | Alteration::CopyNumber(_)
                | Alteration::Rearrangement(_)
                | Alteration::TandemDuplication(_) => None,
            })
            .collect()
    }
}

/// An observation that passed, is no finding, and of which the knowledge base says something beside
/// its assertions.
#[derive(Clone, Debug, PartialEq)]
pub struct Bystander {
    /// The name people say.
    pub label: String,
    /// What is known of it.
    pub aside: Aside,
    /// Why it is weak evidence.
    pub weak: Vec<Concern>,
}

/// A small variant in a known gene that carries no annotation: it may be a hotspot, and it cannot
/// be told. Listed as not interpreted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unannotated {
    /// The known gene at its place. `None`: the assembly is not known, so it lies in one of the
    /// genes that are there on either.
    pub gene: Option<GeneSymbol>,
    /// The name people say.
    pub label: String,
}

/// A record that its caller set aside becomes a finding only where the known alteration itself
/// was met (a hotspot that failed a filter, a defining fusion among discarded candidates); then it
/// is marked and never supports a diagnosis.
pub(crate) fn sort_out(matched: Vec<Matched>, limits: &FusionLimits) -> SortedOut {
    let mut sorted = SortedOut {
        items: Vec::new(),
        uninterpreted: Vec::new(),
        filtered: Vec::new(),
        bystanders: Vec::new(),
        unannotated: Vec::new(),
    };
    for Matched {
        observed,
        matches,
        aside,
    } in matched
    {
        let met_in_full = matches.iter().any(|matched| matched.degree.is_full());
        let unannotated = unannotated(&observed);
        let is_finding = !matches.is_empty()
            && (observed.passed() || met_in_full)
            && (unannotated.is_none() || met_in_full);
        if is_finding {
            sorted.items.push(Item {
                id: String::new(),
                weak: concern::of_observation(&observed, limits),
                observed,
                matches,
                aside,
            });
            continue;
        }
        if observed.passed() && !aside.is_empty() {
            sorted.bystanders.push(Bystander {
                label: observed.alteration.label(),
                weak: concern::of_observation(&observed, limits),
                aside,
            });
        }
        let (label, sources) = (observed.alteration.label(), observed.sources());
        match set_aside(&observed) {
            Some(rule) => sorted.filtered.push(Filtered {
                alteration: observed.alteration,
                label,
                rule,
                sources,
            }),
            None => {
                sorted.unannotated.extend(unannotated);
                sorted.uninterpreted.push(Uninterpreted {
                    alteration: observed.alteration,
                    label,
                    sources,
                });
            }
        }
    }
    sorted.items.sort_by_key(order);
    for (index, item) in sorted.items.iter_mut().enumerate() {
        item.id = format!("F{}", index + 1);
    }
    sorted
        .bystanders
        .sort_by(|one, other| one.label.cmp(&other.label));
    sorted
        .uninterpreted
        .sort_by(|one, other| (&one.label, &one.sources).cmp(&(&other.label, &other.sources)));
    sorted
        .filtered
        .sort_by(|one, other| (&one.label, &one.sources).cmp(&(&other.label, &other.sources)));
    sorted
}

/// A small variant whose consequence no annotation tells.
fn unannotated(observed: &Observed) -> Option<Unannotated> {
    match &observed.alteration {
        Alteration::SmallVariant(variant) => {
            let is_told = !variant.consequence.is_empty() || variant.hgvs_p.is_some();
            (!is_told).then(|| Unannotated {
                gene: variant.gene.clone(),
                label: variant.label(),
            })
        }
        Alteration::Fusion(_)
        | Alteration::CopyNumber(_)
        | Alteration::Rearrangement(_)
        | Alteration::TandemDuplication(_)
        | Alteration::Biomarker(_) => None,
    }
}

/// Strongest links first; the file's order last, so that any input order gives the same report.
fn order(item: &Item) -> impl Ord + use<> {
    let strongest = item
        .diagnostic()
        .map(|(matched, assertion)| {
            (
                !matched.degree.is_full(),
                assertion.strength,
                matched.relation,
            )
        })
        .min();
    (
        !item.observed.passed(),
        item.degree(),
        strongest.is_none(),
        strongest,
        item.label(),
        item.observed.sources(),
    )
}

/// The rule that sets an observation aside. `None`: none does.
fn set_aside(observed: &Observed) -> Option<String> {
    if !observed.passed() {
        let mut rules: Vec<String> = observed
            .calls
            .iter()
            .filter_map(|call| call.standing.rule())
            .collect();
        rules.sort();
        rules.dedup();
        return Some(rules.join("; "));
    }
    match &observed.alteration {
        Alteration::SmallVariant(variant) => {
            let silent = !variant.consequence.is_empty()
                && !crate::domain::changes_protein(&variant.consequence);
            silent.then(|| "no-protein-effect".to_owned())
        }
        Alteration::CopyNumber(copy_number) => match copy_number.call {
            crate::domain::CopyNumberCall::Neutral => Some("copy-number-neutral".to_owned()),
            crate::domain::CopyNumberCall::Amplification
            | crate::domain::CopyNumberCall::Gain
            | crate::domain::CopyNumberCall::Loss
            | crate::domain::CopyNumberCall::Deletion => None,
        },
        Alteration::Biomarker(biomarker) => Some(
            match biomarker.measure {
                Measure::Tmb | Measure::Msi | Measure::UvSignature => "below-every-threshold",
                // Facts of the sample, used elsewhere in the report.
                Measure::Purity | Measure::Ploidy => "measure-of-the-sample",
                Measure::Hrd | Measure::Signature => "no-use-in-sarcoma",
            }
            .to_owned(),
        ),
        Alteration::Fusion(_) | Alteration::Rearrangement(_) | Alteration::TandemDuplication(_) => {
            None
        }
    }
}

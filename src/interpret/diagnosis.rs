//! The one relation between the findings and the submitted diagnosis (requirement R03), which
//! itself is never changed (R04).

use crate::domain::{
    DiagnosisRelation, DiagnosisSection, DiagnosticPredicate, DifferentialEntry, EntityId,
    EntityRelation, ExpectedState, Genome, GenomeClass, Strength, Submitted,
};
use crate::interpret::expected::{self, ExpectedHere};
use crate::interpret::sort_out::SortedOut;
use crate::interpret::{Item, ObservedGenome, Subject, presentation};
use std::collections::BTreeMap;

/// What the findings say of the submitted diagnosis, for the rules to see.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnosis {
    /// The relation.
    pub relation: DiagnosisRelation,
    /// Items that support the submitted histotype: defining, in full, on good evidence.
    pub supporting: Vec<usize>,
    /// Items that are defining for other entities alone, not shared, on good evidence.
    pub discordant: Vec<usize>,
    /// Items that occur in the submitted histotype, or defining ones on weaker evidence.
    pub compatible: Vec<usize>,
    /// Alterations to expect.
    pub expected: Vec<ExpectedHere>,
}

/// Relates the findings to the submitted diagnosis.
pub(crate) fn relate(sorted: &SortedOut, subject: &Subject<'_>) -> Diagnosis {
    let mut diagnosis = Diagnosis {
        relation: DiagnosisRelation::NotAssessable,
        supporting: Vec::new(),
        discordant: Vec::new(),
        compatible: Vec::new(),
        expected: expected::all(sorted, subject),
    };
    if subject.histotype().is_none() {
        return diagnosis;
    }
    for (index, item) in sorted.items.iter().enumerate() {
        match relation_of(item) {
            Some(DiagnosisRelation::Supports) => diagnosis.supporting.push(index),
            Some(DiagnosisRelation::Discordant) => diagnosis.discordant.push(index),
            Some(DiagnosisRelation::Compatible) => diagnosis.compatible.push(index),
            Some(
                DiagnosisRelation::ExpectedAbsent
                | DiagnosisRelation::NotAssessable
                | DiagnosisRelation::NonInformative,
            )
            | None => {}
        }
    }
    let absent = diagnosis.expected.iter().any(|expected| {
        expected.state == ExpectedState::NotDetected
            && subject.nearly_always(expected.known.frequency)
    });
    let unassessed = diagnosis.expected.iter().any(|expected| {
        expected.state == ExpectedState::NotAssessable && subject.common(expected.known.frequency)
    });
    diagnosis.relation = if !diagnosis.discordant.is_empty() {
        DiagnosisRelation::Discordant
    } else if !diagnosis.supporting.is_empty() {
        DiagnosisRelation::Supports
    } else if absent {
        DiagnosisRelation::ExpectedAbsent
    } else if !diagnosis.compatible.is_empty() {
        DiagnosisRelation::Compatible
    } else if unassessed {
        DiagnosisRelation::NotAssessable
    } else {
        DiagnosisRelation::NonInformative
    };
    diagnosis
}

/// What one finding says of the submitted histotype. `None`: nothing.
fn relation_of(item: &Item) -> Option<DiagnosisRelation> {
    if !item.observed.passed() {
        return None; // A trace that its caller set aside is told, and says nothing by itself.
    }
    let mut occurs_here = false;
    let mut supports = false;
    let mut elsewhere = false;
    for (matched, assertion) in item.diagnostic() {
        if !matched.degree.is_full() {
            continue;
        }
        let adequate = item.is_adequate(matched);
        match (assertion.predicate, matched.relation) {
            (DiagnosticPredicate::Excludes, relation) => {
                if relation.applies() && adequate {
                    return Some(DiagnosisRelation::Discordant);
                }
            }
            (DiagnosticPredicate::Supports, EntityRelation::Same | EntityRelation::Narrower) => {
                occurs_here = true;
                supports |= adequate && assertion.strength == Strength::Defining;
            }
            (DiagnosticPredicate::Supports, EntityRelation::Broader) => occurs_here = true,
            (
                DiagnosticPredicate::Supports,
                EntityRelation::Different | EntityRelation::Excluded | EntityRelation::Undeclared,
            ) => {
                elsewhere |=
                    adequate && assertion.strength == Strength::Defining && !assertion.shared;
            }
        }
    }
    // A link by a single report does not outweigh that the alteration defines something else.
    let only_reported_here = occurs_here
        && item
            .diagnostic()
            .filter(|(matched, _)| {
                matched.degree.is_full()
                    && (matched.relation.applies() || matched.relation == EntityRelation::Broader)
            })
            .all(|(_, assertion)| assertion.strength == Strength::Reported);
    if supports {
        Some(DiagnosisRelation::Supports)
    } else if elsewhere && (!occurs_here || only_reported_here) {
        Some(DiagnosisRelation::Discordant)
    } else if occurs_here {
        Some(DiagnosisRelation::Compatible)
    } else {
        None
    }
}

impl Diagnosis {
    /// The report's section.
    pub(crate) fn section(
        &self,
        subject: &Subject<'_>,
        items: &[Item],
        genome: &ObservedGenome,
    ) -> DiagnosisSection {
        let declared = subject.declared;
        DiagnosisSection {
            submitted: Submitted {
                text: subject.case.diagnosis.submitted.clone(),
                entity: declared.map(|entity| entity.id.clone()),
                name: declared.map(|entity| entity.name.clone()),
                histotype: subject.histotype().is_some(),
            },
            relation: self.relation,
            text: self.sentence(subject, items),
            differential: differential(subject, items),
            expected: self.expected.iter().map(ExpectedHere::line).collect(),
            ngs_indication: subject.histotype().and_then(|entity| entity.ngs.clone()),
            genome: Genome {
                expected: subject
                    .histotype()
                    .map_or(GenomeClass::Unknown, |entity| entity.genome),
                observed: genome.text.clone(),
            },
            presentation: presentation::notes(subject),
        }
    }

    fn sentence(&self, subject: &Subject<'_>, items: &[Item]) -> String {
        let name = subject.submitted_name();
        let labels = |indices: &[usize]| {
            let labels: Vec<String> = indices
                .iter()
                .filter_map(|index| items.get(*index))
                .map(Item::label)
                .collect();
            labels.join(", ")
        };
        match self.relation {
            DiagnosisRelation::Supports => format!(
                "{} supports the submitted diagnosis of {name} when morphology agrees.",
                labels(&self.supporting)
            ),
            DiagnosisRelation::Compatible => format!(
                "{} is compatible with the submitted diagnosis of {name} but does not make it.",
                labels(&self.compatible)
            ),
            DiagnosisRelation::Discordant => format!(
                "{} does not fit the submitted diagnosis of {name}. Pathology review comes first.",
                labels(&self.discordant)
            ),
            DiagnosisRelation::ExpectedAbsent => format!(
                "An alteration that is nearly always present in {name} was not detected by an \
                 assay able to detect it. Pathology review comes first."
            ),
            DiagnosisRelation::NotAssessable if subject.histotype().is_none() => {
                "No histotype was submitted, so the findings cannot be related to a diagnosis."
                    .to_owned()
            }
            DiagnosisRelation::NotAssessable => format!(
                "The alteration to expect in {name} could not be assessed. This says nothing \
                 about its presence."
            ),
            DiagnosisRelation::NonInformative => format!(
                "The findings neither support nor contradict the submitted diagnosis of {name}."
            ),
        }
    }
}

/// Every entity that a finding is linked to in full, strongest link first; alterations that
/// unrelated tumours share lead to none.
fn differential(subject: &Subject<'_>, items: &[Item]) -> Vec<DifferentialEntry> {
    let mut links: BTreeMap<EntityId, (Strength, Vec<String>)> = BTreeMap::new();
    for item in items {
        for (matched, assertion) in item.diagnostic() {
            let supports = assertion.predicate == DiagnosticPredicate::Supports;
            if !matched.degree.is_full() || !supports || matched.is_unspecific() {
                continue;
            }
            let (strength, findings) = links
                .entry(assertion.entity.clone())
                .or_insert_with(|| (assertion.strength, Vec::new()));
            *strength = (*strength).min(assertion.strength);
            if !findings.contains(&item.id) {
                findings.push(item.id.clone());
            }
        }
    }
    let mut entries: Vec<DifferentialEntry> = links
        .into_iter()
        .filter_map(|(id, (specificity, findings))| {
            let entity = subject.knowledge.entities.get(&id)?;
            Some(DifferentialEntry {
                entity: id,
                name: entity.name.clone(),
                behaviour: entity.behaviour,
                specificity,
                findings,
            })
        })
        .collect();
    let most = |entry: &DifferentialEntry| std::cmp::Reverse(entry.findings.len());
    entries.sort_by(|one, other| {
        (one.specificity, most(one), &one.name).cmp(&(other.specificity, most(other), &other.name))
    });
    entries
}

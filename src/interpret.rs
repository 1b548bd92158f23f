//! What the matches mean for this case: the relation to the submitted diagnosis, the state of the
//! associations with therapy, and why an expert should look. Floor 2: imports [`crate::domain`]
//! and [`crate::kb`] alone.
//!
//! Every review rule sees the same findings, before any reason is applied; reasons are applied
//! afterwards, sorted by severity and code.

mod annotation;
mod concern;
mod diagnosis;
mod expected;
mod findings;
mod genome;
mod limitations;
mod neighbours;
pub mod oncogenicity;
mod presentation;
mod requirements;
pub mod review;
mod sentence;
mod sort_out;
mod therapy;
mod trace;
mod unexplained;
mod view;

pub use concern::Concern;
pub use diagnosis::Diagnosis;
pub use genome::ObservedGenome;
pub use sort_out::{Bystander, Item, Unannotated};

use crate::domain::{
    Aside, Assay, Case, Config, Counted, Day, Detects, DiagnosisSection, Entity, Filtered, Finding,
    Fraction, Input, Match, Observed, Overall, Rejected, ReviewReason, SmallVariant, Therapy,
    Unexplained, Uninterpreted,
};
use crate::kb::KnowledgeBase;
use std::collections::BTreeSet;

/// What is declared of a case, what the assay can see, what is known.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The case.
    pub case: &'a Case,
    /// The assay. `None`: not declared.
    pub assay: Option<&'a Assay>,
    /// Knowledge.
    pub knowledge: &'a KnowledgeBase,
    /// The submitted entity, a group such as "sarcoma, not otherwise specified" included. `None`:
    /// no diagnosis was submitted.
    pub declared: Option<&'a Entity>,
    /// Files read.
    pub inputs: &'a [Input],
    /// Records that could not be read.
    pub rejected: &'a [Rejected],
    /// Classes of alteration that the given files speak of.
    pub provided: &'a BTreeSet<Detects>,
    /// Callers whose files were given, those that found nothing included.
    pub assayed: &'a [Assayed],
    /// What the laboratory set.
    pub config: &'a Config,
    /// Numbers over all records.
    pub counted: &'a Counted,
    /// Date of the report. `None`: none was given.
    pub report_date: Option<Day>,
}

/// A file that was given: whose it is, and what it can tell of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assayed {
    /// Index in the report's `inputs`.
    pub input: usize,
    /// The caller's name as in the sources of a finding.
    pub caller: &'static str,
    /// Callers that its fusions bear: several in a file that merges them, none where it lists none.
    pub fusion_callers: BTreeSet<String>,
    /// Classes of alteration that it tells of.
    pub detects: &'static [Detects],
}

impl Assayed {
    /// The callers whose calls the file holds: those that its fusions bear, else its own.
    pub fn callers(&self) -> Vec<&str> {
        if self.fusion_callers.is_empty() {
            vec![self.caller]
        } else {
            self.fusion_callers.iter().map(String::as_str).collect()
        }
    }
}

impl<'a> Subject<'a> {
    /// The submitted histotype. `None` where none or only a group was submitted.
    pub fn histotype(&self) -> Option<&'a Entity> {
        self.declared.filter(|entity| entity.histotype)
    }

    /// Whether a variant with a named protein change cannot be compared with a pattern that goes by
    /// exon, because nothing names its exon.
    pub fn lacks_exon(&self, variant: &SmallVariant) -> bool {
        variant.exon.is_none()
            && variant.protein_change().is_some()
            && variant
                .gene
                .as_ref()
                .is_some_and(|gene| self.knowledge.goes_by_exon(gene))
    }

    /// Whether so many of an entity's cases carry an alteration that its absence is a hold.
    pub fn nearly_always(&self, frequency: Fraction) -> bool {
        frequency >= self.config.diagnosis.expected_hold
    }

    /// Whether so many carry it that its absence is told.
    pub fn common(&self, frequency: Fraction) -> bool {
        frequency >= self.config.diagnosis.expected_review
    }

    /// Fusion callers whose calls were given, in files of their own or merged with others.
    pub fn fusion_callers(&self) -> BTreeSet<&'a str> {
        self.callers_of(&[Detects::Fusion])
            .flat_map(Assayed::callers)
            .collect()
    }

    /// Files that tell of one of `classes`.
    pub fn callers_of(&self, classes: &'a [Detects]) -> impl Iterator<Item = &'a Assayed> {
        self.assayed
            .iter()
            .filter(|file| classes.iter().any(|class| file.detects.contains(class)))
    }

    /// The submitted histotype's name for a sentence.
    pub fn submitted_name(&self) -> String {
        self.histotype().map_or_else(
            || "the submitted diagnosis".to_owned(),
            |entity| entity.name.clone(),
        )
    }
}

/// One observation and the assertions it meets.
#[derive(Clone, Debug, PartialEq)]
pub struct Matched {
    /// The observation.
    pub observed: Observed,
    /// Closest first.
    pub matches: Vec<Match>,
    /// What else the knowledge base says of it.
    pub aside: Aside,
}

/// The interpreted part of a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Interpretation {
    /// Overall state.
    pub overall: Overall,
    /// Relation to the submitted diagnosis.
    pub diagnosis: DiagnosisSection,
    /// Findings.
    pub findings: Vec<Finding>,
    /// Associations with therapy.
    pub therapy: Therapy,
    /// Every reason.
    pub reasons: Vec<ReviewReason>,
    /// What a reader should see where no driver was found.
    pub unexplained: Option<Unexplained>,
    /// Not interpreted.
    pub uninterpreted: Vec<Uninterpreted>,
    /// Set aside.
    pub filtered: Vec<Filtered>,
    /// What was not looked at.
    pub limitations: Vec<String>,
}

/// Interprets a case.
pub fn interpret(matched: Vec<Matched>, subject: &Subject<'_>) -> Interpretation {
    let sorted = sort_out::sort_out(matched, &subject.config.fusion);
    let diagnosis = diagnosis::relate(&sorted, subject);
    let measures = sorted.measures();
    let genome = genome::observe(subject, &measures);
    let view = review::View {
        subject: *subject,
        items: &sorted.items,
        unannotated: &sorted.unannotated,
        measures: &measures,
        bystanders: &sorted.bystanders,
        uninterpreted: &sorted.uninterpreted,
        filtered: &sorted.filtered,
        genome: &genome,
        diagnosis: &diagnosis,
    };
    let raised = review::raise_all(&view);
    let gate = therapy::gate(&view, &raised);
    let raised = trace::traced(&view, review::without_withheld(raised, &gate));
    let findings = findings::build(&view, &raised, &gate);
    let reasons = review::report_reasons(&raised);
    Interpretation {
        overall: review::overall(&reasons),
        diagnosis: diagnosis.section(subject, &sorted.items, &genome),
        findings,
        therapy: gate.section(&view, &raised),
        reasons,
        limitations: limitations::list(&sorted, subject),
        unexplained: unexplained::list(&sorted, subject.knowledge),
        uninterpreted: sorted.uninterpreted,
        filtered: sorted.filtered,
    }
}

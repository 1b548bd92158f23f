//! What every review rule sees, and the ways of looking at it that rules share.

use crate::domain::{
    ANY_SARCOMA, ANY_SOLID_TUMOUR, Alteration, Aside, Asserted, Biomarker, BiomarkerValue,
    CopyNumber, EntityContext, EntityId, EntityRelation, ExpectedState, Filtered, Fraction, Fusion,
    GermlinePrompt, Measure, ReasonCode, Severity, SmallVariant, TherapeuticAssertion,
    Uninterpreted,
};
use crate::interpret::expected::ExpectedHere;
use crate::interpret::review::RULES;
use crate::interpret::{Bystander, Concern, Diagnosis, Item, ObservedGenome, Subject, Unannotated};

/// What every rule sees.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The case, the assay, the knowledge.
    pub subject: Subject<'a>,
    /// Findings before any reason is applied.
    pub items: &'a [Item],
    /// Small variants in known genes whose effect no annotation tells.
    pub unannotated: &'a [Unannotated],
    /// Observations that are no finding and of which something is known.
    pub bystanders: &'a [Bystander],
    /// In a known gene, not interpreted.
    pub uninterpreted: &'a [Uninterpreted],
    /// Set aside.
    pub filtered: &'a [Filtered],
    /// The genome as a whole.
    pub genome: &'a ObservedGenome,
    /// Measures of the whole sample, declared or out of a file.
    pub measures: &'a [Biomarker],
    /// The findings' relation to the submitted diagnosis.
    pub diagnosis: &'a Diagnosis,
}

/// One association that a rule may speak of, listed or not.
#[derive(Clone, Copy, Debug)]
pub struct LineView<'a> {
    /// The finding it belongs to. `None`: it rests on the diagnosis alone.
    pub finding: Option<usize>,
    /// The assertion.
    pub assertion: &'a TherapeuticAssertion,
    /// How its tumours relate to the submitted entity.
    pub relation: EntityRelation,
}

impl<'a> View<'a> {
    /// Every item with its index.
    pub fn indexed(&self) -> impl Iterator<Item = (usize, &'a Item)> + use<'a> {
        self.items.iter().enumerate()
    }

    /// The items at `indices`.
    pub fn items_at(&self, indices: &'a [usize]) -> impl Iterator<Item = (usize, &'a Item)> {
        let items = self.items;
        indices
            .iter()
            .filter_map(move |index| Some((*index, items.get(*index)?)))
    }

    /// Fusions.
    pub fn fusions(&self) -> impl Iterator<Item = (usize, &'a Item, &'a Fusion)> + use<'a> {
        self.indexed()
            .filter_map(|(index, item)| match &item.observed.alteration {
                Alteration::Fusion(fusion) => Some((index, item, fusion.as_ref())),
                Alteration::SmallVariant(_)
                | Alteration::CopyNumber(_)
                | Alteration::Rearrangement(_)
                | Alteration::TandemDuplication(_)
                | Alteration::Biomarker(_) => None,
            })
    }

    /// Small variants.
    pub fn small_variants(
        &self,
    ) -> impl Iterator<Item = (usize, &'a Item, &'a SmallVariant)> + use<'a> {
        self.indexed()
            .filter_map(|(index, item)| match &item.observed.alteration {
                Alteration::SmallVariant(variant) => Some((index, item, variant)),
                Alteration::Fusion(_)
                | Alteration::CopyNumber(_)
                | Alteration::Rearrangement(_)
                | Alteration::TandemDuplication(_)
                | Alteration::Biomarker(_) => None,
            })
    }

    /// Copy numbers.
    pub fn copy_numbers(
        &self,
    ) -> impl Iterator<Item = (usize, &'a Item, &'a CopyNumber)> + use<'a> {
        self.indexed()
            .filter_map(|(index, item)| match &item.observed.alteration {
                Alteration::CopyNumber(copy_number) => Some((index, item, copy_number)),
                Alteration::Fusion(_)
                | Alteration::SmallVariant(_)
                | Alteration::Rearrangement(_)
                | Alteration::TandemDuplication(_)
                | Alteration::Biomarker(_) => None,
            })
    }

    /// Numbers of that measure, declared or out of a file.
    pub fn numbers(&self, measure: Measure) -> impl Iterator<Item = f64> + use<'a> {
        self.measures.iter().filter_map(move |found| {
            match found.value {
                BiomarkerValue::Number(number) => Some(number),
                BiomarkerValue::State(_) => None,
            }
            .filter(|_| found.measure == measure)
        })
    }

    /// Tumour content: as declared, else the lowest that a file measured. `None`: neither.
    pub fn purity(&self) -> Option<Fraction> {
        let declared = self.subject.case.specimen.tumour_fraction;
        let measured = self.numbers(Measure::Purity).reduce(f64::min);
        declared.or(measured.and_then(Fraction::new))
    }

    /// Observations that passed, with what is known of them beside assertions.
    pub fn asides(&self) -> impl Iterator<Item = (String, &'a Aside)> + use<'a> {
        let items = self.items.iter();
        let items = items.filter(|item| item.observed.passed());
        let others = self.bystanders.iter();
        items
            .map(|item| (item.label(), &item.aside))
            .chain(others.map(|other| (other.label.clone(), &other.aside)))
    }

    /// The same without those on weak evidence.
    pub fn firm_asides(&self) -> impl Iterator<Item = (String, &'a Aside)> + use<'a> {
        let items = self.items.iter();
        let items = items.filter(|item| item.weak.is_empty());
        let others = self.bystanders.iter().filter(|other| other.weak.is_empty());
        items
            .map(|item| (item.label(), &item.aside))
            .chain(others.map(|other| (other.label.clone(), &other.aside)))
    }

    /// Items that are weak evidence in that way for something they match.
    pub fn with_concern(
        &self,
        concern: Concern,
    ) -> impl Iterator<Item = (usize, &'a Item)> + use<'a> {
        self.indexed().filter(move |(_, item)| {
            item.matches
                .iter()
                .any(|matched| item.concerns(matched).contains(&concern))
        })
    }

    /// Alterations to expect that an able and adequate assay did not see. None where another
    /// finding supports the diagnosis.
    pub fn missing(&self) -> impl Iterator<Item = &'a ExpectedHere> + use<'a> {
        self.unmet(ExpectedState::NotDetected)
    }

    /// Alterations to expect in most cases that could not be looked for. None where another
    /// finding supports the diagnosis.
    pub fn unassessed(&self) -> impl Iterator<Item = &'a ExpectedHere> + use<'a> {
        let subject = self.subject;
        self.unmet(ExpectedState::NotAssessable)
            .filter(move |expected| subject.common(expected.known.frequency))
    }

    fn unmet(&self, state: ExpectedState) -> impl Iterator<Item = &'a ExpectedHere> + use<'a> {
        let is_supported = !self.diagnosis.supporting.is_empty();
        self.diagnosis
            .expected
            .iter()
            .filter(move |expected| !is_supported && expected.state == state)
    }

    /// Items that raise a question of inheritance of that code, at the patient's age.
    pub fn prompted(&self, code: ReasonCode) -> impl Iterator<Item = (usize, &'a Item)> + use<'a> {
        let view = *self;
        let age = self.subject.case.patient.age_years;
        self.indexed().filter(move |(_, item)| {
            item.observed.passed()
                && item.matches.iter().any(|matched| match &matched.asserted {
                    Asserted::Germline(prompt) => {
                        let young = view
                            .age_limit(prompt)
                            .is_none_or(|limit| age.is_some_and(|age| age < limit));
                        prompt.code == code && matched.relation.applies() && young
                    }
                    Asserted::Diagnostic(_)
                    | Asserted::Expected(_)
                    | Asserted::Prognostic(_)
                    | Asserted::Therapeutic(_) => false,
                })
        })
    }

    /// The age in years under which the question is asked: the knowledge base's, unless the
    /// laboratory set its own for TP53.
    fn age_limit(&self, prompt: &GermlinePrompt) -> Option<f64> {
        let set = self.subject.config.germline.tp53_age_years;
        match set {
            Some(years) if prompt.code == ReasonCode::GermTp53Age => Some(years.get()),
            Some(_) | None => prompt.below_age_years,
        }
    }

    /// Codes of severity hold that are raised in families `wanted` accepts (`DX`, `QC`).
    pub fn holds_of(&self, wanted: impl Fn(&str) -> bool) -> Vec<&'static str> {
        RULES
            .iter()
            .filter(|rule| {
                let family = rule.code.as_str().split('-').next().unwrap_or_default();
                rule.code.severity() == Severity::Hold && wanted(family)
            })
            .filter(|rule| !(rule.raise)(self).is_empty())
            .map(|rule| rule.code.as_str())
            .collect()
    }

    /// Name of an input file without its folder.
    pub fn file_name(&self, input: usize) -> &'a str {
        let path = self
            .subject
            .inputs
            .get(input)
            .map_or("", |input| input.path.as_str());
        path.rsplit(['/', '\\']).next().unwrap_or(path)
    }

    /// Every association that may be listed: those of findings, then those by diagnosis. None
    /// while no histotype is submitted.
    pub fn lines(&self) -> Vec<LineView<'a>> {
        if self.subject.histotype().is_none() {
            return Vec::new();
        }
        let of_findings = self.indexed().flat_map(|(index, item)| {
            item.therapeutic()
                .filter(|(matched, _)| matched.relation != EntityRelation::Excluded)
                .map(move |(matched, assertion)| LineView {
                    finding: Some(index),
                    assertion,
                    relation: matched.relation,
                })
        });
        let by_diagnosis =
            crate::interpret::therapy::by_diagnosis(self).map(|(assertion, relation)| LineView {
                finding: None,
                assertion,
                relation,
            });
        of_findings.chain(by_diagnosis).collect()
    }

    /// Whether an association was shown in a sarcoma, or in any.
    pub fn in_sarcoma(&self, line: &LineView<'_>) -> bool {
        let entities = line.assertion.context.entities();
        entities.iter().any(|id| {
            let known = self.subject.knowledge.entities.get(id);
            known.map_or(id.as_str() == ANY_SARCOMA, |entity| entity.sarcoma)
        })
    }

    /// How the tumours of an association that rests on the diagnosis relate to the submitted one.
    pub fn context_relation(&self, context: &EntityContext) -> EntityRelation {
        let Some(histotype) = self.subject.histotype() else {
            return EntityRelation::Undeclared;
        };
        let knowledge = self.subject.knowledge;
        let relation = |entity| knowledge.relation(Some(histotype), entity);
        if context
            .except()
            .iter()
            .any(|entity| relation(entity).applies())
        {
            return EntityRelation::Excluded;
        }
        context
            .entities()
            .iter()
            .map(|entity| match entity.as_str() {
                ANY_SOLID_TUMOUR => EntityRelation::Narrower,
                ANY_SARCOMA if histotype.sarcoma => EntityRelation::Narrower,
                _ => relation(entity),
            })
            .min()
            .unwrap_or(EntityRelation::Different)
    }

    /// Names of entities, joined for a sentence.
    pub fn names<'e>(&self, entities: impl IntoIterator<Item = &'e EntityId>) -> String {
        let mut names: Vec<String> = entities
            .into_iter()
            .map(|entity| self.subject.knowledge.entity_name(entity))
            .collect();
        names.sort();
        names.dedup();
        names.join(", ")
    }
}

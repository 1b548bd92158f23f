//! Oncogenicity of small variants by the points of ClinGen, CGC and VICC (2022): one file per
//! criterion that the program can assess, one row each in [`RULES`].
//!
//! What the program knows is its knowledge base and what the file says. It carries no population
//! database, no counts of samples by residue, no functional studies and no predictions: criteria
//! that need them are listed as not assessed, and nothing is given or taken for them.

mod no_data;
mod om1;
mod om2;
mod om3;
mod os1;
mod ovs1;
mod sbp2;

use crate::domain::{
    Alteration, AssertionId, Criterion, CriterionMet, CriterionOpen, GeneSymbol,
    ONCOGENICITY_AWAITS, ONCOGENICITY_STANDARD, Oncogenicity, OncogenicityClass, Pattern,
    ProteinChange, SmallVariant, Strength, VariantSet,
};
use crate::interpret::{Item, annotation};
use crate::kb::KnowledgeBase;

/// Every criterion of the standard, in its order.
pub static RULES: &[&Rule] = &[
    &ovs1::RULE,
    &os1::RULE,
    &no_data::OS2,
    &no_data::OS3,
    &om1::RULE,
    &om2::RULE,
    &om3::RULE,
    &no_data::OM4,
    &no_data::OP1,
    &no_data::OP2,
    &no_data::OP3,
    &no_data::OP4,
    &no_data::SBVS1,
    &no_data::SBS1,
    &no_data::SBS2,
    &no_data::SBP1,
    &sbp2::RULE,
];

/// One criterion.
#[derive(Debug)]
pub struct Rule {
    /// Its code in the standard.
    pub criterion: Criterion,
    /// Whether it rests on what the variant does to the protein, as an annotation tells it.
    pub by_effect: bool,
    /// Criteria beside which the standard does not give it.
    pub not_with: &'static [Criterion],
    /// Whether it is met. A pure function.
    pub assess: fn(&Facts<'_>) -> Verdict,
}

/// What a criterion says of a variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Met: why, and the assertions behind it.
    Met(String, Vec<AssertionId>),
    /// Assessed, and not met.
    NotMet,
    /// Data are wanting: which.
    NotAssessed(String),
}

/// What every criterion sees.
#[derive(Debug)]
pub struct Facts<'a> {
    /// Knowledge.
    pub knowledge: &'a KnowledgeBase,
    /// The finding.
    pub item: &'a Item,
    /// Its variant.
    pub variant: &'a SmallVariant,
    /// The gene.
    pub gene: &'a GeneSymbol,
    /// The protein change in parts. `None` where there is none or it is not told.
    pub change: Option<ProteinChange>,
}

impl Facts<'_> {
    /// Verified assertions of more than single reports that the variant meets in full, by a pattern
    /// whose set of variants is `wanted`.
    fn known(&self, wanted: impl Fn(&VariantSet) -> bool) -> Vec<AssertionId> {
        let mut ids: Vec<AssertionId> = self
            .item
            .links()
            .filter(|(_, known)| known.strength != Strength::Reported && !known.provisional)
            .filter(|(_, known)| match &known.pattern {
                Pattern::Variant { change, .. } => wanted(change),
                Pattern::Fusion { .. }
                | Pattern::CopyNumber { .. }
                | Pattern::Duplication { .. }
                | Pattern::Rearrangement { .. }
                | Pattern::AtLeast { .. }
                | Pattern::MsiHigh => false,
            })
            .map(|(_, known)| known.id.clone())
            .collect();
        ids.sort();
        ids.dedup();
        ids
    }
}

/// The points of a finding that is a small variant of a known gene. `None` for any other.
pub(crate) fn of_item(item: &Item, knowledge: &KnowledgeBase) -> Option<Oncogenicity> {
    let variant = match &item.observed.alteration {
        Alteration::SmallVariant(variant) => variant,
        Alteration::Fusion(_)
        | Alteration::CopyNumber(_)
        | Alteration::Rearrangement(_)
        | Alteration::TandemDuplication(_)
        | Alteration::Biomarker(_) => return None,
    };
    let facts = Facts {
        knowledge,
        item,
        variant,
        gene: variant.gene.as_ref()?,
        change: variant.protein_change(),
    };
    let untold = effect_is_open(&facts);
    let (mut criteria, mut not_assessed) = (Vec::<CriterionMet>::new(), Vec::new());
    for rule in RULES {
        let code = rule.criterion;
        if criteria.iter().any(|met| rule.not_with.contains(&met.code)) {
            continue;
        }
        let verdict = match &untold {
            Some(cause) if rule.by_effect => Verdict::NotAssessed(cause.clone()),
            Some(_) | None => (rule.assess)(&facts),
        };
        match verdict {
            Verdict::Met(why, assertions) => criteria.push(CriterionMet {
                code,
                points: code.points(),
                why,
                assertions,
            }),
            Verdict::NotMet => {}
            Verdict::NotAssessed(why) => not_assessed.push(CriterionOpen { code, why }),
        }
    }
    let points = criteria
        .iter()
        .fold(0_i32, |sum, met| sum.saturating_add(met.points));
    Some(Oncogenicity {
        class: OncogenicityClass::of_points(points),
        points,
        text: in_words(points, &not_assessed),
        criteria,
        not_assessed,
        review_status: ONCOGENICITY_AWAITS.to_owned(),
        standard: ONCOGENICITY_STANDARD.to_owned(),
    })
}

/// The class in a sentence. The letter of the standard calls few points uncertain significance, which
/// would be misread where most criteria could not be looked at.
fn in_words(points: i32, not_assessed: &[CriterionOpen]) -> String {
    let class = OncogenicityClass::of_points(points);
    let open: i32 = not_assessed
        .iter()
        .map(|open| open.code.points().max(0))
        .sum();
    let may_rise = OncogenicityClass::of_points(points.saturating_add(open)) != class;
    match class {
        OncogenicityClass::UncertainSignificance if may_rise => format!(
            "Class open: {points} point(s) on the data at hand, 6 make a variant likely oncogenic, \
             and {} criteria lack data. By the letter of the standard this is {class}; it is no \
             sign that the variant is harmless, nor that a known driver is none",
            not_assessed.len()
        ),
        OncogenicityClass::Oncogenic
        | OncogenicityClass::LikelyOncogenic
        | OncogenicityClass::UncertainSignificance
        | OncogenicityClass::LikelyBenign
        | OncogenicityClass::Benign => format!(
            "By points: {class} ({points}); {} criteria lack data",
            not_assessed.len()
        ),
    }
}

/// Why the effect on the protein is not settled. `None`: it is.
fn effect_is_open(facts: &Facts<'_>) -> Option<String> {
    if annotation::conflict(facts.variant, &facts.item.aside).is_some() {
        return Some("The file's annotation and the recomputation disagree.".to_owned());
    }
    let is_told = !facts.variant.consequence.is_empty() || facts.change.is_some();
    (!is_told).then(|| "The effect on the protein is not told.".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Match, Observed};

    /// The points of a variant, its matches out of the program's own knowledge.
    fn points(gene: &str, exon: Option<u32>, protein: &str, term: &str) -> Oncogenicity {
        let knowledge = KnowledgeBase::embedded().unwrap();
        let observed = Observed {
            alteration: Alteration::SmallVariant(SmallVariant {
                gene: GeneSymbol::new(gene),
                exon,
                hgvs_p: (!protein.is_empty()).then(|| protein.to_owned()),
                consequence: vec![term.to_owned()],
                ..SmallVariant::default()
            }),
            calls: Vec::new(),
        };
        let matches: Vec<Match> = knowledge
            .diagnostic
            .iter()
            .filter(|known| meets(&known.pattern, gene, exon, protein, term))
            .map(|known| Match {
                asserted: crate::domain::Asserted::Diagnostic(known.clone()),
                degree: crate::domain::MatchDegree::Exact,
                relation: crate::domain::EntityRelation::Different,
                reciprocal_only: false,
            })
            .collect();
        let item = Item {
            id: "F1".to_owned(),
            observed,
            matches,
            aside: crate::domain::Aside::default(),
            weak: Vec::new(),
        };
        of_item(&item, &knowledge).unwrap()
    }

    /// As the matching would find it, for the few sets that the cases below need.
    fn meets(pattern: &Pattern, gene: &str, exon: Option<u32>, protein: &str, term: &str) -> bool {
        let Pattern::Variant {
            gene: known,
            change,
        } = pattern
        else {
            return false;
        };
        let told = protein.parse::<ProteinChange>().ok();
        known.as_str() == gene
            && match change {
                VariantSet::Exact(wanted) => {
                    told.is_some_and(|change| change.to_string() == *wanted)
                }
                VariantSet::Exon(number) => exon == Some(*number),
                VariantSet::Residue(residue, number) => told.is_some_and(|change| {
                    (change.first_residue, change.first) == (*residue, *number)
                }),
                VariantSet::Truncating => crate::domain::truncates(&[term.to_owned()]),
                VariantSet::Any | VariantSet::Codons(..) | VariantSet::Coding(_) => false,
            }
    }

    fn codes(points: &Oncogenicity) -> Vec<String> {
        let codes = points.criteria.iter().map(|met| met.code.to_string());
        codes.collect()
    }

    #[test]
    fn each_criterion_by_a_variant_and_a_near_miss() {
        for (gene, exon, protein, term, expected, sum) in [
            ("RB1", None, "p.Arg320Ter", "stop_gained", &["OVS1"][..], 8),
            ("RB1", None, "p.Arg320Gly", "missense_variant", &[], 0),
            ("KIT", Some(2), "p.Arg49Ter", "stop_gained", &[], 0),
            (
                "PDGFRA",
                Some(18),
                "p.Asp842Val",
                "missense_variant",
                &["OS1"],
                4,
            ),
            (
                "KIT",
                Some(11),
                "p.Val559Asp",
                "missense_variant",
                &["OM1"],
                2,
            ),
            ("KIT", Some(20), "p.Ala949Thr", "missense_variant", &[], 0),
            (
                "KIT",
                Some(11),
                "p.Trp557_Lys558del",
                "inframe_deletion",
                &["OM1", "OM2"],
                4,
            ),
            (
                "GNAS",
                Some(8),
                "p.Arg201Ser",
                "missense_variant",
                &["OM3"],
                2,
            ),
            ("GNAS", Some(8), "p.Gly200Ser", "missense_variant", &[], 0),
        ] {
            let found = points(gene, exon, protein, term);
            assert_eq!(codes(&found), expected, "{gene} {protein}");
            assert_eq!(found.points, sum, "{gene} {protein}");
        }
    }

    #[test]
    fn no_point_is_taken_for_want_of_data() {
        let found = points("KIT", Some(20), "p.Ala949=", "synonymous_variant");
        assert_eq!(
            (found.points, found.class),
            (0, OncogenicityClass::UncertainSignificance)
        );
        let open: Vec<String> = found
            .not_assessed
            .iter()
            .map(|o| o.code.to_string())
            .collect();
        for code in ["SBVS1", "SBS1", "SBS2", "SBP1", "SBP2", "OP4", "OS3"] {
            assert!(open.iter().any(|known| known == code), "{code} in {open:?}");
        }
    }

    #[test]
    fn every_criterion_has_its_row() {
        let rows: std::collections::BTreeSet<_> = RULES.iter().map(|rule| rule.criterion).collect();
        assert_eq!((rows.len(), RULES.len()), (17, 17));
        assert!(RULES.is_sorted_by_key(|rule| rule.criterion));
        assert_eq!(
            OncogenicityClass::of_points(10),
            OncogenicityClass::Oncogenic
        );
        assert_eq!(
            OncogenicityClass::of_points(6),
            OncogenicityClass::LikelyOncogenic
        );
        assert_eq!(OncogenicityClass::of_points(-7), OncogenicityClass::Benign);
    }
}

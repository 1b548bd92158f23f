//! Review rules: one file per rule, one row in [`RULES`]. A rule sees the whole case with its
//! unreviewed findings and raises reasons; no rule sees another's.

mod assay_gap;
mod assay_undefined;
mod cn_border;
mod cn_lowpurity;
mod cn_nomdm2_cdk4;
mod ctr_nomdt;
mod ctr_nonexpert;
mod ctr_nopathrev;
mod dx_12q_cluster;
mod dx_benign_mimic;
mod dx_complex_in_simple;
mod dx_discordant;
mod dx_exclusive_pair;
mod dx_expected_absent;
mod dx_expected_absent_soft;
mod dx_fusion_unexpected_tumour;
mod dx_multi;
mod dx_non_informative;
mod dx_none;
mod dx_nonsarcoma;
mod dx_not_assessable;
mod dx_site_age;
mod dx_supports;
mod dx_two_defining;
mod fus_alias;
mod fus_discarded;
mod fus_dna_only;
mod fus_domain_lost;
mod fus_enhancer;
mod fus_frame_conflict;
mod fus_frame_unknown;
mod fus_itd;
mod fus_lowsupport;
mod fus_many;
mod fus_normal;
mod fus_novel_partner;
mod fus_oof;
mod fus_paralog;
mod fus_partner_unknown;
mod fus_readthrough;
mod fus_reciprocal_only;
mod fus_rna_only;
mod fus_single_caller;
mod fus_tsg;
mod gen_hrd;
mod gen_msi;
mod gen_tmb_high;
mod gen_uv;
mod germ_entity;
mod germ_highyield;
mod germ_nonormal;
mod germ_tp53_age;
mod germ_vaf;
mod ind_not_needed;
mod kb_local;
mod kb_provisional;
mod kb_single_report;
mod kb_stale;
mod kb_withdrawn;
mod orth_conflict;
mod orth_suggest;
mod proc_dropped;
mod proc_unsigned;
mod qc_decal;
mod qc_fail;
mod qc_rna;
mod qc_tumour;
mod tx_agnostic;
mod tx_approval_region;
mod tx_board;
mod tx_conflict;
mod tx_cooccur;
mod tx_held_dx;
mod tx_held_evidence;
mod tx_held_qc;
mod tx_ntrk_complex;
mod tx_other_entity;
mod tx_other_tumour;
mod tx_prognostic_only;
mod tx_resist;
mod var_annotation_conflict;
mod var_chip;
mod var_filtered;
mod var_lowvaf;
mod var_not_derived;
mod var_phase;
mod var_subclonal;
mod var_vus_defining;

use crate::domain::{AssertionId, Overall, OverallState, ReasonCode, ReviewReason, Severity};
use crate::interpret::therapy::Gate;
pub use crate::interpret::view::{LineView, View};

/// Every rule, in the order of the codes.
pub static RULES: &[&Rule] = &[
    &dx_none::RULE,
    &dx_supports::RULE,
    &dx_discordant::RULE,
    &dx_multi::RULE,
    &dx_benign_mimic::RULE,
    &dx_nonsarcoma::RULE,
    &dx_expected_absent::RULE,
    &dx_expected_absent_soft::RULE,
    &dx_not_assessable::RULE,
    &dx_non_informative::RULE,
    &dx_exclusive_pair::RULE,
    &dx_two_defining::RULE,
    &dx_site_age::RULE,
    &dx_12q_cluster::RULE,
    &dx_complex_in_simple::RULE,
    &dx_fusion_unexpected_tumour::RULE,
    &fus_novel_partner::RULE,
    &fus_partner_unknown::RULE,
    &fus_oof::RULE,
    &fus_frame_conflict::RULE,
    &fus_frame_unknown::RULE,
    &fus_domain_lost::RULE,
    &fus_reciprocal_only::RULE,
    &fus_lowsupport::RULE,
    &fus_discarded::RULE,
    &fus_single_caller::RULE,
    &fus_dna_only::RULE,
    &fus_rna_only::RULE,
    &fus_readthrough::RULE,
    &fus_normal::RULE,
    &fus_paralog::RULE,
    &fus_enhancer::RULE,
    &fus_tsg::RULE,
    &fus_alias::RULE,
    &fus_itd::RULE,
    &fus_many::RULE,
    &var_vus_defining::RULE,
    &var_lowvaf::RULE,
    &var_subclonal::RULE,
    &var_chip::RULE,
    &var_filtered::RULE,
    &var_annotation_conflict::RULE,
    &var_not_derived::RULE,
    &var_phase::RULE,
    &cn_border::RULE,
    &cn_lowpurity::RULE,
    &cn_nomdm2_cdk4::RULE,
    &gen_tmb_high::RULE,
    &gen_msi::RULE,
    &gen_uv::RULE,
    &gen_hrd::RULE,
    &germ_highyield::RULE,
    &germ_entity::RULE,
    &germ_tp53_age::RULE,
    &germ_vaf::RULE,
    &germ_nonormal::RULE,
    &tx_board::RULE,
    &tx_held_dx::RULE,
    &tx_held_qc::RULE,
    &tx_held_evidence::RULE,
    &tx_other_entity::RULE,
    &tx_other_tumour::RULE,
    &tx_agnostic::RULE,
    &tx_ntrk_complex::RULE,
    &tx_resist::RULE,
    &tx_conflict::RULE,
    &tx_prognostic_only::RULE,
    &tx_approval_region::RULE,
    &tx_cooccur::RULE,
    &qc_fail::RULE,
    &qc_rna::RULE,
    &qc_decal::RULE,
    &qc_tumour::RULE,
    &assay_undefined::RULE,
    &assay_gap::RULE,
    &ctr_nonexpert::RULE,
    &ctr_nopathrev::RULE,
    &ctr_nomdt::RULE,
    &ind_not_needed::RULE,
    &orth_conflict::RULE,
    &orth_suggest::RULE,
    &kb_stale::RULE,
    &kb_provisional::RULE,
    &kb_withdrawn::RULE,
    &kb_single_report::RULE,
    &kb_local::RULE,
    &proc_unsigned::RULE,
    &proc_dropped::RULE,
];

/// One rule with its documentation, as `sarcolens explain CODE` prints it.
#[derive(Debug)]
pub struct Rule {
    /// The code it raises.
    pub code: ReasonCode,
    /// What it checks.
    pub checks: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// An example that raises it.
    pub example: &'static str,
    /// Where it comes from.
    pub source: &'static str,
    /// The reasons it raises in this case. A pure function.
    pub raise: fn(&View<'_>) -> Vec<Raised>,
}

/// What a reason is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// The whole case.
    Case,
    /// The finding at this index.
    Finding(usize),
    /// One association with agents.
    Line {
        /// The finding it belongs to. `None`: it rests on the diagnosis alone.
        finding: Option<usize>,
        /// The assertion.
        assertion: AssertionId,
    },
}

/// One reason raised.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Raised {
    /// The reason.
    pub reason: ReviewReason,
    /// What it is about.
    pub target: Target,
}

impl Raised {
    /// A reason about the whole case.
    pub fn case(code: ReasonCode, message: impl Into<String>) -> Self {
        Self {
            reason: ReviewReason::new(code, message),
            target: Target::Case,
        }
    }

    /// The same reason, resting on these assertions.
    #[must_use]
    pub fn resting_on<'i>(mut self, ids: impl IntoIterator<Item = &'i AssertionId>) -> Self {
        self.reason
            .trace
            .assertions
            .extend(ids.into_iter().cloned());
        self
    }

    /// A reason about the finding at `index`.
    pub fn finding(
        view: &View<'_>,
        index: usize,
        code: ReasonCode,
        message: impl Into<String>,
    ) -> Self {
        let mut reason = ReviewReason::new(code, message);
        reason.finding = view.items.get(index).map(|item| item.id.clone());
        Self {
            reason,
            target: Target::Finding(index),
        }
    }

    /// A reason about one association with agents.
    pub fn line(
        view: &View<'_>,
        line: &LineView<'_>,
        code: ReasonCode,
        message: impl Into<String>,
    ) -> Self {
        let mut reason = ReviewReason::new(code, message);
        reason.finding = line
            .finding
            .and_then(|index| view.items.get(index))
            .map(|item| item.id.clone());
        Self {
            reason,
            target: Target::Line {
                finding: line.finding,
                assertion: line.assertion.id.clone(),
            },
        }
    }
}

/// Every reason that every rule raises, heaviest first.
pub(crate) fn raise_all(view: &View<'_>) -> Vec<Raised> {
    let mut raised: Vec<Raised> = RULES.iter().flat_map(|rule| (rule.raise)(view)).collect();
    raised.sort();
    raised.dedup();
    raised
}

/// Leaves out what was raised for associations that are not listed: a withheld line must not show
/// through its reasons.
pub(crate) fn without_withheld(raised: Vec<Raised>, gate: &Gate) -> Vec<Raised> {
    raised
        .into_iter()
        .filter(|raised| match &raised.target {
            Target::Line { finding, .. } => gate.lists(*finding),
            Target::Case | Target::Finding(_) => true,
        })
        .collect()
}

/// The report's list: every reason once, hold first, then review, then note.
pub(crate) fn report_reasons(raised: &[Raised]) -> Vec<ReviewReason> {
    ReviewReason::merged(raised.iter().map(|raised| raised.reason.clone()).collect())
}

/// Review is required unless nothing weighs more than a note (requirement R35). That a draft is
/// not signed is true of every draft and decides nothing.
pub(crate) fn overall(reasons: &[ReviewReason]) -> Overall {
    let mut codes: Vec<ReasonCode> = reasons
        .iter()
        .filter(|reason| reason.severity != Severity::Note)
        .map(|reason| reason.code)
        .collect();
    codes.dedup();
    let decides = codes.iter().any(|code| *code != ReasonCode::ProcUnsigned);
    Overall {
        state: if decides {
            OverallState::ReviewRequired
        } else {
            OverallState::RoutineMdtReview
        },
        reasons: codes,
    }
}

/// The rule that raises `code`.
pub fn rule_of(code: ReasonCode) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code == code)
}

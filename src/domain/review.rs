//! Why a finding or a case needs an expert's eye.

use crate::domain::{AssertionId, Origin};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// How much a reason weighs; heaviest first.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Therapeutic lines are withheld.
    Hold,
    /// An expert has to look.
    Review,
    /// Worth knowing.
    Note,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Hold => "hold",
            Self::Review => "review",
            Self::Note => "note",
        })
    }
}

/// Who has to act on a reason.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Audience {
    Pathologist,
    Board,
    Geneticist,
    Laboratory,
}

impl fmt::Display for Audience {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pathologist => "pathologist",
            Self::Board => "board",
            Self::Geneticist => "geneticist",
            Self::Laboratory => "laboratory",
        })
    }
}

/// Code, severity and audience of every review reason. A code is never reused or renamed;
/// `sarcolens explain CODE` prints what each checks and why. The order is the report's.
macro_rules! reason_codes {
    ($($variant:ident $text:literal $severity:ident $audience:ident,)*) => {
        /// Stable code of a review reason.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
            JsonSchema,
        )]
        #[allow(missing_docs, reason = "each is documented by its rule; see `explain`")]
        pub enum ReasonCode {
            $(#[serde(rename = $text)] $variant,)*
        }

        impl ReasonCode {
            /// Every code, in the report's order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The code as printed: `DX-SUPPORTS`.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }

            /// Its severity.
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$variant => Severity::$severity,)*
                }
            }

            /// Who has to act on it.
            pub fn audience(self) -> Audience {
                match self {
                    $(Self::$variant => Audience::$audience,)*
                }
            }
        }
    };
}

reason_codes! {
    DxNone "DX-NONE" Hold Pathologist,
    DxSupports "DX-SUPPORTS" Note Pathologist,
    DxDiscordant "DX-DISCORDANT" Hold Pathologist,
    DxMulti "DX-MULTI" Review Pathologist,
    DxBenignMimic "DX-BENIGN-MIMIC" Review Pathologist,
    DxNonsarcoma "DX-NONSARCOMA" Hold Pathologist,
    DxExpectedAbsent "DX-EXPECTED-ABSENT" Hold Pathologist,
    DxExpectedAbsentSoft "DX-EXPECTED-ABSENT-SOFT" Review Pathologist,
    DxNotAssessable "DX-NOT-ASSESSABLE" Review Pathologist,
    DxNonInformative "DX-NON-INFORMATIVE" Note Pathologist,
    DxExclusivePair "DX-EXCLUSIVE-PAIR" Hold Pathologist,
    DxTwoDefining "DX-TWO-DEFINING" Hold Pathologist,
    DxSiteAge "DX-SITE-AGE" Review Pathologist,
    Dx12qCluster "DX-12Q-CLUSTER" Review Pathologist,
    DxComplexInSimple "DX-COMPLEX-IN-SIMPLE" Review Pathologist,
    DxFusionUnexpectedTumour "DX-FUSION-UNEXPECTED-TUMOUR" Review Pathologist,
    FusNovelPartner "FUS-NOVEL-PARTNER" Review Pathologist,
    FusPartnerUnknown "FUS-PARTNER-UNKNOWN" Review Pathologist,
    FusOof "FUS-OOF" Review Pathologist,
    FusFrameConflict "FUS-FRAME-CONFLICT" Review Laboratory,
    FusFrameUnknown "FUS-FRAME-UNKNOWN" Note Pathologist,
    FusDomainLost "FUS-DOMAIN-LOST" Review Pathologist,
    FusReciprocalOnly "FUS-RECIPROCAL-ONLY" Review Pathologist,
    FusLowsupport "FUS-LOWSUPPORT" Review Laboratory,
    FusDiscarded "FUS-DISCARDED" Review Laboratory,
    FusSingleCaller "FUS-SINGLE-CALLER" Note Laboratory,
    FusDnaOnly "FUS-DNA-ONLY" Review Laboratory,
    FusRnaOnly "FUS-RNA-ONLY" Note Laboratory,
    FusReadthrough "FUS-READTHROUGH" Review Laboratory,
    FusNormal "FUS-NORMAL" Review Laboratory,
    FusParalog "FUS-PARALOG" Review Laboratory,
    FusEnhancer "FUS-ENHANCER" Review Pathologist,
    FusTsg "FUS-TSG" Note Pathologist,
    FusAlias "FUS-ALIAS" Note Laboratory,
    FusItd "FUS-ITD" Review Pathologist,
    FusMany "FUS-MANY" Note Laboratory,
    VarVusDefining "VAR-VUS-DEFINING" Review Board,
    VarLowvaf "VAR-LOWVAF" Review Laboratory,
    VarSubclonal "VAR-SUBCLONAL" Note Laboratory,
    VarChip "VAR-CHIP" Review Laboratory,
    VarFiltered "VAR-FILTERED" Review Laboratory,
    VarAnnotationConflict "VAR-ANNOTATION-CONFLICT" Review Laboratory,
    VarNotDerived "VAR-NOT-DERIVED" Note Laboratory,
    VarPhase "VAR-PHASE" Note Laboratory,
    CnBorder "CN-BORDER" Review Pathologist,
    CnLowpurity "CN-LOWPURITY" Review Laboratory,
    CnNomdm2Cdk4 "CN-NOMDM2-CDK4" Note Pathologist,
    GenTmbHigh "GEN-TMB-HIGH" Review Pathologist,
    GenMsi "GEN-MSI" Review Geneticist,
    GenUv "GEN-UV" Hold Pathologist,
    GenHrd "GEN-HRD" Review Board,
    GermHighyield "GERM-HIGHYIELD" Review Geneticist,
    GermEntity "GERM-ENTITY" Review Geneticist,
    GermTp53Age "GERM-TP53-AGE" Review Geneticist,
    GermVaf "GERM-VAF" Note Geneticist,
    GermNonormal "GERM-NONORMAL" Note Geneticist,
    TxBoard "TX-BOARD" Note Board,
    TxHeldDx "TX-HELD-DX" Hold Board,
    TxHeldQc "TX-HELD-QC" Hold Board,
    TxHeldEvidence "TX-HELD-EVIDENCE" Hold Board,
    TxOtherEntity "TX-OTHER-ENTITY" Review Board,
    TxOtherTumour "TX-OTHER-TUMOUR" Review Board,
    TxAgnostic "TX-AGNOSTIC" Review Board,
    TxNtrkComplex "TX-NTRK-COMPLEX" Review Board,
    TxResist "TX-RESIST" Review Board,
    TxConflict "TX-CONFLICT" Review Board,
    TxPrognosticOnly "TX-PROGNOSTIC-ONLY" Note Board,
    TxApprovalRegion "TX-APPROVAL-REGION" Note Board,
    TxCooccur "TX-COOCCUR" Review Board,
    QcFail "QC-FAIL" Hold Laboratory,
    QcRna "QC-RNA" Hold Laboratory,
    QcDecal "QC-DECAL" Review Laboratory,
    QcTumour "QC-TUMOUR" Review Laboratory,
    AssayUndefined "ASSAY-UNDEFINED" Review Laboratory,
    AssayGap "ASSAY-GAP" Review Laboratory,
    CtrNonexpert "CTR-NONEXPERT" Review Board,
    CtrNopathrev "CTR-NOPATHREV" Review Pathologist,
    CtrNomdt "CTR-NOMDT" Review Board,
    IndNotNeeded "IND-NOT-NEEDED" Note Pathologist,
    OrthConflict "ORTH-CONFLICT" Hold Pathologist,
    OrthSuggest "ORTH-SUGGEST" Note Pathologist,
    KbStale "KB-STALE" Note Board,
    KbProvisional "KB-PROVISIONAL" Note Board,
    KbWithdrawn "KB-WITHDRAWN" Review Board,
    KbSingleReport "KB-SINGLE-REPORT" Review Pathologist,
    KbLocal "KB-LOCAL" Note Laboratory,
    ProcUnsigned "PROC-UNSIGNED" Review Board,
    ProcDropped "PROC-DROPPED" Review Laboratory,
}

impl fmt::Display for ReasonCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for ReasonCode {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL
            .iter()
            .copied()
            .find(|code| code.as_str().eq_ignore_ascii_case(text))
            .ok_or_else(|| format!("`{text}` is no review reason"))
    }
}

/// One reason: its code and a sentence for this case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct ReviewReason {
    /// How much it weighs. First, so that reasons sort hold, review, note.
    pub severity: Severity,
    /// Stable code.
    pub code: ReasonCode,
    /// Who has to act.
    pub audience: Audience,
    /// The sentence.
    pub message: String,
    /// The finding it is about, in the report's own list of reasons. `None`: the whole case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<String>,
    /// What it rests on.
    #[serde(default, skip_serializing_if = "Trace::is_empty")]
    pub trace: Trace,
}

/// What a reason rests on; the rule is the one of its code.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub struct Trace {
    /// Assertions of the knowledge base.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assertions: Vec<AssertionId>,
    /// The sources of these assertions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub citations: Vec<String>,
    /// Records that were read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Origin>,
}

impl Trace {
    /// Whether there is nothing: the reason rests on what was declared of the case.
    pub fn is_empty(&self) -> bool {
        self.assertions.is_empty() && self.citations.is_empty() && self.sources.is_empty()
    }

    /// Sorted, each once.
    pub fn tidy(&mut self) {
        self.assertions.sort();
        self.assertions.dedup();
        self.citations.sort();
        self.citations.dedup();
        self.sources.sort();
        self.sources.dedup();
    }

    fn take_in(&mut self, other: Self) {
        self.assertions.extend(other.assertions);
        self.citations.extend(other.citations);
        self.sources.extend(other.sources);
        self.tidy();
    }
}

impl ReviewReason {
    /// The reason `code` with `message`; severity and audience belong to the code.
    pub fn new(code: ReasonCode, message: impl Into<String>) -> Self {
        Self {
            severity: code.severity(),
            code,
            audience: code.audience(),
            message: message.into(),
            finding: None,
            trace: Trace::default(),
        }
    }

    /// `reasons` sorted, each sentence about one finding once, with all that it rests on.
    pub fn merged(mut reasons: Vec<Self>) -> Vec<Self> {
        reasons.sort();
        let mut merged: Vec<Self> = Vec::with_capacity(reasons.len());
        for reason in reasons {
            let said = |known: &&mut Self| {
                (known.code, &known.message, &known.finding)
                    == (reason.code, &reason.message, &reason.finding)
            };
            match merged.iter_mut().find(said) {
                Some(known) => known.trace.take_in(reason.trace),
                None => merged.push(reason),
            }
        }
        merged
    }
}

/// One reason or more, sorted: never none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Vec<ReviewReason>", into = "Vec<ReviewReason>")]
pub struct Reasons(Vec<ReviewReason>);

impl Reasons {
    /// `None` where `reasons` is empty.
    pub fn new(reasons: Vec<ReviewReason>) -> Option<Self> {
        let reasons = ReviewReason::merged(reasons);
        (!reasons.is_empty()).then_some(Self(reasons))
    }

    /// The one reason `reason`.
    pub fn one(reason: ReviewReason) -> Self {
        Self(vec![reason])
    }

    /// The reasons, heaviest first.
    pub fn as_slice(&self) -> &[ReviewReason] {
        &self.0
    }
}

impl TryFrom<Vec<ReviewReason>> for Reasons {
    type Error = String;

    fn try_from(reasons: Vec<ReviewReason>) -> Result<Self, String> {
        Self::new(reasons).ok_or_else(|| "a list of review reasons is empty".to_owned())
    }
}

impl From<Reasons> for Vec<ReviewReason> {
    fn from(reasons: Reasons) -> Self {
        reasons.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_read_back() {
        for code in ReasonCode::ALL {
            assert_eq!(code.as_str().parse::<ReasonCode>().as_ref(), Ok(code));
            let json = serde_json::to_string(code).unwrap();
            assert_eq!(json, format!("{:?}", code.as_str()));
        }
    }

    #[test]
    fn reasons_are_never_empty() {
        assert!(Reasons::new(Vec::new()).is_none());
        assert!(serde_json::from_str::<Reasons>("[]").is_err());
    }
}

//! What a laboratory may set (`sarcolens.toml`): every threshold with its meaning, its unit, its
//! default, and where that comes from. What differs from the default is printed in the report.

use crate::domain::Fraction;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A number of 0 or more.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Deserialize)]
#[serde(try_from = "f64")]
pub struct Amount(f64);

impl Amount {
    /// So many.
    pub const fn whole(number: u32) -> Self {
        Self(number as f64)
    }

    /// The number.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl TryFrom<f64> for Amount {
    type Error = String;

    fn try_from(value: f64) -> Result<Self, String> {
        if value.is_finite() && value >= 0.0 {
            Ok(Self(value))
        } else {
            Err(format!("{value} is not a number of 0 or more"))
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// One value of the configuration as the report prints it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Setting {
    /// Table and key: `fusion.min_reads`.
    pub key: String,
    /// The value that holds.
    pub value: String,
    /// The value without a configuration file.
    pub default: String,
    /// Unit in words.
    pub unit: String,
    /// What it decides.
    pub meaning: String,
    /// Where the default comes from.
    pub source: String,
}

/// Who made the report, for its head. Printed as given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Laboratory {
    /// Name of the laboratory. `None`: not stated.
    pub name: Option<String>,
    /// Lines of its address.
    pub address: Vec<String>,
    /// Telephone or mail. `None`: not stated.
    pub contact: Option<String>,
}

/// The configuration that a report was made with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Configuration {
    /// The file as given. `None`: no file was given.
    pub path: Option<String>,
    /// SHA-256 of the file. `None` likewise.
    pub sha256: Option<String>,
    /// The laboratory.
    pub laboratory: Laboratory,
    /// Every value that differs from its default.
    pub changed: Vec<Setting>,
}

/// A value in the words of the report.
trait Shown {
    fn shown(&self) -> String;
}

macro_rules! shown_as_is {
    ($($type:ty)*) => { $(impl Shown for $type {
        fn shown(&self) -> String {
            self.to_string()
        }
    })* };
}

shown_as_is!(u32 f64 Fraction Amount);

impl<T: Shown> Shown for Option<T> {
    fn shown(&self) -> String {
        self.as_ref().map_or_else(|| "not set".to_owned(), T::shown)
    }
}

impl Shown for Vec<String> {
    fn shown(&self) -> String {
        self.join(", ")
    }
}

/// The words of a default that no publication fixes.
const OURS: &str = "this program's convention; a laboratory's own validation takes its place";

macro_rules! config {
    ($($about:literal $section:ident $type:ident {
        $($key:ident: $kind:ty = $default:expr, $unit:literal, $meaning:literal, $source:expr;)*
    })*) => {
        $(
            #[doc = $about]
            #[derive(Clone, Debug, PartialEq, Deserialize)]
            #[serde(default, deny_unknown_fields)]
            pub struct $type {
                $(#[doc = $meaning] pub $key: $kind,)*
            }

            impl Default for $type {
                fn default() -> Self {
                    Self { $($key: $default,)* }
                }
            }
        )*

        /// Everything that a laboratory may set.
        #[derive(Clone, Debug, Default, PartialEq, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct Config {
            /// Who made the report.
            pub laboratory: Laboratory,
            $(#[doc = $about] pub $section: $type,)*
        }

        impl Config {
            /// Every threshold with its value, in the order of the documentation.
            pub fn settings(&self) -> Vec<Setting> {
                let usual = Self::default();
                vec![$($(Setting {
                    key: concat!(stringify!($section), ".", stringify!($key)).to_owned(),
                    value: self.$section.$key.shown(),
                    default: usual.$section.$key.shown(),
                    unit: $unit.to_owned(),
                    meaning: $meaning.to_owned(),
                    source: $source.to_owned(),
                },)*)*]
            }
        }
    };
}

config! {
    "What is expected of the submitted entity." diagnosis DiagnosisLimits {
        expected_hold: Fraction = Fraction::per_cent(90), "share of the entity's cases",
            "From this share on the absence of an alteration holds associations with therapy (DX-EXPECTED-ABSENT).",
            "review reasons page, DX-EXPECTED-ABSENT";
        expected_review: Fraction = Fraction::per_cent(50), "share of the entity's cases",
            "From this share on the absence of an alteration is told (DX-EXPECTED-ABSENT-SOFT).",
            "review reasons page, DX-EXPECTED-ABSENT-SOFT";
        cluster_12q_fusions: u32 = 3, "different fusions",
            "So many fusions with both breakpoints in 12q13-15 raise DX-12Q-CLUSTER.",
            "review reasons page, DX-12Q-CLUSTER";
    }
    "Evidence of fusions." fusion FusionLimits {
        min_reads: u32 = 6, "reads across and pairs beside the junction",
            "Fewer are low support (FUS-LOWSUPPORT): no support of a diagnosis, no association with therapy.", OURS;
        min_split_reads: u32 = 3, "reads across the junction",
            "Fewer are low support where a caller tells them apart.", OURS;
        readthrough_kb: Amount = Amount::whole(200), "kilobases",
            "Genes on one strand with breakpoints no farther apart count as neighbours (FUS-READTHROUGH).", OURS;
        max_fusions: u32 = 50, "different fusions of one file that passed",
            "More are many for one sample (FUS-MANY).", OURS;
    }
    "Small variants." small_variant SmallVariantLimits {
        min_vaf: Fraction = Fraction::per_cent(5), "allele fraction",
            "The limit of VAR-LOWVAF where the assay file states none.", OURS;
        min_depth: u32 = 30, "reads",
            "Fewer reads at the position raise VAR-LOWVAF.", OURS;
        subclonal_factor: Fraction = Fraction::per_cent(50), "share of half the tumour content",
            "An allele fraction below this share of half the tumour content is possibly subclonal (VAR-SUBCLONAL).", OURS;
        chip_max_vaf: Fraction = Fraction::per_cent(10), "allele fraction",
            "Up to here a variant of a gene of blood clones may come from blood (VAR-CHIP).", OURS;
        chip_min_age_years: Amount = Amount::whole(50), "years",
            "From this age on blood clones are thought of (VAR-CHIP).", OURS;
    }
    "Copy number. A call that a file states stays as it is." copy_number CopyNumberLimits {
        none_left_copies: f64 = 0.5, "copies", "Fewer count as none left.", OURS;
        change_copies: f64 = 0.5, "copies", "This far from the ploidy is no change.", OURS;
        amplified_copies: f64 = 8.0, "copies", "An amplification has at least so many.", OURS;
        amplified_ploidies: f64 = 3.0, "times the ploidy", "An amplification has at least so many where the ploidy is stated.",
            "as PURPLE calls an amplification";
        log2_deletion: f64 = -1.1, "log2 ratio", "At and below this ratio no copy is left.", "default of cnvkit call";
        log2_loss: f64 = -0.25, "log2 ratio", "At and below this ratio copies are lost.", "default of cnvkit call";
        log2_gain: f64 = 0.2, "log2 ratio", "At and above this ratio copies are gained.", "default of cnvkit call";
        log2_amplification: f64 = 1.5, "log2 ratio", "At and above this ratio a gene is amplified.",
            "near eight copies at half tumour content; this program's convention";
        min_purity: Fraction = Fraction::per_cent(20), "tumour content",
            "Below it the absence of a copy-number change is unreliable (CN-LOWPURITY), where the assay file states no minimum.", OURS;
    }
    "The genome as a whole. Counted over all records, those outside known genes included." genome GenomeLimits {
        min_segment_mb: Amount = Amount::whole(3), "megabases",
            "Shorter segments are not counted as altered.", OURS;
        simple_max_segments: u32 = 10, "altered segments",
            "Up to so many are a simple genome, where the assay sees the whole genome and the tumour content suffices.", OURS;
        complex_min_segments: u32 = 30, "altered segments",
            "So many and more are a complex genome (DX-COMPLEX-IN-SIMPLE).", OURS;
        simple_max_rearrangements: u32 = 20, "rearrangements that passed",
            "Up to so many are a simple genome, where normal tissue was sequenced.", OURS;
        complex_min_rearrangements: u32 = 60, "rearrangements that passed",
            "So many and more are a complex genome, where normal tissue was sequenced.", OURS;
    }
    "Measures of the whole sample." biomarker BiomarkerLimits {
        tmb_high: Amount = Amount::whole(10), "mutations per megabase",
            "At and above it GEN-TMB-HIGH asks about the diagnosis.", "requirement R16";
        uv_fraction: Fraction = Fraction::per_cent(50), "share of the mutations",
            "At and above it GEN-UV asks about melanoma and skin.", OURS;
    }
    "Questions of inheritance." germline GermlineLimits {
        tp53_age_years: Option<Amount> = None, "years",
            "Below this age a TP53 variant raises GERM-TP53-AGE; not set: the age of the knowledge base's line.",
            "knowledge base, germline lines";
        vaf_low: Fraction = Fraction::per_cent(40), "allele fraction",
            "From here to vaf_high a fraction is compatible with one inherited copy (GERM-VAF).",
            "review reasons page, GERM-VAF";
        vaf_high: Fraction = Fraction::per_cent(60), "allele fraction",
            "End of the range of GERM-VAF.", "review reasons page, GERM-VAF";
        vaf_both: Fraction = Fraction::per_cent(90), "allele fraction",
            "At and above it a fraction is compatible with an inherited copy whose partner is lost, at low tumour content (GERM-VAF).",
            "review reasons page, GERM-VAF";
        low_purity: Fraction = Fraction::per_cent(70), "tumour content",
            "Below it so high a fraction is not explained by the tumour alone.", OURS;
    }
    "Associations with therapy." therapy TherapyLimits {
        regions: Vec<String> = vec!["EU".to_owned(), "US".to_owned()], "regions as the knowledge base names them",
            "Where an agent is approved elsewhere and nothing is known for one of these, TX-APPROVAL-REGION says so.", OURS;
    }
    "The knowledge base." knowledge KnowledgeLimits {
        review_months: u32 = 12, "months",
            "An entry whose last review is longer ago at the date of the report is stale (KB-STALE).", OURS;
    }
}

impl Config {
    /// The settings that differ from their default.
    pub fn changed(&self) -> Vec<Setting> {
        let mut settings = self.settings();
        settings.retain(|setting| setting.value != setting.default);
        settings
    }

    /// What contradicts itself: the key that is to blame, and why. `None`: nothing does.
    pub fn contradiction(&self) -> Option<(&'static str, String)> {
        let Self {
            diagnosis,
            copy_number,
            genome,
            germline,
            ..
        } = self;
        let ascending = [
            (
                "expected_hold",
                diagnosis.expected_review.get(),
                diagnosis.expected_hold.get(),
            ),
            (
                "log2_loss",
                copy_number.log2_deletion,
                copy_number.log2_loss,
            ),
            ("log2_gain", copy_number.log2_loss, copy_number.log2_gain),
            (
                "log2_amplification",
                copy_number.log2_gain,
                copy_number.log2_amplification,
            ),
            ("none_left_copies", 0.0, copy_number.none_left_copies),
            ("change_copies", 0.0, copy_number.change_copies),
            ("amplified_ploidies", 0.0, copy_number.amplified_ploidies),
            (
                "amplified_copies",
                copy_number.none_left_copies,
                copy_number.amplified_copies,
            ),
            (
                "complex_min_segments",
                f64::from(genome.simple_max_segments),
                f64::from(genome.complex_min_segments),
            ),
            (
                "complex_min_rearrangements",
                f64::from(genome.simple_max_rearrangements),
                f64::from(genome.complex_min_rearrangements),
            ),
            ("vaf_high", germline.vaf_low.get(), germline.vaf_high.get()),
        ];
        ascending
            .into_iter()
            // A number that is none compares with nothing.
            .find(|(_, less, more)| !(less <= more && more.is_finite()))
            .map(|(key, less, more)| (key, format!("{key} {more}, expected {less} or more")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_set_is_nothing_changed() {
        let config = Config::default();
        assert!(config.changed().is_empty());
        assert_eq!(config.contradiction(), None);
        assert!(config.settings().len() > 25);
        for setting in config.settings() {
            assert!(setting.meaning.ends_with('.') && !setting.source.is_empty());
        }
    }

    #[test]
    fn what_is_set_is_told_and_must_fit_together() {
        let mut config = Config::default();
        config.fusion.min_reads = 10;
        let changed = config.changed();
        assert_eq!(changed.len(), 1);
        assert_eq!(changed[0].key, "fusion.min_reads");
        assert_eq!(
            (changed[0].value.as_str(), changed[0].default.as_str()),
            ("10", "6")
        );
        config.genome.complex_min_segments = 5;
        assert_eq!(
            config.contradiction().map(|(key, _)| key),
            Some("complex_min_segments")
        );
    }
}

//! Criteria for which the program carries no data. They are never met and never held against a
//! variant.

use super::{Rule, Verdict};
use crate::domain::Criterion;

const POPULATION: &str = "No population database is embedded, so how many people carry it is not \
    known.";
const COUNTS: &str = "Counts of samples by residue (cancerhotspots.org) are not embedded; the \
    knowledge base's own hotspots count under OS1, OM1 and OM3.";
const FUNCTION: &str = "Functional studies of single variants are not embedded.";
const COMPUTATION: &str = "No predictions of effect, conservation or splicing are embedded.";

macro_rules! without_data {
    ($($name:ident $criterion:ident $why:expr,)*) => {
        $(
            #[doc = concat!("The criterion ", stringify!($name), ".")]
            pub static $name: Rule = Rule {
                criterion: Criterion::$criterion,
                by_effect: false,
                not_with: &[],
                assess: |_| Verdict::NotAssessed($why.to_owned()),
            };
        )*
    };
}

without_data! {
    OS2 Os2 FUNCTION,
    OS3 Os3 COUNTS,
    OM4 Om4 COUNTS,
    OP1 Op1 COMPUTATION,
    OP2 Op2 "Which malignancies have a single genetic cause is not curated, nor is somatic origin \
        settled.",
    OP3 Op3 COUNTS,
    OP4 Op4 POPULATION,
    SBVS1 Sbvs1 POPULATION,
    SBS1 Sbs1 POPULATION,
    SBS2 Sbs2 FUNCTION,
    SBP1 Sbp1 COMPUTATION,
}

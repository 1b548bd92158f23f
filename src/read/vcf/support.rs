//! Reads and pairs that support a structural record, caller by caller.
//!
//! | caller | split reads | spanning pairs | fragments, counted as one by the caller |
//! |---|---|---|---|
//! | Manta, DRAGEN | `SR`, the second number | `PR`, the second number | |
//! | GRIDSS, PURPLE | `SR` | `RP` | `VF`; `BVF` of a single breakend |
//! | ESVEE | `SF` | `DF` | `VF` |
//! | DELLY | `RV`, where the record is PRECISE | `DV` | |
//! | LUMPY | `SR` | `PE` | `SU` |
//! | SvABA | `SR` | `DR` | `AD` |
//! | Severus | `DV` | | |
//! | SAVANA | INFO `TUMOUR_READ_SUPPORT` | | |
//! | Sniffles | `DV`, else INFO `RE`, `SUPPORT` | | |
//! | INTEGRATE | | | |
//! | others | `SR`, `RV` | `PR`, `RP`, `PE`, `DV` | |
//!
//! The reads of one event overlap in these counts, so nothing is summed. INFO counts of callers that
//! sum over all samples (LUMPY, DELLY, GRIDSS) are not read.

use super::Context;
use super::line::{Line, shown};
use crate::read::junction::of_breakend;

/// The counts; `None` where the caller states none.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Support {
    pub(super) split_reads: Option<u32>,
    pub(super) spanning_pairs: Option<u32>,
    pub(super) fragments: Option<u32>,
    /// Fields that could not be read.
    pub(super) odd: Vec<String>,
}

/// The counts in the tumour's column.
pub(super) fn support(line: &Line<'_>, allele: &str, context: &Context<'_>) -> Support {
    let mut counts = Counts {
        line,
        tumour: context.tumour,
        odd: Vec::new(),
    };
    let is_single = of_breakend(allele).is_some_and(|sides| sides.second.is_none());
    let (split_reads, spanning_pairs, fragments) = match context.caller {
        "manta" | "dragen-sv" => (counts.of(&["SR"]), counts.of(&["PR"]), None),
        "gridss" if is_single => (None, None, counts.of(&["BVF"])),
        "gridss" => (counts.of(&["SR"]), counts.of(&["RP"]), counts.of(&["VF"])),
        "esvee" => (counts.of(&["SF"]), counts.of(&["DF"]), counts.of(&["VF"])),
        "delly" => {
            let is_precise = line.info("PRECISE").is_some();
            let split = is_precise.then(|| counts.of(&["RV"])).flatten();
            (split, counts.of(&["DV"]), None)
        }
        "lumpy" => (counts.of(&["SR"]), counts.of(&["PE"]), counts.of(&["SU"])),
        "svaba" => (counts.of(&["SR"]), counts.of(&["DR"]), counts.of(&["AD"])),
        "severus" => (counts.of(&["DV"]), None, None),
        "savana" => (counts.in_info(&["TUMOUR_READ_SUPPORT"]), None, None),
        "sniffles" => {
            let split = counts.of(&["DV"]);
            (
                split.or_else(|| counts.in_info(&["RE", "SUPPORT"])),
                None,
                None,
            )
        }
        "integrate" => (None, None, None),
        _ => (
            counts.of(&["SR", "RV"]),
            counts.of(&["PR", "RP", "PE", "DV"]),
            None,
        ),
    };
    Support {
        split_reads,
        spanning_pairs,
        fragments,
        odd: counts.odd,
    }
}

struct Counts<'l, 'a> {
    line: &'l Line<'a>,
    tumour: Option<usize>,
    odd: Vec<String>,
}

impl Counts<'_, '_> {
    /// The first of those FORMAT fields: its only number, or the second of reference and alternate.
    fn of(&mut self, keys: &[&str]) -> Option<u32> {
        let sample = self.tumour?;
        let found = keys
            .iter()
            .find_map(|key| Some((*key, self.line.format(sample, key)?)));
        self.read(found?)
    }

    fn in_info(&mut self, keys: &[&str]) -> Option<u32> {
        let found = keys
            .iter()
            .find_map(|key| Some((*key, self.line.info(key)?)));
        self.read(found?)
    }

    fn read(&mut self, (key, text): (&str, &str)) -> Option<u32> {
        let number = text.rsplit(',').next().unwrap_or_default();
        if number == "." {
            return None;
        }
        let read = number.parse().ok();
        if read.is_none() {
            self.odd.push(format!(
                "{key}: found \"{}\", expected a whole number; left out",
                shown(number)
            ));
        }
        read
    }
}

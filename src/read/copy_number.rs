//! Copy-number callers: one file each, one row in [`CALLERS`].

mod absolute;
mod ascat;
mod battenberg;
mod bins;
mod cbioportal;
mod cbioportal_long;
mod clincnv;
mod cnvkit;
mod discrete;
mod facets;
mod freec;
mod gatk;
mod measure;
mod moalmanac;
mod oncokb;
mod pcgr;
mod pori;
mod purple;
mod purple_drivers;
mod sam_header;
mod scarhrd;
mod seg;
mod segment;
mod sequenza;

use crate::read::Caller;

/// What a manual says of reads where copies are counted.
const NO_READS: &str = "none: copies are told, no reads";

/// What a manual says of an order where there is one gene or a stretch of a chromosome.
const NO_ORDER: &str = "none: one gene, or a stretch of a chromosome";

/// In the order `sarcolens formats` lists them.
pub(super) static CALLERS: &[&dyn Caller] = &[
    &absolute::CALLER,
    &ascat::CALLER,
    &battenberg::CALLER,
    &cbioportal::CALLER,
    &cbioportal_long::CALLER,
    &clincnv::CALLER,
    &cnvkit::BINS,
    &cnvkit::CALLER,
    &cnvkit::GENES,
    &facets::CALLER,
    &facets::GENES,
    &freec::CALLER,
    &freec::TESTED,
    &freec::WINDOWS,
    &gatk::CALLED,
    &gatk::MODELLED,
    &moalmanac::CALLER,
    &oncokb::CALLER,
    &pcgr::CALLER,
    &pori::CALLER,
    &purple::GENES,
    &purple::SEGMENTS,
    &purple_drivers::LINX,
    &purple_drivers::PURPLE,
    &scarhrd::CALLER,
    &seg::CALLER,
    &sequenza::CALLER,
];

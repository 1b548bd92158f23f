//! Sarcolens reads what a sequencing laboratory produced for one sarcoma (fusion-caller tables,
//! VCF, declared facts about the case) and writes a report that marks each finding for expert
//! review. It never names a treatment.
//!
//! Data goes one way, and the modules stand on floors; a module imports only from lower floors,
//! and on its own floor from what stands above it (`tests/layers.rs` enforces it):
//!
//! | floor | module | what it does |
//! |---|---|---|
//! | 0 | [`domain`] | the words of the field: one file per word, no input or output |
//! | 1 | [`kb`] | the knowledge base: embedded text or a folder, overlays, checks |
//! | 1 | [`read`] | files to calls: one file per caller |
//! | 1 | [`genome`] | transcripts, bases, domains and bands, embedded or of a user's reference |
//! | 2 | [`normalise`] | symbols, assembly, allele trimming, order, one event out of many calls |
//! | 2 | [`annotate`] | chooses the transcript whose consequence is told |
//! | 2 | [`matching`] | observed alterations against what the knowledge base looks for |
//! | 2 | [`interpret`] | diagnosis relation, therapy state, review reasons |
//! | 2 | [`render`] | a report into JSON, HTML, TSV, Markdown |
//! | 3 | [`pipeline`] | wires the stages; the only user of threads; sums the ledger |
//! | 4 | [`cli`] | one file per subcommand |
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )
)]

pub mod annotate;
pub mod cli;
pub mod domain;
pub mod genome;
pub mod interpret;
pub mod kb;
pub mod matching;
pub mod normalise;
pub mod pipeline;
pub mod read;
pub mod render;

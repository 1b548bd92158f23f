//! Concordance with another annotator. `SARCOLENS_EFFECTS` names a table with the columns assembly,
//! transcript, position, reference, alternate, c. and p. (either may be empty); the rows on
//! transcripts that are embedded are worked out here and compared. What differs is written beside
//! the table as `.differences.tsv`. Without the variable there is nothing to compare.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use sarcolens::domain::{Assembly, ProteinChange};
use sarcolens::genome::{Change, Genome, Transcript, effect};
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

fn without_version(transcript: &str) -> &str {
    transcript.split('.').next().unwrap_or(transcript)
}

/// One spelling of a protein change, whichever of the common ones it came in.
fn one_spelling(text: &str) -> String {
    match text.parse::<ProteinChange>() {
        Ok(change) => change.to_string().replace("Ter", "*"),
        Err(_) => text.to_owned(),
    }
}

#[test]
fn agrees_with_the_table() {
    let Ok(path) = std::env::var("SARCOLENS_EFFECTS") else {
        println!("skipped: SARCOLENS_EFFECTS names no table");
        return;
    };
    let genome = Genome::embedded();
    let known: HashMap<(Assembly, &str), &Transcript> = genome
        .transcripts()
        .map(|known| ((known.assembly, without_version(&known.ensembl)), known))
        .collect();
    // Of each kind: rows, c. compared and equal, p. compared and equal.
    let mut counts: BTreeMap<&str, [usize; 5]> = BTreeMap::new();
    let mut differences =
        String::from("kind\twhat\tgene\ttranscript\tpos\tref\talt\ttheirs\tours\tconsequence\n");
    for line in std::fs::read_to_string(&path).unwrap().lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [
            assembly,
            name,
            pos,
            reference,
            alternate,
            theirs_c,
            theirs_p,
        ] = cells[..]
        else {
            panic!("seven columns are expected: {line}");
        };
        let key = (assembly.parse().unwrap(), without_version(name));
        let Some(transcript) = known.get(&key) else {
            continue;
        };
        let Some(change) = Change::new(pos.parse().unwrap(), reference, alternate) else {
            continue;
        };
        let kind = match (change.reference.len(), change.alternate.len()) {
            (1, 1) => "SNV",
            (lost, gained) if lost == gained => "MNV",
            (_, 0) => "deletion",
            (0, _) => "insertion",
            (_, _) => "deletion-insertion",
        };
        let is_coding_known = genome.coding(transcript).is_some();
        let base = |pos: u64| genome.base(transcript, pos).is_some();
        // What a substitution is called needs no bases beside it.
        let is_beside_known = change.reference.len() == change.alternate.len()
            || (base(change.pos.saturating_sub(1)) && base(change.end() + 1));
        let ours = effect(genome, transcript, &change);
        let ours_c = ours.hgvs_c.unwrap_or_default();
        let ours_p = ours.hgvs_p.as_deref().map(one_spelling).unwrap_or_default();
        let theirs_p = one_spelling(theirs_p);
        let row = counts.entry(kind).or_default();
        row[0] += 1;
        let mut compare = |what: &str, at: usize, theirs: &str, ours_now: &str| {
            // Without the sequence nothing is said; that is no disagreement.
            let is_known = if what == "p." {
                is_coding_known || !ours_now.is_empty()
            } else {
                is_beside_known
            };
            if theirs.is_empty() || !is_known {
                return;
            }
            row[at] += 1;
            if theirs == ours_now {
                row[at + 1] += 1;
                return;
            }
            writeln!(
                differences,
                "{kind}\t{what}\t{}\t{}\t{pos}\t{reference}\t{alternate}\t{theirs}\t{ours_now}\t{}",
                transcript.gene,
                transcript.ensembl,
                ours.consequence.join("&")
            )
            .unwrap();
        };
        compare("c.", 1, theirs_c, &ours_c);
        compare("p.", 3, &theirs_p, &ours_p);
    }
    std::fs::write(format!("{path}.differences.tsv"), differences).unwrap();
    for (kind, [rows, c, same_c, p, same_p]) in counts {
        println!("{kind}: {rows} rows, c. {same_c} of {c}, p. {same_p} of {p}");
    }
}

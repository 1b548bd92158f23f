//! The classes that MAF files and Funcotator sort variants into, in the Sequence Ontology's terms.
//!
//! A class tells less than a term: `Splice_Site` is either end of an intron, so it becomes the term
//! above both. GDC "MAF format", Oncotator and Funcotator name the classes.

/// The terms of a class, in whatever case and with whatever signs it is written (`Missense_Mutation`,
/// `MISSENSE`); none for a class that says nothing of an effect. `None`: the class is not known.
pub fn terms(class: &str) -> Option<&'static [&'static str]> {
    let plain: String = class
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    Some(match plain.as_str() {
        "missensemutation" | "missense" => &["missense_variant"],
        "nonsensemutation" | "nonsense" => &["stop_gained"],
        "nonstopmutation" | "nonstop" => &["stop_lost"],
        "silent" => &["synonymous_variant"],
        "frameshiftdel" | "frameshiftins" => &["frameshift_variant"],
        "inframedel" => &["inframe_deletion"],
        "inframeins" => &["inframe_insertion"],
        "splicesite" | "splicesitesnp" | "splicesitedel" | "splicesiteins" => {
            &["splice_site_variant"]
        }
        "spliceregion" => &["splice_region_variant"],
        "translationstartsite" => &["start_lost"],
        "startcodonsnp" | "startcodonins" | "startcodondel" => &["initiator_codon_variant"],
        "stopcodonins" | "stopcodondel" => &["coding_sequence_variant"],
        "denovostartinframe" | "denovostartoutofframe" | "denovostartoutframe" => {
            &["5_prime_UTR_premature_start_codon_gain_variant"]
        }
        "5utr" | "fiveprimeutr" => &["5_prime_UTR_variant"],
        "3utr" | "threeprimeutr" => &["3_prime_UTR_variant"],
        "5flank" | "fiveprimeflank" => &["upstream_gene_variant"],
        "3flank" | "threeprimeflank" => &["downstream_gene_variant"],
        "intron" => &["intron_variant"],
        "igr" => &["intergenic_variant"],
        "rna" | "lincrna" => &["non_coding_transcript_variant"],
        "targetedregion" | "unknown" | "couldnotdetermine" => &[],
        _ => return None,
    })
}

/// A protein change as MAF columns give it. `None` for `p.X168_splice`, which names a place beside
/// an intron and no change of the protein.
pub fn protein_change(text: &str) -> Option<&str> {
    (!text.ends_with("_splice")).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maf_and_funcotator_write_one_class() {
        for (maf, funcotator) in [
            ("Missense_Mutation", "MISSENSE"),
            ("5'Flank", "FIVE_PRIME_FLANK"),
            ("3'UTR", "THREE_PRIME_UTR"),
            ("De_novo_Start_OutOfFrame", "DE_NOVO_START_OUT_FRAME"),
            ("Start_Codon_SNP", "START_CODON_SNP"),
        ] {
            assert!(terms(maf).is_some(), "{maf}");
            assert_eq!(terms(maf), terms(funcotator), "{maf}");
        }
        assert_eq!(terms("Amplification"), None);
    }
}

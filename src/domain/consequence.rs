//! Terms of the Sequence Ontology, sorted by what they do to a protein.

/// Terms of the Sequence Ontology that change the protein or a splice site, so that a variant
/// with none of them is set aside by the rule `no-protein-effect`.
const PROTEIN_TERMS: &[&str] = &[
    "transcript_ablation",
    "splice_acceptor_variant",
    "splice_donor_variant",
    // The term above both, for a MAF's `Splice_Site`.
    "splice_site_variant",
    "stop_gained",
    "frameshift_variant",
    "stop_lost",
    "start_lost",
    "transcript_amplification",
    "inframe_insertion",
    "inframe_deletion",
    "conservative_inframe_insertion",
    "disruptive_inframe_insertion",
    "conservative_inframe_deletion",
    "disruptive_inframe_deletion",
    "missense_variant",
    "protein_altering_variant",
    "splice_region_variant",
    "splice_donor_5th_base_variant",
    "splice_donor_region_variant",
    "splice_polypyrimidine_tract_variant",
    "initiator_codon_variant",
    "incomplete_terminal_codon_variant",
    "coding_sequence_variant",
    "exon_loss_variant",
    "rare_amino_acid_variant",
    "gene_fusion",
    // bcftools csq writes short forms.
    "missense",
    "stop_gained",
    "frameshift",
    "inframe_altering",
    "splice_acceptor",
    "splice_donor",
    "splice_region",
];

/// Terms that a change in the coding sequence bears, whose protein change has a name.
const CODING_TERMS: &[&str] = &[
    "missense_variant",
    "missense",
    "stop_gained",
    "stop_lost",
    "start_lost",
    "initiator_codon_variant",
    "frameshift_variant",
    "frameshift",
    "inframe_insertion",
    "inframe_deletion",
    "inframe_altering",
    "conservative_inframe_insertion",
    "disruptive_inframe_insertion",
    "conservative_inframe_deletion",
    "disruptive_inframe_deletion",
    "protein_altering_variant",
    "coding_sequence_variant",
];

/// Terms that cut a protein short, in the spelling of VEP, SnpEff and bcftools csq.
const TRUNCATING_TERMS: &[&str] = &[
    "stop_gained",
    "frameshift_variant",
    "frameshift",
    "splice_acceptor_variant",
    "splice_donor_variant",
    "splice_site_variant",
    "splice_acceptor",
    "splice_donor",
    "transcript_ablation",
    "start_lost",
];

/// Whether one of `terms` cuts the protein short.
pub fn truncates(terms: &[String]) -> bool {
    terms
        .iter()
        .any(|term| TRUNCATING_TERMS.contains(&term.as_str()))
}

/// Whether one of `terms` says that coding sequence is changed, so that a protein change has to be
/// named before the variant can be compared with a hotspot.
pub fn changes_coding_sequence(terms: &[String]) -> bool {
    terms
        .iter()
        .any(|term| CODING_TERMS.contains(&term.as_str()))
}

/// Whether one of `terms` changes the protein or a splice site.
pub fn changes_protein(terms: &[String]) -> bool {
    terms
        .iter()
        .any(|term| PROTEIN_TERMS.contains(&term.as_str()))
}

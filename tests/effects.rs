//! Consequences out of the embedded genome: every table against the others, and variants that
//! papers name.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use sarcolens::domain::{Assembly, GeneSymbol};
use sarcolens::genome::{Change, Genome, Transcript, TranscriptStatus, effect, residue};

fn transcript(assembly: Assembly, gene: &str) -> &'static Transcript {
    let gene = GeneSymbol::new(gene).unwrap();
    Genome::embedded().of_gene(assembly, &gene).next().unwrap()
}

/// c., short p. and terms.
fn told(assembly: Assembly, gene: &str, pos: u64, alleles: (&str, &str)) -> String {
    let genome = Genome::embedded();
    let change = Change::new(pos, alleles.0, alleles.1).unwrap();
    let effect = effect(genome, transcript(assembly, gene), &change);
    format!(
        "{} {} {} exon {}",
        effect.hgvs_c.unwrap_or_default(),
        effect.hgvs_p.unwrap_or_default(),
        effect.consequence.join("&"),
        effect.exon.map_or("-".to_owned(), |exon| exon.to_string())
    )
}

#[test]
fn every_coding_sequence_is_one() {
    let genome = Genome::embedded();
    let mut known = 0;
    for transcript in genome.transcripts() {
        let Some((first, last)) = transcript.coding_bases() else {
            panic!(
                "{}: its coding part lies outside its exons",
                transcript.ensembl
            );
        };
        let name = format!(
            "{} {} {}",
            transcript.gene, transcript.ensembl, transcript.assembly
        );
        let length = last - first + 1;
        // One exon of RECQL4 differs by a base between the assemblies.
        if transcript.gene.as_str() != "RECQL4" || transcript.assembly == Assembly::GRCh38 {
            assert_eq!(length % 3, 0, "{name}: {length} coding bases");
        }
        let Some(coding) = genome.coding(transcript) else {
            continue;
        };
        known += 1;
        assert_eq!(coding.len() as u64, length, "{name}");
        let protein: String = coding
            .chunks(3)
            .map(|codon| residue(codon.try_into().unwrap()).unwrap())
            .collect();
        let start = &coding[..3];
        // WT1 starts at a CTG.
        assert!(
            start == b"ATG" || (start == b"CTG" && transcript.gene.as_str() == "WT1"),
            "{name}"
        );
        assert!(protein.ends_with('*'), "{name}");
        assert_eq!(protein.matches('*').count(), 1, "{name}");
        // The exon table tells the same bases as the coding table.
        for number in 1..=u32::try_from(coding.len() / 3).unwrap() {
            let at = 3 * (number as usize - 1);
            assert_eq!(
                genome.codon(transcript, number).unwrap(),
                coding[at..at + 3],
                "{name}"
            );
        }
        for (offset, wanted) in coding.iter().enumerate() {
            let pos = transcript.position(first + offset as u64).unwrap();
            let base = genome.base(transcript, pos).unwrap();
            let own = match transcript.strand {
                sarcolens::domain::Strand::Plus => base,
                sarcolens::domain::Strand::Minus => sarcolens::genome::complement(base),
            };
            assert_eq!(own, *wanted, "{name}: coding base {}", offset + 1);
        }
    }
    assert!(known >= 220, "{known} transcripts have their coding bases");
}

/// Where the codon table names a residue, its bases spell it.
#[test]
fn every_codon_spells_its_residue() {
    for line in include_str!("../src/genome/tables/codons.tsv")
        .lines()
        .skip(1)
    {
        let cells: Vec<&str> = line.split('\t').collect();
        let codon: [u8; 3] = cells[3].as_bytes().try_into().unwrap();
        if let Some(found) = residue(codon) {
            // A start codon is read as methionine whatever it spells.
            assert!(cells[2] == found.to_string() || cells[1] == "1", "{line}");
        }
    }
}

#[test]
fn variants_that_papers_name() {
    use Assembly::{GRCh37, GRCh38};
    let cases = [
        (
            GRCh38,
            "KIT",
            54_727_444,
            ("T", "A"),
            "c.1676T>A p.(Val559Asp) missense_variant exon 11",
        ),
        (
            GRCh37,
            "KIT",
            55_593_610,
            ("T", "A"),
            "c.1676T>A p.(Val559Asp) missense_variant exon 11",
        ),
        (
            GRCh38,
            "PDGFRA",
            54_285_926,
            ("A", "T"),
            "c.2525A>T p.(Asp842Val) missense_variant exon 18",
        ),
        (
            GRCh38,
            "BRAF",
            140_753_336,
            ("A", "T"),
            "c.1799T>A p.(Val600Glu) missense_variant exon 15",
        ),
        (
            GRCh38,
            "TERT",
            1_295_113,
            ("G", "A"),
            "c.-124C>T  upstream_gene_variant exon -",
        ),
        (
            GRCh37,
            "TERT",
            1_295_228,
            ("G", "A"),
            "c.-124C>T  upstream_gene_variant exon -",
        ),
        (
            GRCh38,
            "TP53",
            7_674_220,
            ("C", "T"),
            "c.743G>A p.(Arg248Gln) missense_variant exon 7",
        ),
        (
            GRCh38,
            "CTNNB1",
            41_224_645,
            ("T", "C"),
            "c.133T>C p.(Ser45Pro) missense_variant exon 3",
        ),
    ];
    for (assembly, gene, pos, alleles, expected) in cases {
        assert_eq!(told(assembly, gene, pos, alleles), expected, "{gene}");
    }
}

#[test]
fn the_preferred_transcript_is_mane_select_where_it_is_had() {
    assert_eq!(
        transcript(Assembly::GRCh38, "KIT").status,
        TranscriptStatus::ManeSelect
    );
}

/// A stop among the residues that come is told, and none behind it as lost.
#[test]
fn a_stop_among_new_residues_is_a_stop_gained() {
    let genome = Genome::embedded();
    let nf1 = transcript(Assembly::GRCh38, "NF1");
    for (pos, alleles, expected) in [
        (31_229_870, ("AC", "TT"), "p.(Glu962_Gln963delinsAspTer)"),
        (31_325_823, ("CA", "GT"), "p.(Phe1613_Lys1614delinsLeuTer)"),
    ] {
        let change = Change::new(pos, alleles.0, alleles.1).unwrap();
        let effect = effect(genome, nf1, &change);
        assert_eq!(effect.hgvs_p.as_deref(), Some(expected));
        assert_eq!(effect.consequence, ["stop_gained"]);
    }
}

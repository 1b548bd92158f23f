//! PRADA, `*.fusion.*.txt`, `*.fusion.TAF.tsv`.
//!
//! | PRADA | ours |
//! |---|---|
//! | `Gene_A`, `Gene_B` | 5' and 3' partner |
//! | `Junction` (`A:chr:pos_B:chr:pos,N`, several by `\|`) | breakpoints and `split_reads`, a claim for each |
//! | `Discordant_n` | `spanning_pairs`, counted per pair of genes |
//! | `A_strand`, `B_strand` (1, -1) | strands |
//!
//! Where `Junction` is empty the pair is kept without breakpoints and `JSR_n`, the reads of all its
//! junctions, are its `split_reads`. Not read: perfect reads, consistency of positions, similarity
//! of the two genes (`Evalue`; a high one speaks against an artefact), share of transcripts.

use crate::domain::{
    Call, Chromosome, Detects, Fusion, GeneSymbol, Locus, Partner, PartnerOrder, Standing, Strand,
};
use crate::read::table::{Row, TableCaller, by_header, shown};
use crate::read::{Manual, WrittenFrom};

/// PRADA's table.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "prada",
    manual: Manual {
        title: "PRADA fusion summary, with or without transcript allele fractions",
        versions: "by their headers",
        written_from: WrittenFrom::Files,
        recognised_by: "Gene_A, Gene_B, A_chr, B_chr, A_strand, B_strand, Discordant_n, JSR_n, Junction",
        columns: &[
            ("Gene_A / Gene_B", "5' and 3' partner"),
            ("Junction", "breakpoints and split_reads, a claim for each"),
            ("JSR_n", "split_reads, where there is no junction"),
            ("Discordant_n", "spanning_pairs, per pair of genes"),
            ("A_strand / B_strand", "strand"),
        ],
        support: "junction spanning reads cross the junction; discordant pairs lie on either side, counted \
                  per gene pair",
        order: "A is 5', B is 3', stated",
    },
    detects: &[Detects::Fusion],
    header: &[
        "Gene_A",
        "Gene_B",
        "A_chr",
        "B_chr",
        "A_strand",
        "B_strand",
        "Discordant_n",
        "JSR_n",
        "Junction",
    ],
    also: by_header,
    genes: &["Gene_A", "Gene_B"],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let five_prime = partner(row, "A");
    let three_prime = partner(row, "B");
    let pair = Fusion {
        spanning_pairs: row.count("Discordant_n"),
        ..Fusion::of(five_prime, three_prime, PartnerOrder::Stated)
    };
    let Some(written) = row.text("Junction").map(str::to_owned) else {
        if pair.genes().count() < 2 {
            return Err("Gene_A, Gene_B, Junction: expected two genes or a junction".to_owned());
        }
        let fusion = Fusion {
            split_reads: row.count("JSR_n"),
            ..pair
        };
        return Ok(vec![row.fusion(fusion, Standing::Passed)]);
    };
    written
        .split('|')
        .map(|junction| {
            let (five, three, reads) = places(junction, &pair).ok_or_else(|| {
                format!(
                    "Junction: found \"{}\", expected A:chr:pos_B:chr:pos,N with the genes of the row",
                    shown(junction)
                )
            })?;
            let fusion = Fusion {
                five_prime: placed(&pair.five_prime, five),
                three_prime: placed(&pair.three_prime, three),
                split_reads: Some(reads),
                ..pair.clone()
            };
            Ok(row.fusion(fusion, Standing::Passed))
        })
        .collect()
}

fn partner(row: &Row<'_>, side: &str) -> Partner {
    let strand = match row.text(&format!("{side}_strand")) {
        Some("1") => Some(Strand::Plus),
        Some("-1") => Some(Strand::Minus),
        Some(_) | None => None,
    };
    Partner {
        strand,
        ..Partner::named(row.gene(&format!("Gene_{side}")))
    }
}

fn placed(partner: &Partner, locus: Locus) -> Partner {
    Partner {
        chrom: Some(locus.chrom),
        pos: Some(locus.pos),
        ..partner.clone()
    }
}

/// Both places and the reads of `A:chr:pos_B:chr:pos,N`. The genes of the row tell where one ends.
fn places(junction: &str, pair: &Fusion) -> Option<(Locus, Locus, u32)> {
    let name = |partner: &Partner| partner.gene.as_ref().map(GeneSymbol::to_string);
    let (five, three) = (name(&pair.five_prime)?, name(&pair.three_prime)?);
    let (sides, reads) = junction.rsplit_once(',')?;
    let (one, other) = sides
        .strip_prefix(&format!("{five}:"))?
        .split_once(&format!("_{three}:"))?;
    Some((place(one)?, place(other)?, reads.parse().ok()?))
}

fn place(text: &str) -> Option<Locus> {
    let (chrom, pos) = text.rsplit_once(':')?;
    let digits = !pos.is_empty() && pos.bytes().all(|byte| byte.is_ascii_digit());
    let pos = pos.parse().ok().filter(|pos| digits && *pos > 0)?;
    (!chrom.is_empty()).then(|| Locus {
        chrom: Chromosome::new(chrom),
        pos,
    })
}

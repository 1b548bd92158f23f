//! JAFFA (short reads) and JAFFAL (long reads), `jaffa_results.csv`, versions 1.x to 3.x.
//!
//! | JAFFA | ours |
//! |---|---|
//! | `fusion genes` (`A:B`, from 3.x `A::B`) | 5' and 3' partner |
//! | `chrom1`, `base1`, `chrom2`, `base2` | breakpoints, 1-based |
//! | `strand1`, `strand2` (from 2.x) | strands of the genes |
//! | `spanning reads` | `split_reads` |
//! | `spanning pairs` | `spanning_pairs`; `-` is unknown, and so is the 0 of long reads, which have no pairs |
//! | `inframe` | `frame`; `FALSE` too where one side does not code |
//! | `classification` | `confidence`; `Potential…` is no grade but a kind: `event_type` |
//!
//! `NoSupport` rows, which it leaves out by default, were set aside by it. Where `aligns` is `FALSE`
//! the junction is at no exon's end and the breakpoint a base or two off. JAFFAL's table has the
//! header of JAFFA's: it is told by rows that all have 0 pairs and by the names in `contig`, those of
//! long reads; a table of unpaired short reads looks the same and may be named. The order comes from the strands of the genes and the direction of the read. Not
//! read: `gap (kb)`, `rearrangement`, `contig break`, known fusions, counts of genes. Manual: the
//! tool's wiki and source, `make_final_table`.

use crate::domain::{
    Call, Confidence, Detects, Frame, Fusion, GeneSymbol, Partner, PartnerOrder, Standing, Strand,
};
use crate::read::stream::{Head, Stream};
use crate::read::table::{Columns, Row, Table, TableCaller, by_header, header_with, shown};
use crate::read::{Caller, Manual, ReadError, ReadOptions, Records, WrittenFrom};

/// JAFFA's table of short reads.
pub(super) static CALLER: Jaffa = Jaffa {
    table: SHORT,
    long_reads: false,
};

/// JAFFAL's table.
pub(super) static LONG: Jaffa = Jaffa {
    table: TableCaller {
        name: "jaffal",
        manual: Manual {
            title: "JAFFAL jaffa_results.csv (long reads)",
            versions: "2.x, 3.x",
            recognised_by: "the header of JAFFA with rows of 0 spanning pairs whose contigs are long \
                            reads",
            support: "long reads cross the junction; they have no pairs",
            ..SHORT.manual
        },
        calls: |row| calls(row, true),
        ..SHORT
    },
    long_reads: true,
};

const SHORT: TableCaller = TableCaller {
    name: "jaffa",
    manual: Manual {
        title: "JAFFA jaffa_results.csv",
        versions: "1.x to 3.x",
        written_from: WrittenFrom::Files,
        recognised_by: "fusion genes, chrom1, base1, spanning pairs, spanning reads, classification",
        columns: &[
            ("fusion genes", "5' and 3' partner"),
            ("chrom1, base1 / chrom2, base2", "breakpoints, 1-based"),
            ("strand1 / strand2", "strand of the gene"),
            ("spanning reads", "split_reads"),
            ("spanning pairs", "spanning_pairs"),
            ("inframe", "frame"),
            ("classification", "confidence, else event type"),
        ],
        support: "spanning reads cross the junction; spanning pairs lie on either side",
        order: "the first gene is 5', stated; derived from strands",
    },
    detects: &[Detects::Fusion],
    header: &[
        "fusion genes",
        "chrom1",
        "base1",
        "chrom2",
        "base2",
        "spanning pairs",
        "spanning reads",
        "classification",
    ],
    also: by_header,
    genes: &[],
    least_cells: None,
    calls: |row| calls(row, false),
};

/// One of the two tables of one header.
pub(super) struct Jaffa {
    table: TableCaller,
    long_reads: bool,
}

impl Caller for Jaffa {
    fn name(&self) -> &'static str {
        self.table.name
    }

    fn manual(&self) -> Manual {
        self.table.manual
    }

    fn detects(&self) -> &'static [Detects] {
        self.table.detects
    }

    fn tokens(&self) -> &'static [&'static str] {
        self.table.header
    }

    fn recognises(&self, head: &Head) -> bool {
        header_with(head, self.table.header)
            .is_some_and(|columns| has_long_reads(head, &columns) == self.long_reads)
    }

    fn open(&self, stream: Stream, options: &ReadOptions) -> Result<Box<dyn Records>, ReadError> {
        Table::open(stream, self.table.name, self.table, options)
    }
}

/// Whether the rows are of long reads: no pairs, and contigs that are neither assembled (`Locus_1…`)
/// nor one of two mates (`…/1`). No rows tell nothing.
fn has_long_reads(head: &Head, columns: &Columns) -> bool {
    let (Some(pairs), Some(contig)) = (columns.at("spanning pairs"), columns.at("contig")) else {
        return false;
    };
    let mut rows = head
        .lines()
        .map(|line| columns.separator.cells(&line))
        .filter(|cells| {
            let pairs = cells.get(pairs).map(String::as_str);
            cells.len() == columns.count && pairs.is_some_and(|cell| cell != "spanning pairs")
        })
        .peekable();
    rows.peek().is_some()
        && rows.all(|cells| {
            let name = cells.get(contig).map(String::as_str).unwrap_or_default();
            let of_mates = name.ends_with("/1") || name.ends_with("/2");
            let no_pairs = cells.get(pairs).is_some_and(|cell| cell == "0");
            no_pairs && !of_mates && !name.starts_with("Locus_")
        })
}

fn calls(row: &mut Row<'_>, long_reads: bool) -> Result<Vec<Call>, String> {
    let (first, second) = genes(row.text("fusion genes").unwrap_or_default())?;
    let strand = |column| row.text(column).and_then(Strand::new);
    let five_prime = Partner::at(
        Some(first),
        row.locus("chrom1", "base1")?,
        strand("strand1"),
    );
    let three_prime = Partner::at(
        Some(second),
        row.locus("chrom2", "base2")?,
        strand("strand2"),
    );
    let pairs_known = !long_reads && row.text("spanning pairs") != Some("-");
    let (confidence, event_type, standing) = class(row);
    let fusion = Fusion {
        frame: frame(row),
        split_reads: row.count("spanning reads"),
        spanning_pairs: pairs_known.then(|| row.count("spanning pairs")).flatten(),
        confidence,
        event_type,
        ..Fusion::of(five_prime, three_prime, PartnerOrder::Stated)
    };
    Ok(vec![row.fusion(fusion, standing)])
}

/// `A:B` or `A::B`.
fn genes(pair: &str) -> Result<(GeneSymbol, GeneSymbol), String> {
    let (first, second) = pair
        .split_once("::")
        .or_else(|| pair.split_once(':'))
        .unwrap_or((pair, ""));
    GeneSymbol::new(first)
        .zip(GeneSymbol::new(second))
        .ok_or_else(|| format!("fusion genes: found \"{}\", expected A:B", shown(pair)))
}

fn frame(row: &mut Row<'_>) -> Frame {
    match row.text("inframe").map(str::to_owned).as_deref() {
        Some("TRUE") => Frame::InFrame,
        Some("FALSE") => Frame::OutOfFrame,
        None => Frame::Unknown,
        Some(other) => {
            row.not_understood("inframe", other);
            Frame::Unknown
        }
    }
}

fn class(row: &mut Row<'_>) -> (Option<Confidence>, Option<String>, Standing) {
    match row.text("classification").map(str::to_owned) {
        None => (None, None, Standing::Passed),
        Some(class) => match class.as_str() {
            "HighConfidence" => (Some(Confidence::High), None, Standing::Passed),
            "MediumConfidence" => (Some(Confidence::Medium), None, Standing::Passed),
            "LowConfidence" => (Some(Confidence::Low), None, Standing::Passed),
            "NoSupport" => (None, None, Standing::Filtered(vec![class])),
            kind if kind.starts_with("Potential") => (None, Some(class), Standing::Passed),
            other => {
                row.not_understood("classification", other);
                (None, None, Standing::Passed)
            }
        },
    }
}

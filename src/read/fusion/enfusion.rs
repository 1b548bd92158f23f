//! EnFusion, the merged fusions of several callers.
//!
//! | EnFusion | ours |
//! |---|---|
//! | `OrderedFusion` `A>>B` | 5' and 3' partner |
//! | `Gene1`, `Chr1`, `Break1` (and 2) | partners with their breakpoints, 1-based |
//!
//! Where `OrderedFusion` names other genes than the columns, the columns are believed and no order is
//! claimed. There are no counts: EnFusion keeps those that enough of its callers saw. Not read: the
//! comments before the header, the junction's sequence.

use super::partners::{pair, placed};
use crate::domain::{Call, Detects, Fusion, Partner, PartnerOrder, Standing};
use crate::read::table::{Row, TableCaller, by_header, shown};
use crate::read::{Manual, WrittenFrom};

/// EnFusion's table.
pub(super) static CALLER: TableCaller = TableCaller {
    name: "enfusion",
    manual: Manual {
        title: "EnFusion, merged fusions of several callers",
        versions: "by their headers",
        written_from: WrittenFrom::Examples,
        recognised_by: "UnorderedFusion, OrderedFusion, Gene1, Gene2",
        columns: &[
            ("OrderedFusion", "order"),
            ("Gene1 / Gene2", "partners"),
            ("Chr1, Break1 / Chr2, Break2", "breakpoints, 1-based"),
        ],
        support: "none stated",
        order: "OrderedFusion names the 5' gene first",
    },
    detects: &[Detects::Fusion],
    header: &[
        "UnorderedFusion",
        "OrderedFusion",
        "Gene1",
        "Gene2",
        "Chr1",
        "Chr2",
        "Break1",
        "Break2",
    ],
    also: by_header,
    genes: &["Gene1", "Gene2"],
    least_cells: None,
    calls,
};

fn calls(row: &mut Row<'_>) -> Result<Vec<Call>, String> {
    let one = partner(row, "Gene1", "Chr1", "Break1")?;
    let other = partner(row, "Gene2", "Chr2", "Break2")?;
    let text = row.text("OrderedFusion").unwrap_or_default().to_owned();
    let ordered = pair(&text, row.symbols).ok();
    let says = |five: &Partner, three: &Partner| {
        ordered.as_ref().is_some_and(|(first, second)| {
            five.gene.as_ref() == Some(first) && three.gene.as_ref() == Some(second)
        })
    };
    let fusion = if says(&one, &other) {
        Fusion::of(one, other, PartnerOrder::Stated)
    } else if says(&other, &one) {
        Fusion::of(other, one, PartnerOrder::Stated)
    } else {
        row.warn(format!(
            "OrderedFusion says \"{}\", the gene columns say {} and {}; the columns are read, without \
             an order",
            shown(&text),
            one.name(),
            other.name()
        ));
        Fusion::of(one, other, PartnerOrder::Unoriented)
    };
    Ok(vec![row.fusion(fusion, Standing::Passed)])
}

fn partner(row: &Row<'_>, gene: &str, chrom: &str, pos: &str) -> Result<Partner, String> {
    let locus = row.locus(chrom, pos)?;
    Ok(placed(Partner::named(row.gene(gene)), Some(locus), None))
}

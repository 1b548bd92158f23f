//! `FUNC` of Ion Reporter: a list of entries as Python would write them,
//! `[{'gene':'KIT','exon':'11','protein':'p.Val559Asp',…},{…}]`.
//!
//! | `FUNC` | ours |
//! |---|---|
//! | `gene`, `transcript`, `exon`, `coding`, `protein` | as named; `p.?` is none |
//! | `function`, else `location` | Sequence Ontology term; other words are left out |
//! | `origAlt`, `normalizedAlt` | the allele, in a record of several |

use crate::domain::{GeneSymbol, TranscriptEffect};
use crate::read::vcf::line::Line;

/// Words of `function` and `location`.
const TERMS: &[(&str, &str)] = &[
    ("missense", "missense_variant"),
    ("nonsense", "stop_gained"),
    ("stoploss", "stop_lost"),
    ("synonymous", "synonymous_variant"),
    ("frameshiftInsertion", "frameshift_variant"),
    ("frameshiftDeletion", "frameshift_variant"),
    ("frameshiftBlockSubstitution", "frameshift_variant"),
    ("nonframeshiftInsertion", "inframe_insertion"),
    ("nonframeshiftDeletion", "inframe_deletion"),
    ("nonframeshiftBlockSubstitution", "protein_altering_variant"),
    ("splicesite_5", "splice_region_variant"),
    ("splicesite_3", "splice_region_variant"),
    ("intronic", "intron_variant"),
    ("utr_5", "5_prime_UTR_variant"),
    ("utr_3", "3_prime_UTR_variant"),
];

/// One entry: its keys and values without quotes.
pub(in crate::read::vcf) struct Entry(Vec<(String, String)>);

impl Entry {
    /// The value of that key. `None` where it is absent or empty.
    pub(in crate::read::vcf) fn get(&self, key: &str) -> Option<&str> {
        let (_, value) = self.0.iter().find(|(known, _)| known == key)?;
        (!value.is_empty()).then_some(value.as_str())
    }
}

/// The entries of a record's `FUNC`; none where it has no such field.
pub(in crate::read::vcf) fn entries(line: &Line<'_>) -> Vec<Entry> {
    let text = line.info("FUNC").unwrap_or_default();
    let text = text.trim_matches(['\'', '"']);
    let Some(list) = text.strip_prefix('[') else {
        return Vec::new();
    };
    list.split('{')
        .skip(1)
        .map(|entry| entry.split('}').next().unwrap_or_default())
        .map(|entry| Entry(parts(entry, ',').into_iter().filter_map(pair).collect()))
        .collect()
}

/// `'key':'value'`
fn pair(text: &str) -> Option<(String, String)> {
    let plain = |text: &str| text.trim().trim_matches(['\'', '"']).to_owned();
    let divided = parts(text, ':');
    let key = divided.first()?;
    let value = text.get(key.len() + 1..)?;
    Some((plain(key), plain(value)))
}

/// The parts between separators that stand outside quotes.
fn parts(text: &str, separator: char) -> Vec<&str> {
    let mut quote = None;
    text.split(move |letter: char| {
        match quote {
            Some(open) if letter == open => quote = None,
            None if matches!(letter, '\'' | '"') => quote = Some(letter),
            Some(_) | None => {}
        }
        quote.is_none() && letter == separator
    })
    .collect()
}

/// What the entries of the allele at `index` say.
pub(super) fn effects(
    line: &Line<'_>,
    index: usize,
    odd: &mut Vec<String>,
) -> Vec<TranscriptEffect> {
    let entries = entries(line);
    let Some(allele) = line.alternates.get(index) else {
        return Vec::new();
    };
    let is_only = line.alternates.len() == 1;
    let is_of = |entry: &Entry| {
        is_only
            || ["origAlt", "normalizedAlt"]
                .iter()
                .any(|key| entry.get(key) == Some(allele))
    };
    let found: Vec<TranscriptEffect> = entries
        .iter()
        .filter(|entry| is_of(entry))
        .map(effect)
        .collect();
    let names_alleles = |entry: &Entry| entry.get("origAlt").is_some();
    if index == 0 && !is_only && !entries.is_empty() && !entries.iter().all(names_alleles) {
        odd.push(
            "FUNC: an entry names no allele in a record of several; it is left out".to_owned(),
        );
    }
    found
}

fn effect(entry: &Entry) -> TranscriptEffect {
    let consequence = ["function", "location"]
        .iter()
        .filter_map(|key| entry.get(key))
        .find_map(|word| TERMS.iter().find(|(known, _)| *known == word))
        .map(|(_, term)| (*term).to_owned());
    let change = |key: &str| {
        entry
            .get(key)
            .filter(|text| !text.ends_with('?'))
            .map(str::to_owned)
    };
    TranscriptEffect {
        gene: entry.get("gene").and_then(GeneSymbol::new),
        transcript: entry.get("transcript").map(str::to_owned),
        exon: entry.get("exon").and_then(|text| text.parse().ok()),
        hgvs_c: change("coding"),
        hgvs_p: change("protein"),
        consequence: consequence.into_iter().collect(),
        mane_select: false,
        canonical: false,
        impact: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_belong_to_their_alleles() {
        let text = "4\t54727437\t.\tT\tA,G\t.\tPASS\tDP=9;FUNC=[{'gene':'KIT','origAlt':'A',\
                    'normalizedAlt':'A','exon':'11','coding':'c.1676T>A','protein':'p.Val559Asp',\
                    'function':'missense','transcript':'NM_000222.3','grantham':152.0},{'gene':\
                    'KIT','origAlt':'G','normalizedAlt':'G','coding':'c.1676T>G','protein':'p.?'}]";
        let line = Line::new(text).unwrap();
        let mut odd = Vec::new();
        let [first] = effects(&line, 0, &mut odd).try_into().unwrap();
        assert_eq!(first.gene, GeneSymbol::new("KIT"));
        assert_eq!(first.hgvs_p.as_deref(), Some("p.Val559Asp"));
        assert_eq!(first.hgvs_c.as_deref(), Some("c.1676T>A"));
        assert_eq!(first.exon, Some(11));
        assert_eq!(first.consequence, ["missense_variant"]);
        let [second] = effects(&line, 1, &mut odd).try_into().unwrap();
        assert_eq!(second.hgvs_p, None);
        assert_eq!(second.hgvs_c.as_deref(), Some("c.1676T>G"));
        assert!(odd.is_empty(), "{odd:?}");
    }

    #[test]
    fn what_is_no_list_says_nothing() {
        for info in [
            "FUNC=exonic",
            "FUNC=.",
            "DP=4",
            "FUNC=[]",
            "FUNC=[{",
            "FUNC=[{:}]",
        ] {
            let text = format!("4\t9\t.\tT\tA\t.\tPASS\t{info}");
            let line = Line::new(&text).unwrap();
            let found = effects(&line, 0, &mut Vec::new());
            assert!(found.iter().all(|effect| effect.gene.is_none()), "{info}");
        }
    }
}

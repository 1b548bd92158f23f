//! The header of a VCF or BCF, read tolerantly: the first definition wins, odd lines warn.
//!
//! `noodles` refuses a header with one odd line and the whole file with it (a tenth of valid
//! public files); here such a line costs a warning.

use super::meta::{field, fields};
use crate::read::LISTED;
use std::collections::{BTreeMap, BTreeSet};

/// What a header says, as far as it is used.
#[derive(Clone, Debug, Default)]
pub(super) struct Header {
    /// Names of the sample columns, in order.
    pub(super) samples: Vec<String>,
    /// Descriptions of the INFO fields by their identifier.
    pub(super) infos: BTreeMap<String, String>,
    /// Identifiers of the FORMAT fields.
    pub(super) formats: BTreeSet<String>,
    /// Contigs with their lengths in bases, in order.
    pub(super) contigs: Vec<(String, Option<u64>)>,
    /// `##SAMPLE` lines: column name to the name of the sample.
    pub(super) aliases: BTreeMap<String, String>,
    /// Values of the other lines by their key: `source`, `tumor_sample`, `reference`.
    pub(super) plain: BTreeMap<String, Vec<String>>,
    /// Identifiers of the structured lines by their key: `GATKCommandLine`.
    pub(super) tools: BTreeSet<(String, String)>,
    /// BCF: identifier of each FILTER, INFO and FORMAT index.
    pub(super) strings: BTreeMap<usize, String>,
    /// BCF: name of each contig index.
    pub(super) contig_names: BTreeMap<usize, String>,
    /// Odd things, with their line from 1.
    pub(super) warnings: Vec<(u64, String)>,
    /// Odd lines behind the first [`LISTED`].
    unlisted: u64,
    doubled: BTreeMap<String, (u64, usize)>,
}

impl Header {
    /// An empty header. `PASS` is the first string of every BCF.
    pub(super) fn new() -> Self {
        let mut header = Self::default();
        header.strings.insert(0, "PASS".to_owned());
        header
    }

    /// Takes one line. `true`: it names the columns, so records follow.
    pub(super) fn take(&mut self, line: &str, number: u64) -> bool {
        if number == 1 && !line.starts_with("##fileformat=VCF") {
            self.warn(number, "the first line is not ##fileformat=VCFv4.x");
        }
        if let Some(meta) = line.strip_prefix("##") {
            self.take_meta(meta, number);
        } else if line
            .get(..6)
            .is_some_and(|start| start.eq_ignore_ascii_case("#CHROM"))
        {
            self.take_columns(line, number);
            return true;
        } else if !line.trim().is_empty() {
            self.warn(number, "is neither a ## line nor #CHROM; passed over");
        }
        false
    }

    /// The first value of a plain line.
    pub(super) fn plain(&self, key: &str) -> Option<&str> {
        self.plain.get(key)?.first().map(String::as_str)
    }

    /// Tells once for each kind of line how many definitions stood twice, and how many odd lines are
    /// not listed.
    pub(super) fn close(&mut self) {
        if self.unlisted > 0 {
            let message = format!("header: {} more odd line(s)", self.unlisted);
            self.warnings.insert(0, (1, message));
        }
        for (key, (line, count)) in std::mem::take(&mut self.doubled) {
            self.warnings.push((
                line,
                format!("{count} ##{key} definition(s) stand twice; the first counts"),
            ));
        }
    }

    fn warn(&mut self, line: u64, what: &str) {
        if self.warnings.len() < LISTED {
            self.warnings.push((line, format!("header: {what}")));
        } else {
            self.unlisted += 1;
        }
    }

    fn take_meta(&mut self, meta: &str, number: u64) {
        let Some((key, value)) = meta.split_once('=') else {
            self.warn(number, "a ## line without = ; passed over");
            return;
        };
        let Some(found) = fields(value) else {
            let values = self.plain.entry(key.to_owned()).or_default();
            values.push(value.trim().trim_matches('"').to_owned());
            return;
        };
        let Some(id) = field(&found, "ID").map(str::to_owned) else {
            if matches!(key, "INFO" | "FORMAT" | "FILTER" | "contig") {
                self.warn(number, "a definition without ID; passed over");
            }
            return;
        };
        let is_new = match key {
            "INFO" => {
                let text = field(&found, "Description").unwrap_or_default().to_owned();
                let is_new = !self.infos.contains_key(&id);
                self.infos.entry(id.clone()).or_insert(text);
                is_new
            }
            "FORMAT" => self.formats.insert(id.clone()),
            "contig" => {
                let is_new = self.contigs.iter().all(|(known, _)| *known != id);
                if is_new {
                    let length = field(&found, "length").and_then(|text| text.parse().ok());
                    let index = index_of(&found).unwrap_or(self.contig_names.len());
                    self.contig_names.insert(index, id.clone());
                    self.contigs.push((id.clone(), length));
                }
                is_new
            }
            "SAMPLE" => {
                let name = field(&found, "SampleName").unwrap_or_default().to_owned();
                self.aliases.insert(id.clone(), name).is_none()
            }
            _ => self.tools.insert((key.to_owned(), id.clone())),
        };
        if matches!(key, "INFO" | "FORMAT" | "FILTER") {
            self.remember(&id, index_of(&found));
        }
        if !is_new {
            let (_, count) = self.doubled.entry(key.to_owned()).or_insert((number, 0));
            *count += 1;
        }
    }

    /// One index for one identifier, whichever kinds of definition share it.
    fn remember(&mut self, id: &str, index: Option<usize>) {
        if self.strings.values().any(|known| known == id) {
            return;
        }
        let next = self.strings.keys().next_back().map_or(0, |last| last + 1);
        self.strings.insert(index.unwrap_or(next), id.to_owned());
    }

    fn take_columns(&mut self, line: &str, number: u64) {
        let by_tab: Vec<&str> = line.split('\t').collect();
        let names: Vec<&str> = if by_tab.len() >= 8 {
            by_tab
        } else {
            self.warn(
                number,
                "#CHROM has fewer than 8 columns by tab; read by spaces",
            );
            line.split_whitespace().collect()
        };
        self.samples = names
            .into_iter()
            .skip(9)
            .map(|name| name.trim().to_owned())
            .collect();
    }
}

fn index_of(found: &[(String, String)]) -> Option<usize> {
    field(found, "IDX").and_then(|text| text.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_definition_wins_and_odd_lines_warn() {
        let mut header = Header::new();
        for (line, text) in [
            "##fileformat=VCFv4.2",
            "##INFO=<ID=DP,Number=1,Type=Integer,Description=\"first\">",
            "##INFO=<ID=DP,Number=1,Type=Float,Description=\"second\">",
            "##FORMAT=<ID=DP,Number=-1,Type=Strin>",
            "##PEDIGREE=<Name_0=G0-ID>",
            "##a line of a tool",
            "##contig=<ID=1,length=249250621>",
            "##source=Mutect2",
            "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tN\tT",
        ]
        .into_iter()
        .enumerate()
        {
            header.take(text, line as u64 + 1);
        }
        header.close();
        assert_eq!(header.infos.get("DP").map(String::as_str), Some("first"));
        assert_eq!(header.samples, ["N", "T"]);
        assert_eq!(header.plain("source"), Some("Mutect2"));
        assert_eq!(header.strings.get(&1).map(String::as_str), Some("DP"));
        assert_eq!(header.strings.len(), 2);
        assert_eq!(header.warnings.len(), 2);
    }
}

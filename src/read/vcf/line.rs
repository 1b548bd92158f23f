//! One record line, cut into its columns. Nothing is decoded that nobody asks for.

/// A record's columns.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    pub(super) chrom: &'a str,
    /// 1-based; 0 before the first base, as the specification allows for telomeres.
    pub(super) pos: u64,
    /// Empty where the column says `.`.
    pub(super) id: &'a str,
    pub(super) reference: &'a str,
    /// One for each alternate allele; none where the column says `.`.
    pub(super) alternates: Vec<&'a str>,
    filter: &'a str,
    info: &'a str,
    keys: Vec<&'a str>,
    samples: Vec<&'a str>,
}

impl<'a> Line<'a> {
    /// The columns of `text`.
    ///
    /// # Errors
    /// With the reason where it is no record.
    pub(super) fn new(text: &'a str) -> Result<Self, String> {
        const NEEDED: usize = 8;
        let columns: Vec<&str> = text.split('\t').collect();
        let [
            chrom,
            pos,
            id,
            reference,
            alternates,
            _,
            filter,
            info,
            rest @ ..,
        ] = columns.as_slice()
        else {
            return Err(format!(
                "found {} columns, expected at least {NEEDED} divided by tabs",
                columns.len()
            ));
        };
        if text.contains('\0') {
            return Err("found a NUL byte, expected text".to_owned());
        }
        if text.contains('\r') {
            return Err(
                "found a carriage return inside the record; its line ends may be mixed".to_owned(),
            );
        }
        if chrom.is_empty() {
            return Err("CHROM is empty".to_owned());
        }
        let digits = !pos.is_empty() && pos.bytes().all(|byte| byte.is_ascii_digit());
        let Some(number) = pos.parse().ok().filter(|_| digits) else {
            return Err(format!(
                "POS: found \"{}\", expected a whole number",
                shown(pos)
            ));
        };
        if reference.is_empty()
            || !reference
                .bytes()
                .all(|b| b.is_ascii_alphabetic() || b == b'.')
        {
            return Err(format!(
                "REF: found \"{}\", expected bases",
                shown(reference)
            ));
        }
        let keys = rest
            .first()
            .map_or_else(Vec::new, |format| format.split(':').collect());
        Ok(Self {
            chrom,
            pos: number,
            id: if *id == "." { "" } else { id },
            reference,
            alternates: match *alternates {
                "" | "." => Vec::new(),
                several => several.split(',').collect(),
            },
            filter,
            info,
            keys,
            samples: rest.iter().skip(1).copied().collect(),
        })
    }

    /// Sample columns of this line.
    pub(super) fn sample_count(&self) -> usize {
        self.samples.len()
    }

    /// Whether columns or fields are missing at the end, of a record with that many samples. Whole
    /// records may leave out fields too, so this tells only where a cut is likely.
    pub(super) fn is_cut(&self, samples: usize) -> bool {
        let fields = self
            .samples
            .last()
            .map_or(0, |last| last.split(':').count());
        self.samples.len() < samples || (samples > 0 && fields < self.keys.len())
    }

    /// The filters; `PASS` included, none where the column says `.`.
    pub(super) fn filters(&self) -> Vec<String> {
        self.filter
            .split(';')
            .filter(|filter| !matches!(*filter, "" | "."))
            .map(str::to_owned)
            .collect()
    }

    /// An INFO field: empty for a flag. `None` where it is absent or `.`.
    pub(super) fn info(&self, key: &str) -> Option<&'a str> {
        self.info_fields()
            .find_map(|(name, value)| (name == key && value != ".").then_some(value))
    }

    /// Every INFO field with its value.
    pub(super) fn info_fields(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        self.info
            .split(';')
            .map(|field| field.split_once('=').unwrap_or((field, "")))
    }

    /// A FORMAT field of the sample in that column, from 0. `None` where it is absent, `.`, or cut
    /// off at the end as the specification allows.
    pub(super) fn format(&self, sample: usize, key: &str) -> Option<&'a str> {
        let index = self.keys.iter().position(|known| *known == key)?;
        let value = self.samples.get(sample)?.split(':').nth(index)?;
        (!value.is_empty() && value.split(',').any(|part| part != ".")).then_some(value)
    }
}

/// A cell for a message: escaped and short.
pub(super) fn shown(text: &str) -> String {
    crate::read::table::shown(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_found_by_name() {
        let line =
            Line::new("1\t8450\t.\tT\tG,<NON_REF>\t.\tPASS\tDP=75;SOMATIC\tGT:AD\t0/1:0,44\t./.")
                .unwrap();
        assert_eq!(line.alternates, ["G", "<NON_REF>"]);
        assert_eq!(line.info("DP"), Some("75"));
        assert_eq!(line.info("SOMATIC"), Some(""));
        assert_eq!(line.info("D"), None);
        assert_eq!(line.format(0, "AD"), Some("0,44"));
        assert_eq!(line.format(1, "AD"), None);
        assert_eq!(line.filters(), ["PASS"]);
    }

    #[test]
    fn nothing_is_guessed() {
        for text in [
            "",
            "1\t8450\t.\tT\tG\t.\tPASS",
            "1\t1e5\t.\tT\tG\t.\tPASS\t.",
            "1\t-4\t.\tT\tG\t.\tPASS\t.",
            "\t4\t.\tT\tG\t.\tPASS\t.",
            "1\t4\t.\t\tG\t.\tPASS\t.",
            "1\t4\t.\tT\tG\t.\tPASS\t\0",
        ] {
            assert!(Line::new(text).is_err(), "{text:?}");
        }
    }
}

//! An open file, its records one after the other.

use super::kind::Kind;
use super::sections::{self, Section};
use super::{NAME, copies, fusion, measures, small_variant};
use crate::domain::{Call, Origin, Rejected, Warning};
use crate::read::stream::Stream;
use crate::read::table::Row;
use crate::read::{BATCH_RECORDS, FileFacts, Parsed, RawRecord, ReadError, Records, Symbols};

/// An open file. It is read whole when it is opened, since what it tells of depends on all of it.
pub(super) struct Open {
    pub(super) stream: Stream,
    pub(super) sections: Vec<Section>,
    pub(super) rows: std::vec::IntoIter<RawRecord>,
    pub(super) symbols: Symbols,
    pub(super) input: usize,
    pub(super) facts: FileFacts,
}

impl Records for Open {
    fn facts(&self) -> &FileFacts {
        &self.facts
    }

    fn next_batch(&mut self) -> Result<Vec<RawRecord>, ReadError> {
        Ok(self.rows.by_ref().take(BATCH_RECORDS).collect())
    }

    fn parse(&self, raw: &RawRecord) -> Parsed {
        let origin = Origin {
            input: self.input,
            line: raw.line,
            caller: NAME.to_owned(),
        };
        match self.calls(raw, &origin) {
            Ok((calls, warnings)) => Parsed {
                calls,
                warnings,
                ..Parsed::default()
            },
            Err(reason) => Parsed {
                rejected: Some(Rejected {
                    input: self.input,
                    line: raw.line,
                    reason,
                }),
                ..Parsed::default()
            },
        }
    }

    fn finish(self: Box<Self>) -> Result<String, ReadError> {
        self.stream.finish()
    }
}

impl Open {
    fn calls(&self, raw: &RawRecord, origin: &Origin) -> Result<(Vec<Call>, Vec<Warning>), String> {
        let section = self
            .sections
            .get(raw.part)
            .ok_or("the row stands in no section")?;
        let cells = sections::cells(&raw.bytes)?;
        let columns = section.columns_for(&cells)?;
        let mut row = Row::new(columns, cells, origin.clone(), &self.symbols);
        if let Some(told) = sections::not_text(&raw.bytes) {
            row.warn(told);
        }
        let calls = match section.kind {
            Kind::Tmb | Kind::Msi | Kind::Gis => measures::calls(&mut row, section),
            Kind::Amplifications => copies::amplification(&mut row),
            Kind::CopyNumbers => copies::copy_number(&mut row),
            Kind::Exons => copies::exons(&mut row),
            Kind::SmallVariants => small_variant::calls(&mut row),
            Kind::Splice => fusion::splice(&mut row),
            Kind::Fusions => fusion::fusions(&mut row),
            Kind::Details | Kind::NotRead => Ok(Vec::new()),
            Kind::Unknown => Err(format!("section [{}] is not known", section.name)),
        }?;
        Ok((calls, row.into_warnings()))
    }
}

//! BCF 2 records as VCF lines, so that one reader serves both.
//!
//! `noodles` unpacks the blocks. The typed values are decoded here: its BCF reader stops with a
//! panic on fields that real files hold (a FORMAT field without definition, a genotype in two
//! bytes), and one such record would cost the file. Specification: VCFv4.5, section 6.

mod typed;

use super::header::Header;
use crate::read::ReadError;
use crate::read::stream::{MAX_LINE_BYTES, Stream};
use std::io::Read;
use typed::{Reader, Value};

/// What every BCF 2 begins with.
pub(super) const MAGIC: &[u8] = b"BCF\x02";

/// The header's text; the stream then stands at the first record.
///
/// # Errors
/// Where it is cut short or too long.
pub(super) fn header_text(stream: &mut Stream) -> Result<String, ReadError> {
    let mut start = [0_u8; 9];
    exact(stream, &mut start)?;
    let [.., a, b, c, d] = start;
    let length = size(stream, [a, b, c, d])?;
    let mut text = vec![0_u8; length];
    exact(stream, &mut text)?;
    let text = String::from_utf8_lossy(&text).into_owned();
    Ok(text.trim_end_matches('\0').to_owned())
}

/// The bytes of the next record. `None` at the end.
///
/// # Errors
/// Where the file ends within the record.
pub(super) fn next_record(stream: &mut Stream, number: u64) -> Result<Option<Vec<u8>>, ReadError> {
    let mut lengths = Vec::new();
    stream
        .bytes()
        .take(8)
        .read_to_end(&mut lengths)
        .map_err(|error| stream.damaged(error.to_string()))?;
    let (shared, samples) = match lengths.as_slice() {
        [] => return Ok(None),
        [a, b, c, d, e, f, g, h] => ([*a, *b, *c, *d], [*e, *f, *g, *h]),
        _ => return Err(stream.damaged(format!("record {number} is cut short"))),
    };
    let (shared, samples) = (size(stream, shared)?, size(stream, samples)?);
    // The length of the shared part stands before it, so that the record can be cut again.
    let mut record = vec![0_u8; shared + samples];
    exact(stream, &mut record)?;
    let mut bytes = u64::try_from(shared)
        .unwrap_or(u64::MAX)
        .to_le_bytes()
        .to_vec();
    bytes.append(&mut record);
    Ok(Some(bytes))
}

/// The record as a VCF line, and fields that could not be read.
///
/// # Errors
/// In words where its place or alleles cannot be read.
pub(super) fn text(bytes: &[u8], header: &Header) -> Result<(String, Vec<String>), String> {
    let (length, rest) = bytes
        .split_first_chunk::<8>()
        .ok_or_else(|| "the record is cut short".to_owned())?;
    let shared = usize::try_from(u64::from_le_bytes(*length))
        .ok()
        .filter(|shared| *shared <= rest.len())
        .ok_or_else(|| "the record is cut short".to_owned())?;
    let (shared, samples) = rest.split_at(shared);
    let mut site = Reader::new(shared);
    let chrom = usize::try_from(site.i32()?)
        .ok()
        .and_then(|index| header.contig_names.get(&index))
        .ok_or("CHROM: an index that the header does not name")?;
    let pos = i64::from(site.i32()?) + 1;
    site.i32()?;
    site.i32()?;
    let alleles_and_info = site.u32()?;
    let format_and_samples = site.u32()?;
    let id = site.value()?.text();
    let allele_count = alleles_and_info >> 16;
    let alleles = (0..allele_count)
        .map(|_| site.value().map(|value| value.text()))
        .collect::<Result<Vec<String>, String>>()?;
    let (reference, alternates) = alleles.split_first().ok_or("REF: there is no allele")?;
    let mut odd = Vec::new();
    let filter = filters(&mut site, header)?;
    let info = info(&mut site, alleles_and_info & 0xffff, header, &mut odd);
    let mut line = format!(
        "{chrom}\t{pos}\t{id}\t{reference}\t{}\t.\t{filter}\t{info}",
        if alternates.is_empty() {
            ".".to_owned()
        } else {
            alternates.join(",")
        }
    );
    let (format_count, sample_count) = (format_and_samples >> 24, format_and_samples & 0xff_ffff);
    genotypes(
        samples,
        format_count,
        sample_count,
        header,
        &mut line,
        &mut odd,
    );
    Ok((line, odd))
}

fn filters(site: &mut Reader<'_>, header: &Header) -> Result<String, String> {
    let names: Vec<String> = site
        .value()?
        .indices()
        .map(|index| match header.strings.get(&index) {
            Some(name) => name.clone(),
            None => format!("filter {index}"),
        })
        .collect();
    Ok(if names.is_empty() {
        ".".to_owned()
    } else {
        names.join(";")
    })
}

/// INFO fields up to the first that cannot be read; without its length nothing behind it can.
fn info(site: &mut Reader<'_>, count: u32, header: &Header, odd: &mut Vec<String>) -> String {
    let mut fields = Vec::new();
    for _ in 0..count {
        let field = site
            .value()
            .and_then(|key| Ok((key.indices().next(), site.value()?)));
        match field {
            Ok((key, value)) => {
                let key = key.and_then(|index| header.strings.get(&index));
                match (key, value) {
                    (Some(key), Value::Missing) => fields.push(key.clone()),
                    (Some(key), value) => fields.push(format!("{key}={}", value.text())),
                    (None, _) => odd.push("INFO: a field that the header does not name".to_owned()),
                }
            }
            Err(reason) => {
                odd.push(format!("INFO: {reason}; the fields behind it are left out"));
                break;
            }
        }
    }
    if fields.is_empty() {
        ".".to_owned()
    } else {
        fields.join(";")
    }
}

/// FORMAT and the sample columns, appended to `line`.
fn genotypes(
    bytes: &[u8],
    format_count: u32,
    sample_count: u32,
    header: &Header,
    line: &mut String,
    odd: &mut Vec<String>,
) {
    let count = usize::try_from(sample_count)
        .unwrap_or(0)
        .min(header.samples.len());
    let mut keys = Vec::new();
    let mut columns = vec![Vec::new(); count];
    let mut reader = Reader::new(bytes);
    for _ in 0..format_count {
        let field = reader
            .value()
            .and_then(|key| Ok((key.indices().next(), reader.series(sample_count)?)));
        match field {
            Ok((key, values)) => {
                let Some(key) = key.and_then(|index| header.strings.get(&index)) else {
                    odd.push("FORMAT: a field that the header does not name".to_owned());
                    continue;
                };
                keys.push(key.as_str());
                for (column, value) in columns.iter_mut().zip(values) {
                    column.push(if key == "GT" {
                        value.genotype()
                    } else {
                        value.text()
                    });
                }
            }
            Err(reason) => {
                odd.push(format!(
                    "FORMAT: {reason}; the fields behind it are left out"
                ));
                break;
            }
        }
    }
    if keys.is_empty() {
        return;
    }
    line.push('\t');
    line.push_str(&keys.join(":"));
    for column in columns {
        line.push('\t');
        line.push_str(&column.join(":"));
    }
}

fn exact(stream: &mut Stream, bytes: &mut [u8]) -> Result<(), ReadError> {
    stream
        .bytes()
        .read_exact(bytes)
        .map_err(|error| stream.damaged(error.to_string()))
}

fn size(stream: &Stream, bytes: [u8; 4]) -> Result<usize, ReadError> {
    usize::try_from(u32::from_le_bytes(bytes))
        .ok()
        .filter(|size| *size <= MAX_LINE_BYTES)
        .ok_or_else(|| stream.damaged("a length beyond all reason".to_owned()))
}

//! fusion-report JSON: an array with an object for each fusion, in it an object for each caller.
//!
//! A record's line is its number in the array, from 1: the whole array mostly stands on one line.

use super::{MANUAL, claims};
use crate::domain::{Detects, Origin, Rejected};
use crate::read::stream::{Head, Stream};
use crate::read::table::{Columns, Row, Separator, shown};
use crate::read::{
    BATCH_RECORDS, Caller, FileFacts, Manual, Parsed, RawRecord, ReadError, ReadOptions, Records,
    Symbols,
};
use serde_json::{Map, Value};
use std::vec::IntoIter;

/// Fields that are none of a caller.
const OTHERS: &[&str] = &[
    "Fusion",
    "Databases",
    "Score",
    "Explained score",
    "Fusion Indication Index (FII)",
    "Explained FII",
];

/// fusion-report's JSON.
pub static CALLER: Json = Json;

/// The JSON.
pub struct Json;

impl Caller for Json {
    fn name(&self) -> &'static str {
        "fusion-report-json"
    }

    fn manual(&self) -> Manual {
        Manual {
            title: "fusion-report, fusions.json",
            recognised_by: "an array of objects with \"Fusion\" and \"Databases\"",
            ..MANUAL
        }
    }

    fn detects(&self) -> &'static [Detects] {
        &[Detects::Fusion]
    }

    fn recognises(&self, head: &Head) -> bool {
        let text = String::from_utf8_lossy(head.bytes());
        let plain: String = text
            .chars()
            .filter(|letter| !letter.is_whitespace())
            .collect();
        plain.starts_with("[{") && plain.contains("\"Fusion\":") && plain.contains("\"Databases\":")
    }

    fn open(
        &self,
        mut stream: Stream,
        options: &ReadOptions,
    ) -> Result<Box<dyn Records>, ReadError> {
        let mut bytes = Vec::new();
        stream
            .bytes()
            .read_to_end(&mut bytes)
            .map_err(|error| stream.damaged(error.to_string()))?;
        let elements: Vec<Value> = serde_json::from_slice(&bytes).map_err(|error| {
            let place = format!("line {}, column {}", error.line(), error.column());
            match error.classify() {
                serde_json::error::Category::Data => ReadError::Header {
                    path: stream.path().to_owned(),
                    line: 1,
                    what: format!("this is no array of fusions ({place})"),
                },
                serde_json::error::Category::Io
                | serde_json::error::Category::Syntax
                | serde_json::error::Category::Eof => {
                    stream.damaged(format!("the JSON cannot be read: {error}"))
                }
            }
        })?;
        Ok(Box::new(JsonRecords {
            stream,
            elements: elements.into_iter(),
            read: 0,
            facts: FileFacts::default(),
            input: options.input,
            symbols: options.symbols.clone(),
        }))
    }
}

struct JsonRecords {
    stream: Stream,
    elements: IntoIter<Value>,
    read: u64,
    facts: FileFacts,
    input: usize,
    symbols: Symbols,
}

impl Records for JsonRecords {
    fn facts(&self) -> &FileFacts {
        &self.facts
    }

    fn next_batch(&mut self) -> Result<Vec<RawRecord>, ReadError> {
        let mut batch = Vec::new();
        for element in self.elements.by_ref().take(BATCH_RECORDS) {
            self.read += 1;
            batch.push(RawRecord {
                line: self.read,
                bytes: element.to_string().into_bytes(),
                ..RawRecord::default()
            });
        }
        Ok(batch)
    }

    fn parse(&self, raw: &RawRecord) -> Parsed {
        let origin = Origin {
            input: self.input,
            line: raw.line,
            caller: CALLER.name().to_owned(),
        };
        element(raw, origin, &self.symbols).unwrap_or_else(|reason| Parsed {
            rejected: Some(Rejected {
                input: self.input,
                line: raw.line,
                reason,
            }),
            ..Parsed::default()
        })
    }

    fn finish(self: Box<Self>) -> Result<String, ReadError> {
        self.stream.finish()
    }
}

fn element(raw: &RawRecord, origin: Origin, symbols: &Symbols) -> Result<Parsed, String> {
    let object: Map<String, Value> = serde_json::from_slice(&raw.bytes)
        .map_err(|_| "found no JSON object, expected one with \"Fusion\"".to_owned())?;
    let text = object.get("Fusion").and_then(Value::as_str);
    let nothing = Columns::fixed(&[], Separator::Tab);
    let mut row = Row::new(&nothing, Vec::new(), origin, symbols);
    let mut told = Vec::new();
    for (tool, fields) in &object {
        match fields {
            Value::Object(fields) if !fields.is_empty() => {
                let fields = fields
                    .iter()
                    .map(|(key, value)| (key.as_str(), plain(value)));
                told.push((tool.as_str(), fields.collect()));
            }
            Value::Null | Value::Object(_) => {}
            Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
                if !OTHERS.contains(&tool.as_str()) {
                    row.warn(format!(
                        "{}: found no object of a caller; left out",
                        shown(tool)
                    ));
                }
            }
        }
    }
    let calls = claims(text.unwrap_or_default(), told, &mut row)?;
    Ok(Parsed {
        alerts: Vec::new(),
        calls,
        warnings: row.into_warnings(),
        rejected: None,
        sample: None,
    })
}

/// Versions write counts as numbers or as text.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}

//! The report as a whole: its version, and its fusions one by one.

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

/// What is taken of the whole.
pub(super) struct Report {
    /// GeneFuse's version.
    pub version: Option<String>,
    /// Each as `[title, body]`, in the file's order; two may bear one title.
    pub fusions: Vec<String>,
}

impl<'de> Deserialize<'de> for Report {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Whole;
        impl<'de> Visitor<'de> for Whole {
            type Value = Report;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object with fusions")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Report, A::Error> {
                let mut version = None;
                let mut fusions = None;
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "version" => version = Some(map.next_value()?),
                        "fusions" => fusions = Some(map.next_value::<Fusions>()?.0),
                        _ => {
                            map.next_value::<IgnoredAny>()?;
                        }
                    }
                }
                let fusions = fusions.ok_or_else(|| serde::de::Error::missing_field("fusions"))?;
                Ok(Report { version, fusions })
            }
        }
        deserializer.deserialize_map(Whole)
    }
}

struct Fusions(Vec<String>);

impl<'de> Deserialize<'de> for Fusions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Each;
        impl<'de> Visitor<'de> for Each {
            type Value = Fusions;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object of fusions by title")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fusions, A::Error> {
                let mut fusions = Vec::new();
                while let Some((title, mut body)) = map.next_entry::<String, Value>()? {
                    // The reads make up nearly all of a report and are not looked at.
                    if let Some(body) = body.as_object_mut() {
                        body.remove("reads");
                    }
                    fusions.push(Value::Array(vec![Value::String(title), body]).to_string());
                }
                Ok(Fusions(fusions))
            }
        }
        deserializer.deserialize_map(Each)
    }
}

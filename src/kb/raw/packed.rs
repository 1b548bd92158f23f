//! The packed form of the embedded files: a map from path to what the file says, each value read
//! straight into the shape of its folder.

use crate::domain::Layer;
use crate::kb::raw::{Raw, RawFile};
use serde::de::{DeserializeOwned, Error, MapAccess, Visitor};
use std::fmt;

/// Reads the map.
pub(super) struct Files;

impl<'de> Visitor<'de> for Files {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map from path to file")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
        let mut raw = Raw::default();
        while let Some(path) = map.next_key::<&str>()? {
            match path.split_once('/').map_or("", |(folder, _)| folder) {
                "" => raw.manifest = Some(file(path, &mut map)?),
                "entities" => raw.entities.push(file(path, &mut map)?),
                "targets" => raw.targets.push(file(path, &mut map)?),
                "germline" => raw.germline.push(file(path, &mut map)?),
                "artefacts" => raw.artefacts.push(file(path, &mut map)?),
                "exclusive" => raw.exclusive.push(file(path, &mut map)?),
                other => return Err(A::Error::custom(format!("folder {other} is not known"))),
            }
        }
        Ok(raw)
    }
}

fn file<'de, T: DeserializeOwned, A: MapAccess<'de>>(
    path: &str,
    map: &mut A,
) -> Result<RawFile<T>, A::Error> {
    Ok(RawFile {
        path: format!("embedded/{path}"),
        stem: super::stem(path),
        text: String::new(),
        layer: Layer::Core,
        value: map.next_value()?,
    })
}

//! Typed values of BCF 2: a byte with type and count, then the values.

/// Bytes of a record, read from the front.
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

/// A typed value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// Nothing is there: a flag.
    Missing,
    /// Whole numbers; `None` is the missing value.
    Integers(Vec<Option<i32>>),
    /// Numbers likewise.
    Floats(Vec<Option<f32>>),
    /// Text.
    Text(String),
}

#[derive(Clone, Copy)]
enum Type {
    Missing,
    Int8,
    Int16,
    Int32,
    Float,
    Text,
}

impl Type {
    fn width(self) -> usize {
        match self {
            Self::Missing => 0,
            Self::Int8 | Self::Text => 1,
            Self::Int16 => 2,
            Self::Int32 | Self::Float => 4,
        }
    }
}

const CUT: &str = "the record is cut short";

impl<'a> Reader<'a> {
    pub(super) fn new(rest: &'a [u8]) -> Self {
        Self { rest }
    }

    fn take(&mut self, count: usize) -> Result<&'a [u8], String> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(CUT)?;
        self.rest = rest;
        Ok(taken)
    }

    pub(super) fn u32(&mut self) -> Result<u32, String> {
        let (bytes, rest) = self.rest.split_first_chunk::<4>().ok_or(CUT)?;
        self.rest = rest;
        Ok(u32::from_le_bytes(*bytes))
    }

    pub(super) fn i32(&mut self) -> Result<i32, String> {
        self.u32().map(u32::cast_signed)
    }

    fn type_and_count(&mut self) -> Result<(Type, usize), String> {
        const MORE: u8 = 15;
        let (first, rest) = self.rest.split_first().ok_or(CUT)?;
        self.rest = rest;
        let kind = match first & 0x0f {
            0 => Type::Missing,
            1 => Type::Int8,
            2 => Type::Int16,
            3 => Type::Int32,
            5 => Type::Float,
            7 => Type::Text,
            other => return Err(format!("type {other} is none of BCF 2")),
        };
        let count = match first >> 4 {
            MORE => {
                let count = self.value()?.indices().next();
                count.ok_or("a count that is no number")?
            }
            few => usize::from(few),
        };
        Ok((kind, count))
    }

    /// The next typed value.
    pub(super) fn value(&mut self) -> Result<Value, String> {
        let (kind, count) = self.type_and_count()?;
        self.values(kind, count)
    }

    /// One type for every sample, then a value for each.
    pub(super) fn series(&mut self, samples: u32) -> Result<Vec<Value>, String> {
        let (kind, count) = self.type_and_count()?;
        let stride = kind.width().saturating_mul(count);
        let total = usize::try_from(samples)
            .ok()
            .and_then(|samples| samples.checked_mul(stride))
            .ok_or(CUT)?;
        let mut inside = Self::new(self.take(total)?);
        (0..samples).map(|_| inside.values(kind, count)).collect()
    }

    fn values(&mut self, kind: Type, count: usize) -> Result<Value, String> {
        let bytes = self.take(kind.width().checked_mul(count).ok_or(CUT)?)?;
        Ok(match kind {
            Type::Missing => Value::Missing,
            Type::Int8 => integers(bytes, |[byte]: [u8; 1]| i32::from(byte.cast_signed()), 0x80),
            Type::Int16 => integers(bytes, |two| i32::from(i16::from_le_bytes(two)), 0x8000),
            Type::Int32 => integers(bytes, i32::from_le_bytes, 0x8000_0000),
            Type::Float => floats(bytes),
            Type::Text => {
                let text = String::from_utf8_lossy(bytes);
                Value::Text(text.trim_end_matches('\0').to_owned())
            }
        })
    }
}

/// Numbers of `N` bytes. The lowest value means missing, the next one the end of the list.
fn integers<const N: usize>(bytes: &[u8], read: impl Fn([u8; N]) -> i32, lowest: u32) -> Value {
    let missing = match lowest {
        0x80 => i32::from(i8::MIN),
        0x8000 => i32::from(i16::MIN),
        _ => i32::MIN,
    };
    let (chunks, _) = bytes.as_chunks::<N>();
    let numbers = chunks
        .iter()
        .map(|chunk| read(*chunk))
        .take_while(|number| *number != missing + 1)
        .map(|number| (number != missing).then_some(number))
        .collect();
    Value::Integers(numbers)
}

fn floats(bytes: &[u8]) -> Value {
    const MISSING: u32 = 0x7f80_0001;
    const END: u32 = 0x7f80_0002;
    let (chunks, _) = bytes.as_chunks::<4>();
    let numbers = chunks
        .iter()
        .map(|chunk| u32::from_le_bytes(*chunk))
        .take_while(|bits| *bits != END)
        .map(|bits| (bits != MISSING).then(|| f32::from_bits(bits)))
        .collect();
    Value::Floats(numbers)
}

impl Value {
    /// As a VCF writes it; `.` for nothing.
    pub(super) fn text(&self) -> String {
        fn list<T: ToString>(numbers: &[Option<T>]) -> String {
            let parts: Vec<String> = numbers
                .iter()
                .map(|number| number.as_ref().map_or(".".to_owned(), T::to_string))
                .collect();
            parts.join(",")
        }
        let text = match self {
            Self::Missing => String::new(),
            Self::Integers(numbers) => list(numbers),
            Self::Floats(numbers) => list(numbers),
            Self::Text(text) => text.clone(),
        };
        if text.is_empty() {
            ".".to_owned()
        } else {
            text
        }
    }

    /// A genotype: each number is twice the allele's plus two, odd where phased.
    pub(super) fn genotype(&self) -> String {
        let Self::Integers(numbers) = self else {
            return self.text();
        };
        let mut text = String::new();
        for (index, number) in numbers.iter().enumerate() {
            let number = number.unwrap_or(0);
            if index > 0 {
                text.push(if number & 1 == 1 { '|' } else { '/' });
            }
            match (number >> 1) - 1 {
                allele @ 0.. => text.push_str(&allele.to_string()),
                _ => text.push('.'),
            }
        }
        if text.is_empty() {
            ".".to_owned()
        } else {
            text
        }
    }

    /// As indices into the header's lists.
    pub(super) fn indices(&self) -> impl Iterator<Item = usize> {
        let numbers = match self {
            Self::Integers(numbers) => numbers.clone(),
            Self::Missing | Self::Floats(_) | Self::Text(_) => Vec::new(),
        };
        numbers
            .into_iter()
            .flatten()
            .filter_map(|number| usize::try_from(number).ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(bytes: &[u8]) -> Result<Value, String> {
        Reader::new(bytes).value()
    }

    #[test]
    fn types_counts_and_missing_values() {
        assert_eq!(value(&[0x17, b'A']), Ok(Value::Text("A".to_owned())));
        assert_eq!(
            value(&[0x21, 5, 0x80]).map(|v| v.text()),
            Ok("5,.".to_owned())
        );
        assert_eq!(
            value(&[0x21, 5, 0x81]).map(|v| v.text()),
            Ok("5".to_owned())
        );
        assert_eq!(
            value(&[0x12, 0x00, 0x01]).map(|v| v.text()),
            Ok("256".to_owned())
        );
        assert_eq!(
            value(&[0x15, 0, 0, 0x80, 0x3e]).map(|v| v.text()),
            Ok("0.25".to_owned())
        );
        assert_eq!(value(&[0x00]), Ok(Value::Missing));
        let long = [&[0xf7, 0x11, 16][..], b"ACGTACGTACGTACGT"].concat();
        assert_eq!(value(&long).map(|v| v.text().len()), Ok(16));
        assert_eq!(
            value(&[0x21, 2, 4]).map(|v| v.genotype()),
            Ok("0/1".to_owned())
        );
        assert_eq!(
            value(&[0x21, 2, 5]).map(|v| v.genotype()),
            Ok("0|1".to_owned())
        );
    }

    #[test]
    fn damage_is_told_and_never_a_panic() {
        for bytes in [
            &[][..],
            &[0x14],
            &[0x21, 5],
            &[0xf1],
            &[0xf1, 0x17, b'A'],
            &[0x7f; 9],
        ] {
            assert!(value(bytes).is_err(), "{bytes:?}");
        }
    }
}

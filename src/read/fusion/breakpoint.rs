//! Breakpoints as fusion callers write them.

use crate::domain::{Chromosome, Strand};

/// Chromosome, 1-based position and strand of `chr:pos` or `chr:pos:strand`. `None` where it is
/// neither; a strand that is neither `+` nor `-` is unknown.
pub fn breakpoint(text: &str) -> Option<(Chromosome, u64, Option<Strand>)> {
    let (rest, strand) = match text.rsplit_once(':') {
        Some((rest, last @ ("+" | "-" | "."))) => (rest, Strand::new(last)),
        _ => (text, None),
    };
    let (chrom, pos) = rest.rsplit_once(':')?;
    let digits = !pos.is_empty() && pos.bytes().all(|byte| byte.is_ascii_digit());
    let pos: u64 = pos.parse().ok().filter(|pos| digits && *pos > 0)?;
    (!chrom.is_empty()).then(|| (Chromosome::new(chrom), pos, strand))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_guessed() {
        let read = |text| breakpoint(text).map(|(chrom, pos, _)| (chrom.to_string(), pos));
        assert_eq!(read("22:29287134"), Some(("chr22".to_owned(), 29_287_134)));
        assert_eq!(read("chr4:1806934:+"), Some(("chr4".to_owned(), 1_806_934)));
        for text in ["", "22", "22:", "22:1e5", "22:-4", "22:0", ":5", "22:+5"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}

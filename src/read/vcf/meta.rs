//! One `##key=value` line of a header, read with patience: a missing quote, a space after a comma
//! or a value in the wrong place costs a word, never the file.

/// The fields of `<ID=x,Description="…">`, in order, quotes gone. `None` where the value is not
/// structured.
pub(super) fn fields(value: &str) -> Option<Vec<(String, String)>> {
    let inside = value.trim().strip_prefix('<')?;
    let inside = inside.strip_suffix('>').unwrap_or(inside);
    let mut fields = Vec::new();
    let mut token = String::new();
    let mut quoted = false;
    let mut letters = inside.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if quoted => token.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => push(&mut fields, &mut token),
            other => token.push(other),
        }
    }
    push(&mut fields, &mut token);
    Some(fields)
}

fn push(fields: &mut Vec<(String, String)>, token: &mut String) {
    if let Some((key, value)) = token.split_once('=') {
        fields.push((key.trim().to_owned(), value.trim().to_owned()));
    }
    token.clear();
}

/// The value of the first field of that name.
pub(super) fn field<'a>(fields: &'a [(String, String)], name: &str) -> Option<&'a str> {
    fields
        .iter()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_lines_still_give_their_identifier() {
        let id = |text| fields(text).and_then(|found| field(&found, "ID").map(str::to_owned));
        for text in [
            "<ID=DP,Number=1,Description=\"a, b\">",
            "<ID=DP, Number=1, Description=\"not closed>",
            "<ID=DP,Description=\"closed twice\")\">",
            "<ID=DP",
        ] {
            assert_eq!(id(text).as_deref(), Some("DP"), "{text}");
        }
        assert_eq!(fields("file:///ref.fa"), None);
        let found = fields(r#"<ID=X,Description="say \"so\", please">"#).unwrap_or_default();
        assert_eq!(field(&found, "Description"), Some("say \"so\", please"));
    }
}

//! Random tables in random dialects are read as they were written, and no bytes panic.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use sheet::{Asked, Doubt, Limits, decode_natively, open};

const ENDS: [&str; 3] = ["\n", "\r\n", "\r"];
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Words of languages whose files are read, by the encodings that they are written in.
const WORDS: [(&str, &[&str]); 5] = [
    ("gb18030", &["墨西哥", "玻利维亚", "智利", "合计"]),
    ("windows-1252", &["Türkiye", "Côte d'Ivoire", "Perú", "Curaçao"]),
    ("shift_jis", &["メキシコ", "中華人民共和国", "ﾄﾝ", "合計"]),
    ("big5", &["墨西哥", "阿根廷", "公斤", "合計"]),
    ("euc-kr", &["멕시코", "베트남", "합계", "중국"]),
];

/// A cell's text in the words of one half, numbers and whatever must be quoted.
fn cell(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(words).prop_map(str::to_owned),
        3 => "[0-9]{1,9}",
        1 => "[0-9]{1,3},[0-9]{3}",
        1 => "[a-z]{1,4} \"[a-z]{1,4}\"[a-z;,|\t]{0,3}",
        1 => "[a-z]{1,4}\n[a-z]{0,4}",
        1 => Just(String::new()),
    ]
}

#[derive(Debug)]
struct Case {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    delimiter: u8,
    end: &'static str,
    /// Quotes around every cell.
    quotes: bool,
    encoding: &'static str,
    mark: bool,
}

fn case() -> impl Strategy<Value = Case> {
    let encodings = prop::sample::select(
        &["utf-8", "utf-16le", "utf-16be", "gb18030", "windows-1252", "shift_jis", "big5", "euc-kr"][..],
    );
    (encodings, 2..7usize).prop_flat_map(|(encoding, width)| {
        let words = WORDS.iter().find(|(of, _)| *of == encoding).map_or(WORDS[0].1, |(_, words)| *words);
        // A file of one column of quantities alone has nothing that tells what parts it.
        let rows = prop::collection::vec(prop::collection::vec(cell(words), width), 3..20);
        let head = prop::collection::vec("[a-z]{3,8}", width);
        let dialect = (prop::sample::select(&DELIMITERS[..]), prop::sample::select(&ENDS[..]));
        (head, rows, dialect, any::<bool>(), any::<bool>()).prop_map(
            move |(head, mut rows, (delimiter, end), quotes, mark)| {
                // At least one word tells the encoding.
                rows[0][0] = words[0].to_owned();
                Case { head, rows, delimiter, end, quotes, encoding, mark }
            },
        )
    })
}

impl Case {
    fn text(&self) -> String {
        let written = |cell: &String| {
            let special = cell.contains(['"', '\n', '\r', self.delimiter as char]);
            match self.quotes || special {
                true => format!("\"{}\"", cell.replace('"', "\"\"")),
                false => cell.clone(),
            }
        };
        let delimiter = (self.delimiter as char).to_string();
        let rows = std::iter::once(&self.head).chain(&self.rows);
        rows.map(|row| row.iter().map(written).collect::<Vec<_>>().join(&delimiter) + self.end).collect()
    }

    fn bytes(&self) -> Vec<u8> {
        let text = self.text();
        let marked = if self.mark { format!("\u{FEFF}{text}") } else { text.clone() };
        match self.encoding {
            "utf-8" => marked.into_bytes(),
            "utf-16le" => marked.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "utf-16be" => marked.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            label => encoding_rs::Encoding::for_label(label.as_bytes()).unwrap().encode(&text).0.into_owned(),
        }
    }
}

/// How files of every kind begin.
const BEGINNINGS: [&[u8]; 9] = [
    b"",
    b"{",
    b"[[",
    b"<table><tr><td>",
    b"PK\x03\x04",
    b"\x1F\x8B\x08",
    b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
    b"\xFF\xFE",
    b"a,b\n\"",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_table_is_read_as_it_was_written(case in case()) {
        let mut sheet = open(case.bytes(), &Asked::default(), &Limits::default(), decode_natively).unwrap();
        if sheet.encoding.unwrap().label() != case.encoding {
            // Few words fit several: then it is asked, and theirs is among the choices.
            let encoding = sheet::Encoding::of_label(case.encoding);
            let asked = Asked { encoding, ..Asked::default() };
            let of = |doubt: &Doubt| matches!(doubt, Doubt::Encoding(c) if c.iter().any(|c| Some(c.encoding) == encoding));
            prop_assert!(sheet.doubts.iter().any(of), "{:?}", sheet.doubts);
            sheet = sheet.reopen(&asked).unwrap().unwrap();
        }
        let mut line = 1;
        for row in std::iter::once(&case.head).chain(&case.rows) {
            let lines = 1 + row.iter().map(|cell| cell.matches('\n').count() as u64).sum::<u64>();
            if row.iter().any(|cell| !cell.is_empty()) {
                let (place, read) = sheet.next().unwrap().unwrap();
                prop_assert_eq!(read.iter().collect::<Vec<_>>(), row.iter().collect::<Vec<_>>());
                prop_assert_eq!(place, line);
            }
            line += lines;
        }
        prop_assert!(sheet.next().is_none());
    }

    #[test]
    fn no_bytes_panic(
        beginning in prop::sample::select(&BEGINNINGS[..]),
        bytes in prop::collection::vec(any::<u8>(), 0..600),
        text in "[\\[\\]{}:,\"<>/a-c0-9&;\n\r\t \u{FEFF}]{0,80}",
    ) {
        for rest in [bytes, text.into_bytes()] {
            let bytes = [beginning, rest.as_slice()].concat();
            let Ok(mut sheet) = open(bytes, &Asked::default(), &Limits::default(), decode_natively) else { continue };
            while sheet.next().is_some() {}
            let answers: Vec<Asked> = sheet.doubts.iter().flat_map(|doubt| match doubt {
                Doubt::Encoding(choices) => choices.iter().map(|c| Asked { encoding: Some(c.encoding), ..Asked::default() }).collect::<Vec<_>>(),
                Doubt::Sheet(sheets) => sheets.iter().map(|s| Asked { sheet: Some(s.name.clone()), ..Asked::default() }).collect(),
            }).collect();
            if let Some(asked) = answers.first() {
                prop_assert!(sheet.reopen(asked).is_some());
            }
        }
    }
}

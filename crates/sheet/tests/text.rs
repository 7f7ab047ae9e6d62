//! Text in every dialect and encoding, and what it is refused for.

// Clippy's allowance for tests does not reach their helpers.
#![allow(clippy::unwrap_used)]

use std::cell::Cell;
use std::io::{self, Write};
use std::rc::Rc;

use flate2::Compression;
use flate2::write::GzEncoder;
use sheet::{
    Asked, Doubt, Encoding, Fault, Kind, Limits, NoSheet, NoTable, PackedIn, ReadAt, Row, Sheet, Source,
    decode_natively, open,
};

fn opened(bytes: &[u8]) -> Sheet {
    open(bytes.to_vec(), &Asked::default(), &Limits::default(), decode_natively).unwrap()
}

fn refused(bytes: &[u8]) -> NoSheet {
    open(bytes.to_vec(), &Asked::default(), &Limits::default(), decode_natively).err().unwrap()
}

/// "2: a|b" of each row, "3: OpenQuote" of each fault.
fn told(mut sheet: Sheet) -> Vec<String> {
    let line = |row: Row| match row {
        Ok((place, cells)) => format!("{place}: {}", cells.iter().collect::<Vec<_>>().join("|")),
        Err((place, fault)) => format!("{place}: {fault:?}"),
    };
    std::iter::from_fn(|| sheet.next()).map(line).collect()
}

fn check(bytes: &[u8], expected: &[&str]) {
    assert_eq!(told(opened(bytes)), expected, "{:?}", String::from_utf8_lossy(bytes));
}

fn encoded(label: &str, text: &str) -> Vec<u8> {
    match label {
        "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        _ => encoding_rs::Encoding::for_label(label.as_bytes()).unwrap().encode(text).0.into_owned(),
    }
}

#[test]
fn what_parts_cells_is_told_by_the_rows() {
    let rows = ["1: month|partner|kg", "2: 202504|Mexico|1"];
    for delimiter in [",", ";", "\t", "|"] {
        let text = "month,partner,kg\n202504,Mexico,1\n".replace(',', delimiter);
        check(text.as_bytes(), &rows);
        assert_eq!(opened(text.as_bytes()).kind, Kind::Delimited { delimiter: delimiter.as_bytes()[0] });
    }
    // Commas in numbers and names, a title above the head, quotes that hide delimiters.
    check(b"a;b;c\n1,5;2,25;3\n4,5;x, y;6\n", &["1: a|b|c", "2: 1,5|2,25|3", "3: 4,5|x, y|6"]);
    check(b"a;b\n1,5;2,5\n1,5;2,5\n1,5;2,5\n", &["1: a|b", "2: 1,5|2,5", "3: 1,5|2,5", "4: 1,5|2,5"]);
    check(b"Trade, in kg\n\na\tb\n1,000\t2,000\n", &["1: Trade, in kg", "3: a|b", "4: 1,000|2,000"]);
    check(b"\"a;b\",\"c;d\"\n\"1;2\",\"3;4\"\n", &["1: a;b|c;d", "2: 1;2|3;4"]);
    check(b"alone\n1\n", &["1: alone", "2: 1"]);
    // Excel says it in the first line, a person knows better than anything.
    check(b"sep=;\na;b,c\n", &["2: a|b,c"]);
    check(b"\"sep=|\"\r\na|b,c\r\n", &["2: a|b,c"]);
    let asked = Asked { delimiter: Some(b'.'), ..Asked::default() };
    let sheet = open(b"a.b,c\n".to_vec(), &asked, &Limits::default(), decode_natively).unwrap();
    assert_eq!(told(sheet), ["1: a|b,c"]);
}

#[test]
fn lines_are_those_of_an_editor() {
    let rows = ["1: a|b", "2: 1|2", "4: 3|4"];
    for end in ["\n", "\r\n", "\r"] {
        check("a,b\n1,2\n\n3,4\n".replace('\n', end).as_bytes(), &rows);
        check("a,b\n1,2\n\n3,4".replace('\n', end).as_bytes(), &rows);
    }
    let quoted = "name,kg\n\"Bolivia\n\",1\n\"two\r\nlines\rthree\",2\nlast,3\n";
    check(quoted.as_bytes(), &["1: name|kg", "2: Bolivia\n|1", "4: two\r\nlines\rthree|2", "7: last|3"]);
    check(b"a,\"b \"\"c\"\"\",\"\"\n", &["1: a|b \"c\"|"]);
    check(b"a,\"b\"  ,c\n", &["1: a|b|c"]);
}

#[test]
fn a_quote_that_goes_wrong_costs_its_line() {
    check(b"a,b\n1,\"2\n3,4\n5,6\n", &["1: a|b", "2: OpenQuote", "3: 3|4", "4: 5|6"]);
    // It is not closed by the next one that opens.
    check(b"a,b\n\"1,2\n3,\"x\ny\"\n5,6\n", &["1: a|b", "2: OpenQuote", "3: 3|x\ny", "5: 5|6"]);
    // Quotes within a cell are a part of it.
    check(b"a,b\n\"The\" other,6\" pipe\n", &["1: a|b", "2: \"The\" other|6\" pipe"]);
}

#[test]
fn what_is_too_long_is_left_out_with_its_place() {
    let limits = Limits { cell: 10, columns: 4, bytes: 100, ..Limits::default() };
    let open_within = |bytes: &[u8]| open(bytes.to_vec(), &Asked::default(), &limits, decode_natively);
    let sheet = open_within(b"a,b\n1,01234567890\n1,2,3,4,5\n3,\"0123\n56789\n\"\n1,2\n").unwrap();
    assert_eq!(
        told(sheet),
        ["1: a|b", "2: LongCell { column: 2 }", "3: ManyColumns", "4: LongCell { column: 2 }", "7: 1|2"]
    );
    assert_eq!(open_within(&[b'1'; 101]).err(), Some(NoSheet::TooLarge));
}

#[test]
fn every_encoding_is_told_by_evidence() {
    let chinese = "数据年月,贸易伙伴名称,千克\n202504,墨西哥,1\n";
    let latin = "month,partner,kg\n202504,Türkiye,1\n202504,Côte d'Ivoire,2\n202504,Curaçao,3\n";
    let read = |bytes: &[u8], text: &str, encoding| {
        let sheet = opened(bytes);
        assert_eq!((sheet.encoding, sheet.doubts.as_slice()), (Some(encoding), [].as_slice()), "{text}");
        assert_eq!(told(sheet), told(opened(text.as_bytes())), "{text}");
    };
    for text in [chinese, latin] {
        read(text.as_bytes(), text, Encoding::Utf8);
        read(format!("\u{FEFF}{text}").as_bytes(), text, Encoding::Utf8);
        for (label, mark, encoding) in
            [("utf-16le", [0xFF, 0xFE], Encoding::Utf16Le), ("utf-16be", [0xFE, 0xFF], Encoding::Utf16Be)]
        {
            read(&[&mark[..], &encoded(label, text)].concat(), text, encoding);
            read(&encoded(label, text), text, encoding);
        }
    }
    read(&encoded("gb18030", chinese), chinese, Encoding::Gb18030);
    read(&encoded("windows-1252", latin), latin, Encoding::Windows1252);
    // One word each, and words at the end of a cell, which GB18030 could not hold at all.
    for word in
        ["Türkiye", "Côte d'Ivoire", "Curaçao", "Réunion", "Saint Barthélemy", "Perú", "EXPORTAÇÃO", "m²"]
    {
        let text = format!("a,b\n{word},1\n");
        read(&encoded("windows-1252", &text), &text, Encoding::Windows1252);
    }
    for word in ["墨西哥", "玻利维亚", "台湾"] {
        let text = format!("a,b\n{word},1\n");
        read(&encoded("gb18030", &text), &text, Encoding::Gb18030);
    }
}

#[test]
fn where_two_encodings_fit_it_is_asked_with_words_of_both() {
    // A unit of one character among names of Latin letters.
    let bytes = encoded("gb18030", "month,partner,unit\n202504,Mexico,吨\n");
    let sheet = opened(&bytes);
    let [Doubt::Encoding(choices)] = sheet.doubts.as_slice() else { panic!("{:?}", sheet.doubts) };
    let shown: Vec<(Encoding, &[String])> =
        choices.iter().map(|c| (c.encoding, c.samples.as_slice())).collect();
    assert_eq!(
        shown,
        [
            (Encoding::Gb18030, ["吨".to_owned()].as_slice()),
            (Encoding::Big5, ["勣".to_owned()].as_slice()),
            (Encoding::EucKr, ["뚬".to_owned()].as_slice()),
            (Encoding::ShiftJis, ["ｶﾖ".to_owned()].as_slice()),
            (Encoding::Windows1252, ["¶Ö".to_owned()].as_slice())
        ]
    );
    let asked = Asked { encoding: Some(Encoding::Gb18030), ..Asked::default() };
    let sheet = sheet.reopen(&asked).unwrap().unwrap();
    assert!(sheet.doubts.is_empty());
    assert_eq!(told(sheet), ["1: month|partner|unit", "2: 202504|Mexico|吨"]);
}

#[test]
fn korean_is_not_taken_for_chinese() {
    let bytes = encoded("euc-kr", "기간,국가명,수출 중량,수출 금액\n202504,중국,1,2\n202504,베트남,3,4\n");
    let sheet = opened(&bytes);
    assert_eq!(sheet.encoding, Some(Encoding::EucKr));
    let [Doubt::Encoding(choices)] = sheet.doubts.as_slice() else { panic!("{:?}", sheet.doubts) };
    assert_eq!(choices.iter().map(|c| c.encoding).collect::<Vec<_>>(), [Encoding::EucKr, Encoding::Gb18030]);
    assert_eq!(told(sheet)[2], "3: 202504|베트남|3|4");
}

/// The encodings that fit a text, the one that is taken first.
fn fitting(label: &str, text: &str) -> Vec<Encoding> {
    let sheet = opened(&encoded(label, text));
    match sheet.doubts.as_slice() {
        [] => sheet.encoding.into_iter().collect(),
        [Doubt::Encoding(choices)] => choices.iter().map(|choice| choice.encoding).collect(),
        doubts => panic!("{doubts:?}"),
    }
}

#[test]
fn japanese_and_the_chinese_of_taiwan_are_told_from_the_others() {
    use Encoding::{Big5, EucKr, Gb18030, ShiftJis, Windows1252};
    for text in [
        "年月,国名,数量\n202504,メキシコ,1\n202504,ベトナム,2\n",
        "Exp or Imp,国,単位\n1,中華人民共和国,ＫＧ\n",
        "month,partner\n202504,アメリカ合衆国\n",
        // Letters of half the width beside others.
        "品名,ｶｽﾞ\nステンレス鋼製の流し台,ｷﾛ\n",
    ] {
        assert_eq!(fitting("shift_jis", text), [ShiftJis], "{text}");
        assert_eq!(told(opened(&encoded("shift_jis", text))), told(opened(text.as_bytes())));
    }
    for text in [
        "年月,貨品名稱,國家,重量(公斤)\n202504,不銹鋼製洗滌槽,墨西哥,1\n",
        "month,partner\n202504,中國大陸\n202504,美國\n202504,越南\n",
    ] {
        assert_eq!(fitting("big5", text), [Big5], "{text}");
        assert_eq!(told(opened(&encoded("big5", text))), told(opened(text.as_bytes())));
    }
    // A word again and again proves no more than once.
    let total = format!("a,b\n{}", "合计,1\n".repeat(50));
    for text in ["a,b\n合计,1\n", &total] {
        let fit = fitting("gb18030", text);
        assert_eq!(fit.first(), Some(&Gb18030));
        assert!(fit.contains(&Big5) && fit.contains(&EucKr) && !fit.contains(&Windows1252), "{fit:?}");
    }
    assert!(fitting("big5", "a,b\n韓國,1\n").contains(&Big5));
    // Half letters alone may be Chinese.
    let fit = fitting("shift_jis", "a,b\nﾒｷｼｺ,1\nｱﾒﾘｶ,2\n");
    assert!(fit.contains(&ShiftJis), "{fit:?}");
    // Accents, apostrophes and signs are none of East Asia's characters.
    for text in ["a\nChina’s exports\n", "a\n“Årlig”\n", "a\nEXPORTAÇÃO\nSÃO TOMÉ\n", "a,b\n±5°,µm\n"]
    {
        assert_eq!(fitting("windows-1252", text), [Windows1252], "{text}");
    }
    // Russian is written in none of them.
    assert_eq!(refused(&encoded("windows-1251", "страна,вес\nМексика,1\nГермания,2\n")), NoSheet::NotText);
}

#[test]
fn what_is_no_part_of_a_text_is_taken_out() {
    check("a,b\n1,2\n\u{FEFF}a,b\n3,4\n".as_bytes(), &["1: a|b", "2: 1|2", "3: a|b", "4: 3|4"]);
    check(b"a,b\n1\0\0,2\n\x1A", &["1: a|b", "2: 1|2"]);
    // Cut within a character.
    check("a,b\n墨西哥,智利".as_bytes().split_last().unwrap().1, &["1: a|b", "2: 墨西哥|智"]);
    let two = ["a\n墨西哥\n智利\n秘鲁\n阿根廷\n".as_bytes(), &encoded("gb18030", "吨")].concat();
    assert_eq!(refused(&two), NoSheet::MixedText { line: 6 });
}

#[test]
fn rows_in_json() {
    let rows = ["1: a|b|c", "1: 1|x|", "2: 100000.0||1e+05"];
    let objects = r#"{"a": 1, "b": "x"}, {"a": 100000.0, "b": null, "c": 1e+05}"#;
    check(format!("[{objects}]").as_bytes(), &rows);
    check(objects.replace("}, ", "}\n").as_bytes(), &rows);
    for list in ["data", "rows", "dataset"] {
        check(
            format!(r#"{{"elapsed": "1", "count": 2, "{list}": [{objects}], "error": ""}}"#).as_bytes(),
            &rows,
        );
    }
    assert_eq!(opened(format!(r#"{{"count": 500, "data": [{objects}]}}"#).as_bytes()).count, Some(500));
    check(
        br#"[["a", "b"], [1, "\u58a8\ud83d\ude00\n\"\\"], [true, {"c": [1]}]]"#,
        &["1: a|b", "2: 1|墨😀\n\"\\", "3: true|{\"c\": [1]}"],
    );
    // Fields in another order.
    check(br#"[{"a":1,"b":2},{"b":3,"a":4}]"#, &["1: a|b", "1: 1|2", "2: 4|3"]);
    assert_eq!(refused(b"[{\"a\": 1},\n {\"a\" 2}]"), NoSheet::NotJson { line: 2, column: 7 });
    for cut in [&b"[{\"a\": 1}, {\"a\""[..], b"{\"data\": [", b"[1, 2", b"{\"a\":1}{"] {
        assert!(matches!(refused(cut), NoSheet::NotJson { .. }), "{}", String::from_utf8_lossy(cut));
    }
    for none in [&b"{\"a\": 1}"[..], b"[]", b"[1, 2]", b"{\"data\": 1}", b"[{}]"] {
        assert_eq!(refused(none), NoSheet::NoList, "{}", String::from_utf8_lossy(none));
    }
    assert!(matches!(refused("[".repeat(100_000).as_bytes()), NoSheet::NotJson { .. }));
}

#[test]
fn tables_of_pages() {
    let page = "<!doctype html><style>a<b</style><script>if (1<2) {}</script>
        <table><tr><td>menu</table>
        <TABLE><caption>Trade</caption>
        <tr><th colspan=3>Exports of China</th></tr>
        <tr><th>Month<th>Partner<th colspan='2'>kg &amp; t</tr>
        <tr><td rowspan=2>202504<td><a href='x'>M&eacute;xico</a>&nbsp;<br>City<td>1<td>2</tr>
        <tr><td>Chile<td>3<td>4
        </TABLE>";
    let rows = [
        "1: Exports of China||",
        "2: Month|Partner|kg & t|kg & t",
        "3: 202504|M&eacute;xico City|1|2",
        "4: 202504|Chile|3|4",
    ];
    check(page.as_bytes(), &rows);
    assert_eq!(opened(page.as_bytes()).name.as_deref(), Some("Trade"));
    assert_eq!(refused(b"<!doctype html><title>502</title>"), NoSheet::NoTableInPage);
    let chinese = "<html><meta charset=gb2312><table><tr><td>吨</td><td>1</td></tr></table>";
    check(&encoded("gbk", chinese), &["1: 吨|1"]);

    // Two that are alike are asked for.
    let table = |cell: &str| format!("<table><tr><td>a</td></tr><tr><td>{cell}</td></tr></table>");
    let sheet = opened((table("1") + &table("2")).as_bytes());
    let [Doubt::Sheet(sheets)] = sheet.doubts.as_slice() else { panic!("{:?}", sheet.doubts) };
    let name = sheets[1].name.clone();
    let second = sheet.reopen(&Asked { sheet: Some(name), ..Asked::default() }).unwrap().unwrap();
    assert_eq!(told(second), ["1: a", "2: 2"]);

    let excel = "<?xml version=\"1.0\"?><Workbook xmlns:ss=\"x\"><Worksheet><Table>
        <Row><Cell><Data ss:Type=\"String\">a</Data></Cell><Cell ss:Index=\"3\"><Data>b</Data></Cell></Row>
        <Row ss:Index=\"4\"><Cell><Data>1</Data></Cell></Row></Table></Worksheet></Workbook>";
    check(excel.as_bytes(), &["1: a||b", "4: 1"]);
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn gzip_is_unpacked_within_limits() {
    let packed = gzip(b"a,b\n1,2\n");
    check(&packed, &["1: a|b", "2: 1|2"]);
    assert_eq!(opened(&packed).packed_in, Some(PackedIn::Gzip));
    assert!(matches!(refused(&gzip(&packed)), NoSheet::Nested { .. }));
    assert_eq!(refused(packed.split_at(packed.len() / 2).0), NoSheet::BrokenArchive);
    assert_eq!(refused(&gzip(&vec![b'1'; 60_000_000])), NoSheet::TooLargeUnpacked);
}

#[test]
fn what_holds_no_table_is_named() {
    let check = |bytes: &[u8], what| assert_eq!(refused(bytes), NoSheet::NotATable(what));
    check(b"\x89PNG\r\n\x1a\n....", NoTable::Picture);
    check(b"%PDF-1.7", NoTable::Pdf);
    check(b"SQLite format 3\0", NoTable::Database);
    check(b"PAR1....", NoTable::DataOfPrograms);
    check(b"MZ\x90\0\x03\0", NoTable::Program);
    check(b"From: \"Customs\" <x@example.org>\r\n", NoTable::Email);
    check(b"7z\xBC\xAF\x27\x1C", NoTable::Archive);
    check(b"BZh91AY", NoTable::Compressed);
    for nothing in [&b""[..], b"\xEF\xBB\xBF \n", b" \r\n\t"] {
        assert_eq!(refused(nothing), NoSheet::Empty);
    }
    for noise in [&b"\x00\x01\x02\x03"[..], b"\x81\x82\x83\x84\x85\x86\x87\x88\x89\xFF\xFF"] {
        assert_eq!(refused(noise), NoSheet::NotText);
    }
}

#[test]
fn rows_are_looked_at_before_they_are_read() {
    let mut sheet = opened(b"a,b\n1,\"2\n3,4\n");
    let ahead: Vec<u64> = sheet.peek(5).into_iter().map(|(place, _)| *place).collect();
    assert_eq!(ahead, [1, 3]);
    let (done, of) = sheet.progress();
    assert_eq!(done, of);
    assert_eq!(told(sheet), ["1: a|b", "2: OpenQuote", "3: 3|4"]);
}

#[test]
fn a_sheet_that_is_full_may_have_lost_rows() {
    let is_full = |lines: usize| {
        let mut sheet = opened("1\n".repeat(lines).as_bytes());
        while sheet.next().is_some() {}
        sheet.is_full()
    };
    assert!(is_full(1_048_576));
    assert!(!is_full(1_048_575));
    assert!(!is_full(65_536));
}

/// Bytes that are not in memory, and the most that were asked for at once.
struct Outside {
    bytes: Vec<u8>,
    most: Rc<Cell<usize>>,
    /// The file is gone once so many reads were made.
    reads: Cell<usize>,
}

impl ReadAt for Outside {
    fn size(&self) -> usize {
        self.bytes.len()
    }

    fn read_at(&self, at: usize, room: &mut [u8]) -> io::Result<()> {
        self.most.set(self.most.get().max(room.len()));
        self.reads.set(self.reads.get().checked_sub(1).ok_or(io::ErrorKind::NotFound)?);
        room.copy_from_slice(&self.bytes[at..at + room.len()]);
        Ok(())
    }
}

fn outside(bytes: &[u8], reads: usize) -> (Result<Sheet, NoSheet>, Rc<Cell<usize>>) {
    let most = Rc::new(Cell::new(0));
    let file = Outside { bytes: bytes.to_vec(), most: most.clone(), reads: Cell::new(reads) };
    let sheet = open(Source::outside(file), &Asked::default(), &Limits::default(), decode_natively);
    (sheet, most)
}

#[test]
fn a_large_text_is_read_a_piece_at_a_time() {
    const PIECE: usize = 1 << 20;
    let names = ["墨西哥", "\"a\r\n\"\"b\"\"\"", "x", "\"1,2\""];
    for (label, end) in
        [("utf-8", "\r\n"), ("utf-8", "\r"), ("gb18030", "\n"), ("utf-16le", "\r\n"), ("utf-16be", "\n")]
    {
        let filler = "x".repeat(100);
        let row = |n: usize| format!("{n},{},{filler}{end}", names[n % names.len()]);
        let text: String = (0..30_000).map(row).collect();
        let bytes = encoded(label, &text);
        assert!(bytes.len() > 3 * PIECE);
        let (sheet, most) = outside(&bytes, usize::MAX);
        let mut sheet = sheet.unwrap();
        let mut line = 1;
        for n in 0..30_000 {
            let (place, row) = sheet.next().unwrap().unwrap();
            assert_eq!((place, row[0].parse()), (line, Ok(n)), "{label} {end:?}");
            let name = ["墨西哥", "a\r\n\"b\"", "x", "1,2"][n % names.len()];
            assert_eq!(&row[1], name);
            line += 1 + name.matches('\n').count() as u64;
        }
        assert!(sheet.next().is_none());
        assert_eq!(sheet.progress(), (bytes.len() as u64, bytes.len() as u64));
        assert!(most.get() <= PIECE, "{} bytes at once", most.get());
    }
}

#[test]
fn a_quote_that_stays_open_costs_its_line_in_a_large_text_too() {
    let filler = "x".repeat(100);
    let row = |n: usize| if n == 3 { "\"open,1\n".to_owned() } else { format!("{n},{filler}\n") };
    let text: String = (0..30_000).map(row).collect();
    let (sheet, _) = outside(text.as_bytes(), usize::MAX);
    let rows = told(sheet.unwrap());
    assert_eq!(rows.len(), 30_000);
    assert_eq!(rows[3], "4: OpenQuote");
    // A cell of two lines that are far from each other.
    let long = format!("a,b\n\"{}\n\",2\n", "x".repeat(900_000));
    let long = format!("{}{long}", format!("1,{filler}\n").repeat(8_000));
    let rows = told(outside(long.as_bytes(), usize::MAX).0.unwrap());
    assert_eq!(rows.len(), 8_002);
    assert!(rows[8_001].ends_with("x\n|2"));
}

#[test]
fn a_file_that_goes_away_is_told() {
    let text = ("x".repeat(99) + "\n").repeat(40_000);
    assert_eq!(outside(text.as_bytes(), 0).0.err(), Some(NoSheet::NotRead));
    assert_eq!(outside(text.as_bytes(), 3).0.err(), Some(NoSheet::NotRead));
    let reads = 2 + text.len().div_ceil(1 << 20);
    let mut sheet = outside(text.as_bytes(), reads + 2).0.unwrap();
    let fault = std::iter::from_fn(|| sheet.next()).find_map(Result::err);
    assert!(matches!(fault, Some((line, Fault::NotRead)) if line > 20_000), "{fault:?}");
    assert!(sheet.next().is_none());
}

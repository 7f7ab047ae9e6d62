//! What the words of a note do to the numbers around them.

/// What a word does to the numbers around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    /// Up; `true` for a form that may follow its number: “5.3% higher”.
    Up(bool),
    /// Down, likewise.
    Down(bool),
    /// On the month before.
    Mom,
    /// On a year before.
    Yoy,
    /// A part of the whole.
    Share,
    /// “of the total”.
    OfTotal,
    /// All exports.
    Whole,
    /// Exports, of whoever is spoken of.
    Exports,
    /// What is compared with stands next, or where goods come from.
    From,
    /// What is compared with stands next, for certain.
    Than,
    /// The level that was reached stands next; or where goods went.
    To,
    /// A number stands next, of a level or of a change.
    Reach,
    /// “Is”, likewise.
    Is,
    /// “On March”, “on a MoM basis”.
    On,
    /// Whose exports they are, and of what.
    Reporter,
    /// A new clause, perhaps of another subject: “while”.
    Clause,
    /// A clause about another time: “when”.
    When,
    /// What was before: “after a strong March”.
    Past,
    /// “Mexico took 2,628 t”, and “took 12.3%”: a share.
    Take,
    /// “By 100 t”: of a change, whatever the verb is.
    By,
    /// Something is left out.
    Without,
    /// “for Mexico”.
    For,
    /// The month before.
    MonthBefore,
    /// The same months a year before.
    YearBefore,
    /// From January on.
    Cumulative,
    /// The whole calendar year.
    FullYear,
    /// January and February.
    TwoMonths,
    /// Several months as one, which no dataset has.
    SeveralMonths,
    /// Several as one.
    Together,
    /// About.
    About,
    /// More than.
    Above,
    /// Less than.
    Below,
    /// The value, not the quantity.
    Value,
    /// Something that no dataset of exports tells: prices, imports, capacity.
    Alien,
    /// What somebody brings in: their own trade, or the reporter's exports to them.
    Imports,
    /// “From China”, as one word.
    FromReporter,
    /// The same in other words.
    Or,
    /// The month alone, not the months up to it.
    ThisMonth,
    /// What the sentence before said: “this is”.
    This,
    /// Whom the sentence before was about: “it”.
    It,
    /// “Of the year's total”: a share, of January to December.
    OfYear,
    /// The date behind it is the month of the note: “reporting month:”.
    Reporting,
    /// Where somebody is: “in Africa, …”. Of whom nobody is named, nobody is meant for certain.
    Region,
    /// So many that were named before: “the three”.
    Group(usize),
    /// All that the sentence before named, or what it was about: “they”.
    They,
    /// The first or the second of two that were named: “the latter”.
    OfTwo(usize),
    /// The month that was spoken of last.
    ThatMonth,
    /// What is expected.
    Forecast,
    /// And.
    And,
    /// A cause: until the next comma it says nothing of any figure.
    Stop,
    /// The list goes on.
    Next,
    /// Somebody without a name: “others”.
    Others,
    /// Somebody of a kind: “the largest buyer”. Says nothing beside a name.
    Who,
    /// A part of what was said before: “of which”.
    OfWhich,
    /// “In the same month”, of no other year.
    SameMonths,
    /// Not the plain figure: “usually”, “seasonally adjusted”.
    Hedge,
    /// The same of others: “those to Portugal”.
    Those,
    /// What the figures are parted by: “by product”.
    Topic,
    /// Says nothing.
    Fill,
}

impl Cue {
    /// Whether it changes nothing about a number beside it.
    pub fn is_quiet(self) -> bool {
        matches!(
            self,
            Cue::Fill
                | Cue::SameMonths
                | Cue::Who
                | Cue::OfWhich
                | Cue::It
                | Cue::Or
                | Cue::ThisMonth
                | Cue::Region
                | Cue::Reporting
                | Cue::Group(_)
                | Cue::They
                | Cue::OfTwo(_)
                | Cue::ThatMonth
                | Cue::Take
                | Cue::By
                | Cue::Topic
                | Cue::Those
        )
    }
}
